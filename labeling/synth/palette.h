#pragma once

#include <string>
#include <vector>

#include "labeling/synth/colour.h"
#include "labeling/synth/random.h"

namespace jaedan::labeling::synth {

/// A dye: the K-Fashion colour id and one shade of it.
struct Dye {
  std::string name;
  Colour colour;
};

/// The 21 K-Fashion colour ids.
const std::vector<std::string>& colour_names();
/// A shade that people would call `name`; black for an unknown name.
Dye dye_of(const std::string& name, Random& random);
/// A washed denim shade of blue, navy, sky_blue, black, grey or white.
Dye denim_dye(Random& random);
/// Skin from very light to very dark.
Colour skin_tone(Random& random);
/// Natural hair, now and then bleached or dyed.
Colour hair_tone(Random& random);

}  // namespace jaedan::labeling::synth
