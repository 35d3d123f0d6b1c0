#pragma once

#include "labeling/base/result.h"
#include "labeling/domain/image.h"
#include "labeling/synth/paint/raster.h"
#include "labeling/synth/random.h"

namespace jaedan::labeling::synth {

/// What a cheap camera and a web site do to a picture: exposure, colour cast, vignette, blur, noise, JPEG. Places stay
/// where they are. `strength` 0 leaves the picture alone, 1 is ordinary. kInternal when the JPEG coder refuses.
Result<Image> photographed(FloatImage picture, double strength, Random& random);

}  // namespace jaedan::labeling::synth
