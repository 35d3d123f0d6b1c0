#pragma once

#include <optional>
#include <string_view>

#include "recommender/outfits/outfit.h"

namespace jaedan::recommender::outfits {

/// How a colour of the taxonomy stands on the hue wheel.
struct WheelColour {
  std::string_view id;  ///< "sky_blue"
  double hue = 0;       ///< degrees, of HSV
  double strength = 0;  ///< how much of a hue one sees, 0…1; 0: neutral, goes with everything
};

/// Null for a colour that is not known.
const WheelColour* wheel_colour(std::string_view id);

/// How two hues go together, 0…1. 1: the same or neighbours, within 46.8° (half of Matsuda's sector of type V, 93.6°),
/// or opposite, within 18° of it (his type I). Between, less the further from both, down to 0 in the middle; as much
/// less as the weaker of the two colours is strong, so that 1 for neutral ones. Sectors as Cohen-Or, Sorkine, Gal,
/// Leyvand and Xu give them (Color Harmonization, 2006); their sectors are fitted to a picture's whole palette, here
/// each pair is asked. Nothing when a colour is not known.
std::optional<double> colour_harmony(std::string_view a, std::string_view b);

/// Mean over all pairs of pieces whose "colour" is known; nothing without such a pair.
std::optional<double> colour_harmony(const PieceList& pieces);

}  // namespace jaedan::recommender::outfits
