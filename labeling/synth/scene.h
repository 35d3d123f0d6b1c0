#pragma once

#include "labeling/synth/outfit.h"
#include "labeling/synth/paint/painter.h"

namespace jaedan::labeling::synth {

/// A painted picture before the camera spoils it.
struct Scene {
  FloatImage picture;  ///< photo size
  Mask labels;         ///< photo size; part number of the garment that is seen, 0 = none
  Outfit outfit;       ///< what was put on; a garment may be hidden wholly
};

/// A dressed person.
Scene person_scene(int width, int height, Random& random);
/// One garment laid on the floor or on a hanger.
Scene garment_scene(int width, int height, Random& random);

}  // namespace jaedan::labeling::synth
