#pragma once

#include <cstdint>

#include "labeling/domain/part.h"

namespace jaedan {

/// 8-bit sRGB.
struct Colour {
  std::uint8_t r = 0;
  std::uint8_t g = 0;
  std::uint8_t b = 0;
};

/// The colour of a part wherever regions are shown: in the studio and in overlays. Four of the eight colours of Okabe
/// and Ito (2008, "Color Universal Design"), which people with any kind of colour blindness can tell apart.
constexpr Colour colour_of(Part part) {
  switch (part) {
    case Part::kOuter: return {230, 159, 0};    // orange
    case Part::kTop: return {86, 180, 233};     // sky blue
    case Part::kBottom: return {0, 158, 115};   // bluish green
    case Part::kDress: return {204, 121, 167};  // reddish purple
  }
  return {0, 0, 0};
}

}  // namespace jaedan
