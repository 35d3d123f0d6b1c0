#pragma once

#include <array>
#include <cstdint>

#include "inference/garments/segmentation_classes.h"
#include "labeling/domain/part.h"

namespace jaedan::inference {

/// Which parts a photo shows: bit `mask_value(part) − 1` is set for a part that is there. 0 is no garment at all.
using PartSet = std::uint8_t;

inline constexpr int kPartSetCount = 1 << kPartCount;
inline constexpr PartSet kEveryPart = kPartSetCount - 1;

/// One number a set, indexed by PartSet.
using PerPartSet = std::array<float, kPartSetCount>;

constexpr PartSet part_set_of(Part part) { return static_cast<PartSet>(1U << (mask_value(part) - 1U)); }
constexpr bool has_part(PartSet set, Part part) { return (set & part_set_of(part)) != 0; }

/// The classes of a pixel that a photo with these parts has: those parts and everything that is no garment.
constexpr std::array<bool, kPixelClassCount> classes_of(PartSet set) {
  std::array<bool, kPixelClassCount> allowed{};
  for (int c = 0; c < kPixelClassCount; ++c) {
    allowed[static_cast<std::size_t>(c)] = c < 1 || c > kPartCount || (set >> (c - 1) & 1) != 0;
  }
  return allowed;
}

}  // namespace jaedan::inference
