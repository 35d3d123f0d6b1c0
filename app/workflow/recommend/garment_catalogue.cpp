#include "app/workflow/recommend/garment_catalogue.h"

#include <algorithm>
#include <iterator>

#include "labeling/store/recommend/recommend_rules.h"

namespace jaedan::workflow {
namespace {

constexpr int kRowsAPage = 500;
/// So many photos are read while somebody waits: some 20 ms.
constexpr std::size_t kPhotosAtOnce = 100;
/// Models whose garments are held.
constexpr std::size_t kMostCatalogues = 2;

std::vector<PhotoId> first_of(const std::set<PhotoId>& photos, std::size_t most) {
  std::vector<PhotoId> first;
  for (const PhotoId photo : photos) {
    if (first.size() == most) break;
    first.push_back(photo);
  }
  return first;
}

Error stopped_reading() {
  return {ErrorCode::kCancelled, "recommend.stopped", "stopped before every garment was read"};
}

}  // namespace

Status GarmentCatalogue::refresh(Project& project, Patience patience, const Watch& watch) {
  JAEDAN_RETURN_IF_ERROR(note_changes(project));
  const bool at_once = patience != Patience::kWhole;
  const bool too_many = patience == Patience::kAtOnce && garments_ && changed_.size() > kPhotosAtOnce;
  if (!too_many) {
    const std::size_t most = patience == Patience::kRead ? std::max(changed_.size(), waiting_.size()) : kPhotosAtOnce;
    const std::vector<PhotoId> changed = first_of(changed_, most);
    JAEDAN_RETURN_IF_ERROR(look_for_new_vectors(project, most));
    JAEDAN_RETURN_IF_ERROR(read_changed(project, watch));
    if (at_once && (garments_ || patience == Patience::kRead)) {
      JAEDAN_RETURN_IF_ERROR(make_vectors(project, Effort::kTakeOver, changed, watch));
    }
  }
  if (!at_once) {
    std::vector<PhotoId> untried;
    std::set_difference(waiting_.begin(), waiting_.end(), failed_.begin(), failed_.end(), std::back_inserter(untried));
    JAEDAN_RETURN_IF_ERROR(make_vectors(project, Effort::kLook, untried, watch));
    std::copy_if(untried.begin(), untried.end(), std::inserter(failed_, failed_.end()),
                 [&](PhotoId photo) { return waiting_.count(photo) > 0; });
  }
  return build();
}

Status GarmentCatalogue::note_changes(Project& project) {
  JAEDAN_ASSIGN_OR_RETURN(const labeling::LogHead head, project.store().log_head());
  if (log_number_ != head.count) JAEDAN_RETURN_IF_ERROR(look_for_new_clusters(project));
  if (!log_number_ || head.count < *log_number_) {
    JAEDAN_RETURN_IF_ERROR(note_all_approved(project));
  } else if (head.count > *log_number_) {
    labeling::LogQuery query;
    query.kind = labeling::SubjectKind::kPhoto;
    std::optional<labeling::LogPlace> place;
    for (bool more = true; more;) {
      JAEDAN_ASSIGN_OR_RETURN(const auto records, project.store().search_log(query, place, kRowsAPage));
      more = records.size() == kRowsAPage && records.back().number > *log_number_;
      for (const labeling::LogRecord& record : records) {
        if (record.number <= *log_number_) break;
        changed_.insert(record.subject.photo);
      }
      if (more) place = labeling::LogPlace{records.back().at, records.back().number};
    }
  }
  log_number_ = head.count;
  return {};
}

Status GarmentCatalogue::look_for_new_clusters(Project& project) {
  labeling::LogQuery query;
  query.kind = labeling::SubjectKind::kSetting;
  query.name = labeling::kClustersSetting;
  JAEDAN_ASSIGN_OR_RETURN(const auto records, project.store().search_log(query, std::nullopt, 1));
  const std::int64_t newest = records.empty() ? 0 : records.front().number;
  if (newest == clusters_record_) return {};
  Result<ClusterPlaces> places = ClusterPlaces::of(project, model_id_);
  if (!places.ok() && places.error().code != ErrorCode::kCorrupt) return places.error();
  clusters_ = places.ok() ? std::move(places).value() : ClusterPlaces::unreadable(places.error().message);
  clusters_record_ = newest;
  has_new_clusters_ = true;
  return {};
}

Status GarmentCatalogue::note_all_approved(Project& project) {
  for (const auto& known : photos_) changed_.insert(known.first);
  labeling::PhotoFilter approved;
  approved.state = WorkflowState::kApproved;
  for (PhotoId last;;) {
    JAEDAN_ASSIGN_OR_RETURN(const auto page, project.store().list(approved, last, kRowsAPage));
    if (page.empty()) return {};
    for (const labeling::PhotoRow& row : page) changed_.insert(row.photo.id);
    last = page.back().photo.id;
  }
}

Status GarmentCatalogue::read_changed(Project& project, const Watch& watch) {
  const auto all = static_cast<std::int64_t>(changed_.size());
  while (!changed_.empty()) {
    const std::vector<PhotoId> some = first_of(changed_, kPhotosAtOnce);
    JAEDAN_ASSIGN_OR_RETURN(const auto rows, project.store().rows(some));
    for (const labeling::PhotoRow& row : rows) {
      if (watch.cancelled()) return stopped_reading();
      if (row.state == WorkflowState::kApproved || photos_.count(row.photo.id) > 0) {
        forget(row.photo.id);
        if (row.state == WorkflowState::kApproved) JAEDAN_RETURN_IF_ERROR(read_photo(project, row.photo));
      }
      changed_.erase(row.photo.id);
    }
    watch.report({"reading labels", all - static_cast<std::int64_t>(changed_.size()), all, {}});
  }
  return {};
}

void GarmentCatalogue::forget(PhotoId id) {
  if (!read_since_.insert(id).second) {  // read twice before anything was built of it
    fresh_.erase(std::remove_if(fresh_.begin(), fresh_.end(), [&](const auto& item) { return item.photo == id; }),
                 fresh_.end());
  }
  photos_.erase(id);
  waiting_.erase(id);
  failed_.erase(id);
}

Status GarmentCatalogue::read_photo(Project& project, const Photo& photo) {
  JAEDAN_ASSIGN_OR_RETURN(Annotation annotation, project.store().annotation(photo.id));
  JAEDAN_ASSIGN_OR_RETURN(auto vectors, vectors_of(project, photo.id));
  JAEDAN_ASSIGN_OR_RETURN(auto colours, colours_of(project, photo.id));
  Entry& entry = photos_[photo.id];
  entry.photo = photo;
  for (Garment& garment : annotation.garments) {
    if (garment.region.empty()) {
      ++entry.without_region;
      continue;
    }
    const auto vector = vectors.find(garment.id);
    if (dimension_ == 0 && vector != vectors.end()) dimension_ = vector->second.size();
    if (vector == vectors.end() || vector->second.size() != dimension_) {
      entry.lacking.insert(garment.id);
      waiting_.insert(photo.id);
      continue;
    }
    entry.boxes[garment.id] = bounds_of(garment.region);
    recommender::Item item{photo.id, garment.id, garment.part, std::move(garment.attributes),
                           std::move(vector->second)};
    item.photo_values = annotation.image_attributes;
    item.colour = std::move(colours[garment.id]);
    fresh_.push_back(std::move(item));
  }
  return {};
}

Status GarmentCatalogue::look_for_new_vectors(Project& project, std::size_t most) {
  for (const PhotoId photo : first_of(waiting_, most)) {
    JAEDAN_ASSIGN_OR_RETURN(const auto vectors, vectors_of(project, photo));
    const std::set<GarmentId>& lacking = photos_.at(photo).lacking;
    const bool has_come = std::any_of(vectors.begin(), vectors.end(), [&](const auto& vector) {
      return lacking.count(vector.first) > 0 && (dimension_ == 0 || vector.second.size() == dimension_);
    });
    if (has_come) changed_.insert(photo);
  }
  return {};
}

Status GarmentCatalogue::make_vectors(Project& project, Effort effort, const std::vector<PhotoId>& photos,
                                      const Watch& watch) {
  std::vector<PhotoId> lacking;
  std::copy_if(photos.begin(), photos.end(), std::back_inserter(lacking),
               [&](PhotoId photo) { return waiting_.count(photo) > 0; });
  if (lacking.empty()) return {};
  std::vector<labeling::StoredEmbedding> unsaved;
  JAEDAN_ASSIGN_OR_RETURN(const BatchReport made, embed_garments(project, model_id_, lacking, effort, watch, unsaved));
  keep_unsaved(std::move(unsaved));
  if (made.done > 0) changed_.insert(lacking.begin(), lacking.end());
  if (made.cancelled) return stopped_reading();
  return read_changed(project, watch);
}

Status GarmentCatalogue::build() {
  if (garments_ && read_since_.empty() && !has_new_clusters_) return {};
  std::vector<recommender::Item> items;
  if (garments_) {
    items = is_shared_ ? garments_->items() : std::move(*garments_).take_items();
    items.erase(std::remove_if(items.begin(), items.end(),
                               [&](const recommender::Item& item) { return read_since_.count(item.photo) > 0; }),
                items.end());
  }
  if (!has_new_clusters_) clusters_.assign(fresh_);
  std::move(fresh_.begin(), fresh_.end(), std::back_inserter(items));
  if (has_new_clusters_) clusters_.assign(items);
  fresh_.clear();
  read_since_.clear();
  garments_.reset();
  const auto known = std::exchange(log_number_, std::nullopt);  // unless all is well, everything is read again
  JAEDAN_ASSIGN_OR_RETURN(recommender::Recommender made, recommender::Recommender::create(std::move(items)));
  garments_ = std::make_shared<recommender::Recommender>(std::move(made));
  is_shared_ = false;
  has_new_clusters_ = false;
  log_number_ = known;
  return {};
}

CatalogueGaps GarmentCatalogue::gaps() const {
  CatalogueGaps gaps;
  gaps.changed_photos = static_cast<std::int64_t>(changed_.size());
  for (const auto& [id, entry] : photos_) {
    (failed_.count(id) > 0 ? gaps.unreadable : gaps.without_vector) += static_cast<std::int64_t>(entry.lacking.size());
    gaps.without_region += entry.without_region;
  }
  return gaps;
}

Result<std::map<GarmentId, std::vector<float>>> GarmentCatalogue::colours_of(Project& project, PhotoId photo) {
  std::map<GarmentId, std::vector<float>> colours;
  JAEDAN_ASSIGN_OR_RETURN(auto stored, project.store().embeddings_of(kColourVectors, {photo}));
  for (labeling::StoredEmbedding& one : stored) colours[one.garment] = std::move(one.vector);
  return colours;
}

Result<std::map<GarmentId, std::vector<float>>> GarmentCatalogue::vectors_of(Project& project, PhotoId photo) const {
  std::map<GarmentId, std::vector<float>> vectors;
  JAEDAN_ASSIGN_OR_RETURN(auto stored, project.store().embeddings_of(model_id_, {photo}));
  for (labeling::StoredEmbedding& one : stored) {
    if (!one.vector.empty()) vectors[one.garment] = std::move(one.vector);
  }
  for (auto at = unsaved_.lower_bound({photo, GarmentId{}}); at != unsaved_.end() && at->first.first == photo; ++at) {
    vectors.insert({at->first.second, at->second});
  }
  return vectors;
}

void GarmentCatalogue::keep_unsaved(std::vector<labeling::StoredEmbedding> vectors) {
  for (labeling::StoredEmbedding& one : vectors) unsaved_[{one.photo, one.garment}] = std::move(one.vector);
}

GarmentCatalogue& GarmentCatalogues::of(const std::string& model_id) {
  const auto known =
      std::find_if(last_.begin(), last_.end(), [&](const GarmentCatalogue& one) { return one.model_id() == model_id; });
  if (known == last_.end()) {
    last_.emplace_front(model_id);
  } else {
    last_.splice(last_.begin(), last_, known);
  }
  if (last_.size() > kMostCatalogues) last_.pop_back();
  return last_.front();
}

}  // namespace jaedan::workflow
