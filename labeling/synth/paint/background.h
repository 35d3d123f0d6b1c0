#pragma once

#include "labeling/synth/paint/raster.h"
#include "labeling/synth/random.h"

namespace jaedan::labeling::synth {

/// What stands behind a person: a studio, a wall, a street, a park, a room. `horizon` (share of the height) is where
/// wall and floor meet.
FloatImage person_background(int width, int height, double horizon, Random& random);
/// What a garment lies on or hangs before: paper, boards, a sheet, a carpet, concrete, a wall.
FloatImage garment_background(int width, int height, bool hanging, Random& random);

}  // namespace jaedan::labeling::synth
