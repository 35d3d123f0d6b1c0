#pragma once

#include <array>
#include <cstdint>

#include "labeling/domain/mask.h"
#include "labeling/domain/region.h"

namespace jaedan::inference {

/// How pixels become an outline that a person would draw.
struct OutlineRules {
  /// How far `simplify` may move the outline, in pixels of the mask: the first one with which the region keeps
  /// `least_iou` with its pixels, or else the last. A person places few points, and so many are to be moved.
  std::array<double, 4> tolerances_px = {3.2, 2.2, 1.4, 0.8};
  double least_iou = 0.985;
};

/// The pixels of `mask` that equal `value`, outlined without a staircase and with few points, in pixels of the mask.
/// Empty where there are next to none.
Region few_point_outline(const Mask& mask, std::uint8_t value, const OutlineRules& rules = {});

}  // namespace jaedan::inference
