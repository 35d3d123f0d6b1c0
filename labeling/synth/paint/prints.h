#pragma once

#include <cstdint>
#include <string>

#include "labeling/synth/colour.h"

namespace jaedan::labeling::synth {

/// The colours of a printed or woven cloth.
struct Inks {
  Colour ground;
  Colour first;
  Colour second;
};

/// Colour of a cloth at (u, v), measured in repeats of the pattern; u across, v down the garment.
using Pattern = Colour (*)(const Inks& inks, double u, double v, std::uint32_t seed);

/// The all-over pattern of a K-Fashion print id; null for prints that are not all over (solid, graphic, lettering) and
/// for ids that cannot be drawn.
Pattern pattern_of(const std::string& print);

}  // namespace jaedan::labeling::synth
