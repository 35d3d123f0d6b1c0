#include "app/workflow/recommend/recommend_items.h"

#include <algorithm>
#include <utility>

#include "app/workflow/models/models.h"
#include "app/workflow/project/photo_files.h"
#include "app/workflow/recommend/recommend_words.h"
#include "app/workflow/recommend/vector_maker.h"
#include "inference/colour/colour_histogram.h"
#include "labeling/io/image_decoder.h"

namespace jaedan::workflow {
namespace {

using recommender::Item;
using recommender::Match;
using recommender::Search;

/// Puts what the recommender found into words and pictures.
class Describer {
 public:
  Describer(const Project& project, const GarmentCatalogue& catalogue) : project_(project), catalogue_(catalogue) {}

  RecommendedItem item(const Match& match) const {
    RecommendedItem found = item(*match.item, match.score, sentence_of(match.reason, project_.taxonomy()));
    found.why = match.reason;
    return found;
  }
  RecommendedItem item(const Item& item, double score, std::string reason) const {
    return {catalogue_.photo(item.photo),
            item.garment,
            item.part,
            score,
            std::move(reason),
            catalogue_.box_of({item.photo, item.garment}),
            std::nullopt};
  }
  std::vector<RecommendedItem> items(const std::vector<Match>& matches) const {
    std::vector<RecommendedItem> found;
    for (const Match& match : matches) found.push_back(item(match));
    return found;
  }
  RecommendedOutfit outfit(const recommender::Outfit& outfit) const {
    const RecommendedItem match = item(outfit.match);
    RecommendedOutfit found{match.photo, outfit.score, match.reason, match, {}};
    for (const Item* worn : outfit.goes_with) found.goes_with.push_back(item(*worn, outfit.score, "worn with it"));
    return found;
  }

