#include "recommender/outfits/colour_harmony.h"

#include <algorithm>
#include <cmath>

#include "labeling/domain/attribute.h"

namespace jaedan::recommender::outfits {
namespace {

// Where the middle of what people call so lies; strength as far as such clothes are dyed, not as the name's purest
// tone.
constexpr WheelColour kColours[] = {
    {"black", 0, 0},      {"white", 0, 0},    {"grey", 0, 0},         {"silver", 0, 0},    {"beige", 35, 0},
    {"navy", 230, 0.2},   {"brown", 25, 0.3}, {"khaki", 70, 0.4},     {"wine", 345, 0.6},  {"red", 0, 1},
    {"pink", 340, 0.6},   {"orange", 28, 1},  {"gold", 46, 0.5},      {"yellow", 54, 0.9}, {"neon", 80, 1},
    {"green", 130, 0.9},  {"mint", 160, 0.5}, {"sky_blue", 200, 0.5}, {"blue", 220, 0.8},  {"lavender", 260, 0.4},
    {"purple", 285, 0.8},
};
constexpr double kNeighbours = 46.8;
constexpr double kOpposite = 180 - 18;
constexpr double kMiddle = (kOpposite - kNeighbours) / 2;

}  // namespace

const WheelColour* wheel_colour(std::string_view id) {
  const auto* const found = std::find_if(std::begin(kColours), std::end(kColours),
                                         [&](const WheelColour& colour) { return colour.id == id; });
  return found == std::end(kColours) ? nullptr : found;
}

std::optional<double> colour_harmony(std::string_view a, std::string_view b) {
  const WheelColour* first = wheel_colour(a);
  const WheelColour* second = wheel_colour(b);
  if (!first || !second) return std::nullopt;
  const double turn = std::abs(first->hue - second->hue);
  const double apart = std::min(turn, 360 - turn);
  const double outside = std::max(0.0, std::min(apart - kNeighbours, kOpposite - apart));
  return 1 - std::min(first->strength, second->strength) * outside / kMiddle;
}

std::optional<double> colour_harmony(const PieceList& pieces) {
  double sum = 0;
  int pairs = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    for (std::size_t j = i + 1; j < pieces.size(); ++j) {
      const auto harmony =
          colour_harmony(value_in(*pieces[i], attribute::kColour), value_in(*pieces[j], attribute::kColour));
      if (!harmony) continue;
      sum += *harmony;
      ++pairs;
    }
  }
  return pairs > 0 ? std::optional<double>(sum / pairs) : std::nullopt;
}

}  // namespace jaedan::recommender::outfits
