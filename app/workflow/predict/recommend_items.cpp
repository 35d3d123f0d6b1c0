#include "app/workflow/predict/recommend_items.h"

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <map>
#include <utility>

#include "app/workflow/models/models.h"
#include "app/workflow/predict/embed_garments.h"
#include "app/workflow/project/photo_files.h"
#include "labeling/io/image_decoder.h"

namespace jaedan::workflow {
namespace {

using recommender::Item;
using recommender::Match;

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::string sentence_of(const recommender::Reason& reason) {
  char likeness[32];
  std::snprintf(likeness, sizeof likeness, "likeness %.2f", reason.likeness);
  std::string text = likeness;
  if (!reason.agreeing.empty()) text += "; same " + joined(reason.agreeing);
  if (!reason.differing.empty()) text += "; other " + joined(reason.differing);
  return text;
}

/// Every garment that has a vector, approved photos only, with the photos they belong to; and the query.
class Wardrobe {
 public:
  explicit Wardrobe(Project& project) : project_(project) {}

  Status load(const std::string& model_id, const RecommendQuery& query, const Watch& watch) {
    std::vector<labeling::StoredEmbedding> unsaved;
    JAEDAN_ASSIGN_OR_RETURN(const BatchReport embedded,
                            embed_garments(project_, model_id, query.photo, watch, unsaved));
    if (embedded.cancelled) {
      return Error{ErrorCode::kCancelled, "recommend.stopped", "stopped before every garment was read"};
    }
    JAEDAN_ASSIGN_OR_RETURN(std::vector<labeling::StoredEmbedding> vectors, project_.store().embeddings(model_id));
    std::move(unsaved.begin(), unsaved.end(), std::back_inserter(vectors));
    Annotation annotation;
    for (labeling::StoredEmbedding& vector : vectors) {
      if (annotation.photo != vector.photo) {
        JAEDAN_ASSIGN_OR_RETURN(annotation, project_.store().annotation(vector.photo));
      }
      const Garment* garment = find_garment(annotation, vector.garment);
      if (!garment) continue;  // deleted since
      Item item{vector.photo, vector.garment, garment->part, garment->attributes, std::move(vector.vector)};
      boxes_[{item.photo, item.garment}] = bounds_of(garment->region);
      if (item.photo == query.photo) query_garments_.push_back(item);
      if (annotation.state == WorkflowState::kApproved) items_.push_back(std::move(item));
    }
    return {};
  }

  /// A photo that the project does not have: its garments are asked about, never found.
  void add_outside(const Photo& photo, const Prediction& prediction) {
    outside_ = photo;
    outside_.id = PhotoId();
    if (prediction.readings.empty()) return;
    std::int64_t number = 0;
    for (const Proposal& garment : prediction.readings.front().garments) {
      Item item{outside_.id, GarmentId{++number}, garment.part, garment.attributes, garment.embedding};
      boxes_[{item.photo, item.garment}] = bounds_of(garment.region);
      query_garments_.push_back(std::move(item));
    }
  }

  /// The garment asked for: of the part, or the one with the largest box.
  Result<Item> query_item(const RecommendQuery& query) const {
    const Item* chosen = nullptr;
    for (const Item& item : query_garments_) {
      if (query.part && item.part != *query.part) continue;
      if (!chosen || area_of(item) > area_of(*chosen)) chosen = &item;
    }
    if (chosen) return *chosen;
    if (!query.photo) return not_seen(query.part);
    if (!query.part) {
      return Error{ErrorCode::kNotFound, "recommend.no_garment",
                   "this photo has no garment; draw it, or accept what `jaedan prefill` proposes, first"};
    }
    return Error{ErrorCode::kNotFound,
                 "recommend.no_part",
                 "this photo has no {0}; draw it, or accept what `jaedan prefill` proposes, first",
                 {message_of(*query.part)}};
  }

  Result<RecommendedItem> describe(const Match& match) const {
    JAEDAN_ASSIGN_OR_RETURN(RecommendedItem item, describe(*match.item, match.score, sentence_of(match.reason)));
    item.why = match.reason;
    return item;
  }
  Result<RecommendedItem> describe(const Item& item, double score, std::string reason) const {
    Photo photo = outside_;
    if (item.photo) {
      JAEDAN_ASSIGN_OR_RETURN(photo, project_.store().photo(item.photo));
    }
    return RecommendedItem{std::move(photo),  item.garment, item.part,   score,
                           std::move(reason), box_of(item), std::nullopt};
  }

  std::vector<Item> take_items() { return std::move(items_); }

 private:
  Rect box_of(const Item& item) const { return boxes_.at({item.photo, item.garment}); }
  double area_of(const Item& item) const {
    const Rect box = box_of(item);
    return box.width * box.height;
  }

  static Error not_seen(const std::optional<Part>& part) {
    if (!part) return {ErrorCode::kNotFound, "recommend.saw_no_garment", "the model sees no garment in this photo"};
    return {ErrorCode::kNotFound, "recommend.saw_no_part", "the model sees no {0} in this photo", {message_of(*part)}};
  }

  Project& project_;
  Photo outside_;  ///< that is asked about; without an id
  std::vector<Item> items_;
  std::vector<Item> query_garments_;
  std::map<std::pair<PhotoId, GarmentId>, Rect> boxes_;
};

/// What is looked for, of which garment.
struct Question {
  const RecommendQuery& query;
  recommender::Metric metric;
  const Item& item;

