#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/domain/mask.h"

namespace jaedan::labeling {

/// Run lengths of a binary mask as COCO counts them: column by column, first the zeros.
std::vector<std::uint32_t> rle_counts_of(const Mask& mask);
/// The mask of these runs. kCorrupt when they do not add up to width × height, kTooLarge over 200 megapixels.
Result<Mask> mask_from_rle(const std::vector<std::uint32_t>& counts, int width, int height);
/// Runs from COCO's compressed text (pycocotools, maskApi.c rleFrString): five bits a character, differences to the run
/// before the last; also as Python prints such bytes (b'…'). kCorrupt.
Result<std::vector<std::uint32_t>> rle_counts_from_text(std::string_view written);

}  // namespace jaedan::labeling
