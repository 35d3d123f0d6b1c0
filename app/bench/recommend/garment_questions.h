#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "labeling/base/result.h"
#include "labeling/domain/image.h"
#include "labeling/domain/region.h"
#include "recommender/item.h"

namespace jaedan::bench {

/// Garments that are cut out, and what is known of them.
struct Garments {
  std::vector<Image> pictures;
  std::vector<Region> regions;           ///< of each in its picture
  std::vector<recommender::Item> items;  ///< by photo and part; without vectors
};

/// What every way to find garments is asked.
struct GarmentQuestions {
  Garments gallery;  ///< of split train
  Garments queries;  ///< of split val
  Garments again;    ///< those of `queries` in another photograph: turned, nearer, moved, mirrored, in other light
};

/// Of a folder of Clothing Co-Parsing; the photographs are drawn by `seed`. kInvalidArgument for data without garments
/// in both splits; errors of reading it; kCancelled.
Result<GarmentQuestions> read_garment_questions(const std::string& folder, std::uint64_t seed,
                                                const workflow::Watch& watch);

}  // namespace jaedan::bench
