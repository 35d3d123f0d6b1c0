#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"
#include "recommender/recommender.h"

namespace jaedan::workflow {

/// What to look for. `change_attribute`/`change_value` ask for "like this, but …" (미니 → 롱), of outfits too.
struct RecommendQuery {
  PhotoId photo;
  std::string outside;       ///< instead: the file of a photo that is not in the project
  std::optional<Part> part;  ///< empty = the photo's largest garment
  int k = 10;
  std::string metric = "cosine";  ///< cosine, euclidean, pearson
  std::string change_attribute;
  std::string change_value;
  /// Whether colour and other labels count (recommender/ranking.h); false = the looks alone.
  bool by_labels = true;
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
};

/// An approved photo that wears something like the query; the other garments are the suggestion.
struct RecommendedOutfit {
  Photo photo;
  double score = 0;
  std::string reason;
  RecommendedItem match;  ///< the garment that is like the query
  std::vector<RecommendedItem> goes_with;
};

struct Recommendations {
  RecommendedItem query;
  std::vector<RecommendedItem> similar;
  std::vector<RecommendedOutfit> outfits;
};

/// Similar garments and outfits for one garment, among the approved photos. Garments that no model has looked at yet
/// are read first (embed_garments.h), which `watch` tells and stops. Of a photo outside the project the champion's
/// likeliest reading is asked about; the project stays without it. kNotFound when the photo has no such garment; errors
/// of reading the photo and of opening the model.
Result<Recommendations> recommend(Project& project, const RecommendQuery& query, const Watch& watch = {});

/// The same for a photo outside the project of which a model has said `prediction`. `photo` is described as it is.
Result<Recommendations> recommend_for(Project& project, const Photo& photo, const Prediction& prediction,
                                      const RecommendQuery& query, const Watch& watch = {});

}  // namespace jaedan::workflow
