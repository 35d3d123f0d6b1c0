#include "app/workflow/recommend/recommend_items.h"

#include <algorithm>
#include <utility>

#include "app/workflow/models/models.h"
#include "app/workflow/project/list_photos.h"
#include "app/workflow/project/photo_files.h"
#include "app/workflow/recommend/cluster_garments.h"
#include "app/workflow/recommend/model_choice.h"
#include "app/workflow/recommend/recommend_words.h"
#include "app/workflow/recommend/vector_maker.h"
#include "inference/colour/colour_histogram.h"
#include "labeling/io/image_decoder.h"

namespace jaedan::workflow {
namespace {

using recommender::Item;
using recommender::Match;
using recommender::Search;

/// As people count.
std::optional<int> cluster_number(const Item& item) {
  return item.cluster ? std::optional<int>(*item.cluster + 1) : std::nullopt;
}

/// Puts what the recommender found into words and pictures.
class Describer {
 public:
  /// `same_cluster`: the query's, where the answer goes by clusters.
  Describer(const Project& project, const GarmentCatalogue& catalogue, std::optional<int> same_cluster)
      : project_(project), catalogue_(catalogue), same_cluster_(same_cluster) {}

  RecommendedItem item(const Match& match) const {
    std::string reason = sentence_of(match.reason, project_.taxonomy());
    if (same_cluster_ && match.item->cluster == same_cluster_) reason += "; same cluster";
    RecommendedItem found = item(*match.item, match.score, std::move(reason));
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
            std::nullopt,
            cluster_number(item)};
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
  const std::optional<int> same_cluster_;
};

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
  if (query.wardrobe) {
    JAEDAN_ASSIGN_OR_RETURN(search.filter.wardrobe, photos_that_pass(project, *query.wardrobe));
  }
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

/// Outfits of tables for what the query is after the changes. Tables that cannot be read are told.
void find_in_tables(Project& project, TableOutfits& tables, const Item& query, const Search& search,
                    Recommendations& found) {
  if (const Status read = tables.refresh(project); !read.ok()) {
    found.partial.push_back(tables_left_out(read.error()));
    return;
  }
  Item changed = query;
  for (const recommender::LabelValue& change : search.changes) {
    set_value(changed.attributes, {change.attribute, change.value, "", {}});
  }
  found.table_outfits = tables.like(changed, search.filter, search.k, project.taxonomy());
}

/// None where the item is in no cluster.
std::optional<Message> cluster_of(const GarmentCatalogue& catalogue, const Item& item, const Taxonomy& taxonomy) {
  if (!item.cluster) return std::nullopt;
  const labeling::KeptClusters& kept = catalogue.clusters().of_model().at(item.part);
  return name_of(kept.clusters.at(static_cast<std::size_t>(*item.cluster)), taxonomy);
}

Result<Recommendations> answer(Project& project, GarmentCatalogue& catalogue, TableOutfits& tables,
                               const RecommendQuery& query, AskedGarment asked,
                               const std::optional<Message>& stands_in = {}) {
  Item& item = asked.item;
  JAEDAN_ASSIGN_OR_RETURN(const Search search, search_for(project, catalogue, query, item.part));
  item.cluster = catalogue.clusters().place_of(item.part, item.vector);
  Recommendations found;
  found.query = {asked.photo, item.garment, item.part, 1.0, "", asked.box, std::nullopt, cluster_number(item)};
  found.cluster = cluster_of(catalogue, item, project.taxonomy());
  const CatalogueGaps gaps = catalogue.gaps();
  found.partial = sentences_of(gaps);
  if (stands_in) found.partial.insert(found.partial.begin(), *stands_in);
  found.may_grow = gaps.changed_photos > 0 || gaps.without_vector > 0;
  const bool by_clusters = search.view == recommender::View::kCluster;
  if (by_clusters) {
    if (auto gap = catalogue.clusters().gap(item.part)) found.partial.push_back(std::move(*gap));
  }
  const Describer describe(project, catalogue, by_clusters ? item.cluster : std::nullopt);
  JAEDAN_RETURN_IF_ERROR(find(catalogue.garments(), describe, item, search, found));
  find_in_tables(project, tables, item, search, found);
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

}  // namespace

bool operator==(const RecommendQuery& a, const RecommendQuery& b) {
  return a.photo == b.photo && a.outside == b.outside && a.part == b.part && a.garment == b.garment && a.k == b.k &&
         a.metric == b.metric && a.by_labels == b.by_labels && a.changes == b.changes && a.filter == b.filter &&
         a.like == b.like && a.unlike == b.unlike && a.preferences == b.preferences && is_same(a.wardrobe, b.wardrobe);
}

Result<Recommendations> recommend(Project& project, const RecommendQuery& query, const Watch& watch) {
  JAEDAN_RETURN_IF_ERROR(view_of(query));
  // Who waits for the whole answer gets it from the best model there is, which looks at what it has not seen.
  JAEDAN_ASSIGN_OR_RETURN(const std::string wanted, wanted_model(project, query.photo));
  GarmentCatalogues for_this_question;
  for_this_question.note_complete(wanted);
  return recommend(project, for_this_question, query, Patience::kWhole, watch);
}

Result<Recommendations> recommend(Project& project, GarmentCatalogues& catalogues, const RecommendQuery& query,
                                  Patience patience, const Watch& watch) {
  JAEDAN_RETURN_IF_ERROR(view_of(query));
  if (!query.outside.empty()) {
    JAEDAN_ASSIGN_OR_RETURN(const OutsidePhoto outside, look_outside(project, query.outside));
    return recommend_outside(project, catalogues, outside, query, patience, watch);
  }
  JAEDAN_ASSIGN_OR_RETURN(const ModelChoice choice, choose_model(project, catalogues, query.photo));
  GarmentCatalogue& catalogue = catalogues.of(choice.id);
  JAEDAN_ASSIGN_OR_RETURN(AskedGarment asked,
                          asked_garment(project, catalogue, {query.photo, query.garment, query.part}));
  JAEDAN_RETURN_IF_ERROR(catalogue.refresh(project, patience, watch));
  return answer(project, catalogue, catalogues.tables(), query, std::move(asked), choice.stands_in);
}

Result<OutsidePhoto> look_outside(Project& project, const std::string& path) {
  OutsidePhoto outside;
  JAEDAN_ASSIGN_OR_RETURN(outside.photo, photo_of_file(path));
  JAEDAN_ASSIGN_OR_RETURN(outside.image, labeling::read_image(path));
  JAEDAN_ASSIGN_OR_RETURN(const UsableModel champion, find_model(&project, ""));
  JAEDAN_ASSIGN_OR_RETURN(const auto model, open_model(champion, {0, false, 1}));
  JAEDAN_ASSIGN_OR_RETURN(outside.prediction, model->prefill(outside.image.view()));
  return outside;
}

Result<Recommendations> recommend_outside(Project& project, GarmentCatalogues& catalogues, const OutsidePhoto& outside,
                                          const RecommendQuery& query, Patience patience, const Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(AskedGarment asked, asked_garment_outside(outside.photo, outside.prediction, query.part));
  JAEDAN_ASSIGN_OR_RETURN(const ModelChoice choice, choose_model(project, catalogues, {}));
  if (choice.id != outside.prediction.model_id) {
    JAEDAN_RETURN_IF_ERROR(look_anew(project, choice.id, outside.image.view(), outside.prediction, asked));
  }
  GarmentCatalogue& catalogue = catalogues.of(choice.id);
  JAEDAN_RETURN_IF_ERROR(catalogue.refresh(project, patience, watch));
  return answer(project, catalogue, catalogues.tables(), query, std::move(asked), choice.stands_in);
}

}  // namespace jaedan::workflow