 private:
  const Project& project_;
  const GarmentCatalogue& catalogue_;
};

/// Vectors of different models cannot be compared, so one model is chosen for all: the one that is for it. Where there
/// is none, the one that saw the query, whose vectors the other photos most likely have too; the champion when none
/// did.
Result<std::string> model_for(Project& project, PhotoId photo) {
  if (const auto model = find_vector_model(&project, ""); model.ok()) return model->card.id;
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Prediction> seen, project.store().prediction(photo));
  if (seen) return seen->model_id;
  JAEDAN_ASSIGN_OR_RETURN(const UsableModel champion, find_model(&project, ""));
  return champion.card.id;
}

Result<recommender::View> view_of(const RecommendQuery& query) {
  if (const auto view = recommender::view_from_name(query.metric)) return *view;
  return Error{ErrorCode::kInvalidArgument,
               "recommend.wrong_metric",
               "metric is cosine, euclidean, pearson, labels, colour, cluster or fused, not '{0}'",
               {query.metric}};
}

Result<std::vector<Item>> picked(Project& project, GarmentCatalogue& catalogue,
                                 const std::vector<GarmentChoice>& choices, Part part) {
  std::vector<Item> items;
  for (GarmentChoice choice : choices) {
    if (!choice.part && !choice.garment) choice.part = part;
    JAEDAN_ASSIGN_OR_RETURN(AskedGarment garment, asked_garment(project, catalogue, choice));
    items.push_back(std::move(garment.item));
  }
  return items;
}

Result<Search> search_for(Project& project, GarmentCatalogue& catalogue, const RecommendQuery& query, Part part) {
  Search search;
  JAEDAN_ASSIGN_OR_RETURN(search.view, view_of(query));
  search.k = static_cast<std::size_t>(std::max(query.k, 1));
  search.ranking = query.by_labels ? recommender::Ranking::kLabelsFirst : recommender::Ranking::kLooks;
  search.filter = query.filter;
  search.preferences = query.preferences;
  std::copy_if(query.changes.begin(), query.changes.end(), std::back_inserter(search.changes),
               [](const recommender::LabelValue& change) { return !change.value.empty(); });
  JAEDAN_ASSIGN_OR_RETURN(search.feedback.liked, picked(project, catalogue, query.like, part));
  JAEDAN_ASSIGN_OR_RETURN(search.feedback.disliked, picked(project, catalogue, query.unlike, part));
  return search;
}

/// Why there is nothing.
Message why_nothing(const recommender::Recommender& all, const Item& query, const Search& search) {
  const auto may_be_found = [&](const Item& item) { return item.part == query.part && item.photo != query.photo; };
  if (all.items().empty()) return {"recommend.nothing_approved", "no photo with garments is approved yet"};
  if (std::none_of(all.items().begin(), all.items().end(), may_be_found)) {
    return {"recommend.only_one", "no {0} in any other approved photo", {message_of(query.part)}};
  }
  if (!search.changes.empty()) return {"recommend.change_unmet", "no garment has all of these changes"};
  return {"recommend.all_filtered", "no garment passes the filter"};
}

Status find(const recommender::Recommender& all, const Describer& describe, const Item& query, const Search& search,
            Recommendations& found) {
  recommender::Found best;
  if (!search.changes.empty()) {
    JAEDAN_ASSIGN_OR_RETURN(const auto steps, all.change_steps(query, search));
    for (const recommender::ChangeStep& step : steps) {
      found.steps.push_back({step.change, describe.items(step.matches)});
    }
  }
  if (found.steps.empty() || !found.steps.back().similar.empty()) {
    JAEDAN_ASSIGN_OR_RETURN(best, all.similar_and_outfits(query, search));
  }
  found.similar = describe.items(best.similar);
  for (const recommender::Outfit& outfit : best.outfits) found.outfits.push_back(describe.outfit(outfit));
  if (found.similar.empty()) found.partial.push_back(why_nothing(all, query, search));
  return {};
}

Result<Recommendations> answer(Project& project, GarmentCatalogue& catalogue, const RecommendQuery& query,
                               const AskedGarment& asked) {
  JAEDAN_ASSIGN_OR_RETURN(const Search search, search_for(project, catalogue, query, asked.item.part));
  Recommendations found;
  found.query = {asked.photo, asked.item.garment, asked.item.part, 1.0, "", asked.box, std::nullopt};
  const CatalogueGaps gaps = catalogue.gaps();
  found.partial = sentences_of(gaps);
  found.may_grow = gaps.changed_photos > 0 || gaps.without_vector > 0;
  JAEDAN_RETURN_IF_ERROR(find(catalogue.garments(), {project, catalogue}, asked.item, search, found));
  return found;
}

/// The garment as the model sees it whose vectors it is compared with.
Status look_anew(Project& project, const std::string& model_id, const ImageView& photo, const Prediction& prediction,
                 AskedGarment& asked) {
  const auto number = static_cast<std::size_t>(asked.item.garment.value - 1);
  const Region& region = prediction.readings.front().garments[number].region;
  JAEDAN_ASSIGN_OR_RETURN(VectorMaker maker, VectorMaker::open(project, model_id));
  JAEDAN_ASSIGN_OR_RETURN(auto vectors, maker.make(photo, {region}));
  asked.item.vector = std::move(vectors.front());
  asked.item.colour = inference::colour_histogram(photo, region);
  return {};
}

Result<Recommendations> recommend_outside(Project& project, GarmentCatalogues& catalogues, const RecommendQuery& query,
                                          Patience patience, const Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(Photo photo, photo_of_file(query.outside));
  JAEDAN_ASSIGN_OR_RETURN(const Image image, labeling::read_image(query.outside));
  JAEDAN_ASSIGN_OR_RETURN(const UsableModel champion, find_model(&project, ""));
  JAEDAN_ASSIGN_OR_RETURN(const auto model, open_model(champion, {0, false, 1}));
  JAEDAN_ASSIGN_OR_RETURN(const Prediction prediction, model->prefill(image.view()));
  JAEDAN_ASSIGN_OR_RETURN(AskedGarment asked, asked_garment_outside(photo, prediction, query.part));
  std::string model_id = prediction.model_id;
  if (const auto vectors = find_vector_model(&project, ""); vectors.ok()) {
    model_id = vectors->card.id;
    JAEDAN_RETURN_IF_ERROR(look_anew(project, model_id, image.view(), prediction, asked));
  }
  GarmentCatalogue& catalogue = catalogues.of(model_id);
  JAEDAN_RETURN_IF_ERROR(catalogue.refresh(project, patience, watch));
  return answer(project, catalogue, query, asked);
}

}  // namespace

Result<Recommendations> recommend(Project& project, const RecommendQuery& query, const Watch& watch) {
  GarmentCatalogues for_this_question;
  return recommend(project, for_this_question, query, Patience::kWhole, watch);
}

Result<Recommendations> recommend(Project& project, GarmentCatalogues& catalogues, const RecommendQuery& query,
                                  Patience patience, const Watch& watch) {
  JAEDAN_RETURN_IF_ERROR(view_of(query));
  if (!query.outside.empty()) return recommend_outside(project, catalogues, query, patience, watch);
  JAEDAN_ASSIGN_OR_RETURN(const std::string model_id, model_for(project, query.photo));
  GarmentCatalogue& catalogue = catalogues.of(model_id);
  JAEDAN_ASSIGN_OR_RETURN(const AskedGarment asked,
                          asked_garment(project, catalogue, {query.photo, query.garment, query.part}));
  JAEDAN_RETURN_IF_ERROR(catalogue.refresh(project, patience, watch));
  return answer(project, catalogue, query, asked);
}

Result<Recommendations> recommend_for(Project& project, const Photo& photo, const Prediction& prediction,
                                      const RecommendQuery& query, const Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(const AskedGarment asked, asked_garment_outside(photo, prediction, query.part));
  GarmentCatalogue catalogue(prediction.model_id);
  JAEDAN_RETURN_IF_ERROR(catalogue.refresh(project, Patience::kWhole, watch));
  return answer(project, catalogue, query, asked);
}

}  // namespace jaedan::workflow
