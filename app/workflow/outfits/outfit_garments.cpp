#include "app/workflow/outfits/outfit_garments.h"

#include <algorithm>
#include <utility>

#include "app/workflow/models/models.h"
#include "app/workflow/outfits/garment_outfits.h"
#include "app/workflow/recommend/model_choice.h"
#include "app/workflow/recommend/recommend_words.h"

namespace jaedan::workflow {
namespace {

using recommender::Item;

/// Whose vectors are asked; without a model for it the one that saw `asked`, or the first approved photo. Empty id: no
/// vectors. Who waits for the whole answer gets it from the best model there is.
Result<ModelChoice> model_to_ask(Project& project, GarmentCatalogues& catalogues, PhotoId asked, Patience patience) {
  if (!find_vector_model(&project, "").ok()) {
    if (!asked) {
      labeling::PhotoFilter approved;
      approved.state = WorkflowState::kApproved;
      JAEDAN_ASSIGN_OR_RETURN(const auto first, project.store().list(approved, PhotoId(), 1));
      if (first.empty()) return ModelChoice{};
      asked = first.front().photo.id;
    }
    JAEDAN_ASSIGN_OR_RETURN(const std::optional<Prediction> seen, project.store().prediction(asked));
    if (!seen) return ModelChoice{};
  }
  if (patience != Patience::kWhole) return choose_model(project, catalogues, asked);
  JAEDAN_ASSIGN_OR_RETURN(std::string wanted, wanted_model(project, asked));
  return ModelChoice{std::move(wanted), {}};
}

/// Whether as many garments have a vector as have none.
bool knows_most(const GarmentCatalogue& catalogue) {
  const CatalogueGaps gaps = catalogue.gaps();
  const std::int64_t without = gaps.without_vector + gaps.unreadable + gaps.without_region;
  return static_cast<std::int64_t>(catalogue.garments().items().size()) >= std::max<std::int64_t>(1, without);
}

}  // namespace

Status OutfitGarments::refresh(Project& project, GarmentCatalogues& catalogues, PhotoId asked, Patience patience,
                               const Watch& watch) {
  partial_.clear();
  may_grow_ = false;
  catalogue_ = nullptr;
  JAEDAN_ASSIGN_OR_RETURN(const labeling::LogHead head, project.store().log_head());
  JAEDAN_RETURN_IF_ERROR(take_catalogue(project, catalogues, asked, patience, watch));
  if (!catalogue_) return take_labels(project, head.count, watch);
  const std::vector<Item>& items = catalogue_->garments().items();
  make_pieces(items, {model_id_, head.count, catalogue_->gaps().changed_photos, items.size()});
  // The catalogue moves its garments when it takes others in.
  for (std::size_t i = 0; i < pieces_.size(); ++i) pieces_[i].vector = &items[i].vector;
  labelled_ = {};
  labelled_at_ = -1;
  return {};
}

Status OutfitGarments::take_catalogue(Project& project, GarmentCatalogues& catalogues, PhotoId asked, Patience patience,
                                      const Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(ModelChoice choice, model_to_ask(project, catalogues, asked, patience));
  model_id_ = std::move(choice.id);
  if (model_id_.empty()) return {};
  GarmentCatalogue& catalogue = catalogues.of(model_id_);
  const Status read = catalogue.refresh(project, patience, watch);
  if (!read.ok()) {
    if (read.error().code == ErrorCode::kCancelled || watch.cancelled()) return read;
    partial_.push_back(
        {"outfits.no_vectors", "garments are compared by their labels alone: {0}", {read.error().message}});
    return {};
  }
  const CatalogueGaps gaps = catalogue.gaps();
  may_grow_ = gaps.changed_photos > 0 || gaps.without_vector > 0;
  if (!knows_most(catalogue)) return {};
  catalogue_ = &catalogue;
  partial_ = sentences_of(gaps);
  if (choice.stands_in) partial_.insert(partial_.begin(), *std::move(choice.stands_in));
  return {};
}

Status OutfitGarments::take_labels(Project& project, std::int64_t log_number, const Watch& watch) {
  if (labelled_at_ != log_number) {
    labelled_at_ = -1;
    JAEDAN_ASSIGN_OR_RETURN(labelled_, load_labelled_garments(project, watch));
    for (Item& item : labelled_.items) item.photo_values = labelled_.photo_labels.at(item.photo);
    labelled_at_ = log_number;
  }
  for (const FailedItem& failed : labelled_.failed) partial_.push_back(failed.sentence());
  make_pieces(labelled_.items, {"", log_number, 0, labelled_.items.size()});
  return {};
}

void OutfitGarments::make_pieces(const std::vector<Item>& items, Stamp stamp) {
  const bool same = stamp == stamp_ && std::equal(pieces_.begin(), pieces_.end(), items.begin(), items.end(),
                                                  [](const auto& piece, const Item& item) {
                                                    return piece.photo == item.photo && piece.garment == item.garment;
                                                  });
  if (version_ > 0 && same) return;
  pieces_.clear();
  pieces_.reserve(items.size());
  for (const Item& item : items) pieces_.push_back(piece_of(item));
  stamp_ = std::move(stamp);
  ++version_;
}

const Photo& OutfitGarments::photo(PhotoId id) const {
  return catalogue_ ? catalogue_->photo(id) : labelled_.photos.at(id);
}

Rect OutfitGarments::box_of(GarmentKey garment) const {
  if (catalogue_) return catalogue_->box_of(garment);
  const auto box = labelled_.boxes.find(garment);
  return box == labelled_.boxes.end() ? Rect{} : box->second;
}

Result<AskedGarment> OutfitGarments::asked(Project& project, const GarmentChoice& choice) const {
  JAEDAN_ASSIGN_OR_RETURN(Photo photo, project.store().photo(choice.photo));
  JAEDAN_ASSIGN_OR_RETURN(const Annotation annotation, project.store().annotation(choice.photo));
  JAEDAN_ASSIGN_OR_RETURN(const Garment* garment, chosen_garment(annotation, choice));
  Item item{photo.id, garment->id, garment->part, garment->attributes, {}};
  item.photo_values = annotation.image_attributes;
  if (catalogue_) {
    JAEDAN_ASSIGN_OR_RETURN(auto vectors, catalogue_->vectors_of(project, photo.id));
    const auto own = vectors.find(garment->id);
    const std::size_t expected = catalogue_->garments().items().front().vector.size();
    if (own != vectors.end() && own->second.size() == expected) item.vector = std::move(own->second);
  }
  return AskedGarment{std::move(photo), std::move(item), bounds_of(garment->region)};
}

}  // namespace jaedan::workflow