  std::size_t k() const { return static_cast<std::size_t>(std::max(query.k, 1)); }
  recommender::Ranking ranking() const {
    return query.by_labels ? recommender::Ranking::kLabelsFirst : recommender::Ranking::kLooks;
  }
  bool changes() const { return !query.change_attribute.empty(); }
};

Result<std::vector<Match>> matches_of(const recommender::Recommender& all, const Question& q) {
  if (!q.changes()) return all.similar(q.item, q.k(), q.metric, q.ranking());
  return all.with_change(q.item, q.query.change_attribute, q.query.change_value, q.k(), q.metric, q.ranking());
}

Result<std::vector<recommender::Outfit>> outfits_of(const recommender::Recommender& all, const Question& q) {
  if (!q.changes()) return all.outfits(q.item, q.k(), q.metric, q.ranking());
  return all.outfits_with_change(q.item, q.query.change_attribute, q.query.change_value, q.k(), q.metric, q.ranking());
}

Result<RecommendedOutfit> describe(const Wardrobe& wardrobe, const recommender::Outfit& outfit) {
  JAEDAN_ASSIGN_OR_RETURN(RecommendedItem match, wardrobe.describe(outfit.match));
  RecommendedOutfit described{match.photo, outfit.score, match.reason, match, {}};
  for (const Item* item : outfit.goes_with) {
    JAEDAN_ASSIGN_OR_RETURN(RecommendedItem part, wardrobe.describe(*item, outfit.score, "worn with it"));
    described.goes_with.push_back(std::move(part));
  }
  return described;
}

/// Vectors of different models cannot be compared, so one model is chosen for all: the one that saw the query, whose
/// vectors the other photos most likely have too; the champion when none did.
Result<std::string> model_for(Project& project, PhotoId photo) {
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Prediction> seen, project.store().prediction(photo));
  if (seen) return seen->model_id;
  JAEDAN_ASSIGN_OR_RETURN(const UsableModel champion, find_model(&project, ""));
  return champion.card.id;
}

Result<recommender::Metric> metric_of(const RecommendQuery& query) {
  if (const auto metric = recommender::metric_from_name(query.metric)) return *metric;
  return Error{ErrorCode::kInvalidArgument,
               "recommend.wrong_metric",
               "metric is cosine, euclidean or pearson, not '{0}'",
               {query.metric}};
}

Result<Recommendations> answer_query(Wardrobe& wardrobe, const RecommendQuery& query) {
  JAEDAN_ASSIGN_OR_RETURN(const recommender::Metric metric, metric_of(query));
  JAEDAN_ASSIGN_OR_RETURN(const Item item, wardrobe.query_item(query));
  JAEDAN_ASSIGN_OR_RETURN(const auto recommender, recommender::Recommender::create(wardrobe.take_items()));
  const Question question{query, metric, item};

  Recommendations found;
  JAEDAN_ASSIGN_OR_RETURN(found.query, wardrobe.describe(item, 1.0, ""));
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<Match> similar, matches_of(recommender, question));
  for (const Match& match : similar) {
    JAEDAN_ASSIGN_OR_RETURN(RecommendedItem described, wardrobe.describe(match));
    found.similar.push_back(std::move(described));
  }
  JAEDAN_ASSIGN_OR_RETURN(const auto outfits, outfits_of(recommender, question));
  for (const recommender::Outfit& outfit : outfits) {
    JAEDAN_ASSIGN_OR_RETURN(RecommendedOutfit described, describe(wardrobe, outfit));
    found.outfits.push_back(std::move(described));
  }
  return found;
}

Result<Recommendations> recommend_outside(Project& project, const RecommendQuery& query, const Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(Photo photo, photo_of_file(query.outside));
  JAEDAN_ASSIGN_OR_RETURN(const Image image, labeling::read_image(query.outside));
  JAEDAN_ASSIGN_OR_RETURN(const UsableModel champion, find_model(&project, ""));
  JAEDAN_ASSIGN_OR_RETURN(const auto model, open_model(champion, {0, false, 1}));
  JAEDAN_ASSIGN_OR_RETURN(const Prediction prediction, model->prefill(image.view()));
  return recommend_for(project, photo, prediction, query, watch);
}

}  // namespace

Result<Recommendations> recommend(Project& project, const RecommendQuery& query, const Watch& watch) {
  JAEDAN_RETURN_IF_ERROR(metric_of(query));
  if (!query.outside.empty()) return recommend_outside(project, query, watch);
  JAEDAN_ASSIGN_OR_RETURN(const std::string model_id, model_for(project, query.photo));
  Wardrobe wardrobe(project);
  JAEDAN_RETURN_IF_ERROR(wardrobe.load(model_id, query, watch));
  return answer_query(wardrobe, query);
}

Result<Recommendations> recommend_for(Project& project, const Photo& photo, const Prediction& prediction,
                                      const RecommendQuery& query, const Watch& watch) {
  RecommendQuery asked = query;
  asked.photo = PhotoId();
  Wardrobe wardrobe(project);
  wardrobe.add_outside(photo, prediction);
  JAEDAN_RETURN_IF_ERROR(wardrobe.load(prediction.model_id, asked, watch));
  return answer_query(wardrobe, asked);
}

}  // namespace jaedan::workflow
