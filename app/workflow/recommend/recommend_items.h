#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"
#include "app/workflow/recommend/asked_garment.h"
#include "app/workflow/recommend/garment_catalogue.h"
#include "app/workflow/recommend/table_outfits.h"
#include "labeling/domain/image.h"
#include "labeling/store/photo_catalogue.h"
#include "recommender/recommender.h"

namespace jaedan::workflow {

/// What to look for.
struct RecommendQuery {
  PhotoId photo;
  std::string outside;       ///< instead: the file of a photo that is not in the project
  std::optional<Part> part;  ///< empty = the photo's largest garment
  GarmentId garment = {};    ///< this very one of the photo, whatever `part` says
  int k = 10;
  std::string metric = "cosine";  ///< recommender::view_from_name
  /// Whether colour and other labels count (recommender/ranking.h); false = the looks alone.
  bool by_labels = true;
  /// "Like this, but …" (미니 → 롱), one after the other, of outfits too. One without a value does not count.
  std::vector<recommender::LabelValue> changes = {};
  recommender::ItemFilter filter = {};
  std::vector<GarmentChoice> like = {};  ///< "more like these"; one without a part means the query's
  std::vector<GarmentChoice> unlike = {};
  recommender::Preferences preferences = {};
  /// Whose approved garments may be found, as OutfitQuery::wardrobe, and then in place of `filter.wardrobe`; unset:
  /// all.
  std::optional<labeling::PhotoFilter> wardrobe = {};

  friend bool operator==(const RecommendQuery& a, const RecommendQuery& b);
  friend bool operator!=(const RecommendQuery& a, const RecommendQuery& b) { return !(a == b); }
};

/// One garment that was found.
struct RecommendedItem {
  Photo photo;
  GarmentId garment;
  Part part = Part::kTop;
  double score = 0;
  std::string reason;                      ///< one sentence
  Rect box;                                ///< of the garment in its photo, image space
  std::optional<recommender::Reason> why;  ///< what the sentence says; empty for what is only worn with a find
  std::optional<int> cluster = {};         ///< of its part (cluster_garments.h), from 1; none: it is in none
};

/// An approved photo that wears something like the query; the other garments are the suggestion.
struct RecommendedOutfit {
  Photo photo;
  double score = 0;
  std::string reason;
  RecommendedItem match;  ///< the garment that is like the query
  std::vector<RecommendedItem> goes_with;
};

/// What was found after one more of the changes.
struct RecommendedStep {
  recommender::LabelValue change;
  std::vector<RecommendedItem> similar;
};

struct Recommendations {
  RecommendedItem query;
  std::vector<RecommendedItem> similar;  ///< after all changes
  std::vector<RecommendedOutfit> outfits;
  std::vector<RecommendedTableOutfit> table_outfits;  ///< of the project's outfit tables, after all changes
  std::vector<RecommendedStep> steps;                 ///< one a change; the last has what `similar` has
  std::optional<Message> cluster;  ///< what the query's cluster is called (cluster_garments.h); none: it is in none
  /// What the answer lacks, or why there is none: garments that were not read yet, a filter that lets nothing through.
  std::vector<Message> partial;
  bool may_grow = false;  ///< whether with Patience::kWhole there would be more
};

/// Similar garments and outfits for one garment, among the approved photos, and outfits of the project's tables that
/// hold something like it. Garments that have no vector yet are read
/// first (embed_garments.h), which `watch` tells and stops; what cannot be read is told (Recommendations::partial). Of
/// a photo outside the project the champion's likeliest reading is asked about; the project stays without it. kNotFound
/// when the photo has no such garment, or a liked one, or nothing has the first changed value; kInvalidArgument for a
/// metric that there is not; errors of reading the photo and of opening the model.
Result<Recommendations> recommend(Project& project, const RecommendQuery& query, const Watch& watch = {});

/// The same with garments that are held for the next question. With Patience::kAtOnce the answer comes from what is
/// held and says what it lacks; asked again with kWhole, it lacks nothing that can be read.
Result<Recommendations> recommend(Project& project, GarmentCatalogues& catalogues, const RecommendQuery& query,
                                  Patience patience, const Watch& watch);

/// A photo outside the project, and what the champion sees in it.
struct OutsidePhoto {
  Photo photo;
  Image image;
  Prediction prediction;
};

/// Looks at the photo at `path`, once for all its garments. Errors of reading it and of the model.
Result<OutsidePhoto> look_outside(Project& project, const std::string& path);

/// The same about the garment `query.part` of its likeliest reading.
Result<Recommendations> recommend_outside(Project& project, GarmentCatalogues& catalogues, const OutsidePhoto& outside,
                                          const RecommendQuery& query, Patience patience, const Watch& watch);

}  // namespace jaedan::workflow
