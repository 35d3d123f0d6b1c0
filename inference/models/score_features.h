#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace jaedan::inference {

/// The features of a card's `score_weights` by name, as `values_of` (garment_score.h) computes them: expected_iou as
/// log-odds, part_probability as it is, and 1 for the garment's part. A new feature goes to the end; cards without it
/// go on.
inline constexpr std::array<std::string_view, 6> kScoreFeatureNames = {
    "expected_iou", "part_probability", "part_outer", "part_top", "part_bottom", "part_dress"};
inline constexpr std::size_t kScoreFeatureCount = kScoreFeatureNames.size();
/// The weight on a card that stands alone.
inline constexpr std::string_view kScoreOffsetName = "offset";

}  // namespace jaedan::inference
