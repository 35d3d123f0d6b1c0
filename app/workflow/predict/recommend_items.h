#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"
#include "recommender/recommender.h"

namespace jaedan::workflow {

/// What to look for. `change_attribute`/`change_value` ask for "like this, but …" (미니 → 롱).
struct RecommendQuery {
  PhotoId photo;
  std::optional<Part> part;  ///< empty = the photo's largest garment
  int k = 10;
  std::string metric = "cosine";  ///< cosine, euclidean, pearson
  std::string change_attribute;
  std::string change_value;
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
/// are read first (embed_garments.h), which `watch` tells and stops. kNotFound when the photo has no such garment.
Result<Recommendations> recommend(Project& project, const RecommendQuery& query, const Watch& watch = {});

}  // namespace jaedan::workflow
