#pragma once

#include <string>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "labeling/formats/outfits/outfit_table.h"
#include "recommender/outfits/outfit.h"

namespace jaedan::bench {

/// A table's outfits as the recommender knows them: an item's word is its type, behind that of the table if there is
/// one
/// ("main_top/shirt"), which is its slot then.
std::vector<recommender::outfits::Outfit> outfits_of(const labeling::OutfitTable& table);

/// Reads a file (512 MiB at most) and adds its warnings. Errors of reading, with the path.
Result<std::vector<recommender::outfits::Outfit>> read_outfits(const std::string& path,
                                                               std::vector<workflow::FailedItem>& warnings);

}  // namespace jaedan::bench
