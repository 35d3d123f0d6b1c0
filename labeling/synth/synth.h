#pragma once

#include <cstdint>

#include "labeling/base/result.h"
#include "labeling/domain/annotation.h"
#include "labeling/domain/image.h"
#include "labeling/domain/mask.h"

namespace jaedan::labeling {

/// What kind of photos to draw.
struct SynthOptions {
  int width = 400;                    ///< pixels, [64, 4096]
  int height = 600;                   ///< pixels, [64, 4096]
  double single_garment_share = 0.3;  ///< share of photos with one garment and nobody in it, [0, 1]
  double camera_strength = 1.0;       ///< blur, noise, colour cast, JPEG; 0 = none, 1 = ordinary, at most 2
};

/// A drawn photo and the exact truth about it.
struct DrawnPhoto {
  Image image;
  /// Garments top, bottom, dress, outer as far as they are seen; regions trace the visible pixels (what hair, hands,
  /// bags and other garments cover is left out). All values have the provenance *import* "synth".
  Annotation annotation;
  Mask label_mask;  ///< mask_value(Part) a pixel, 0 = no garment
};

/// Draws photo `index` of `seed`. The same numbers give the same bytes on the same machine, whichever photos were
/// drawn before. Thread-safe. kInvalidArgument for options out of range, kInternal when the JPEG coder fails.
Result<DrawnPhoto> draw_photo(std::uint64_t seed, int index, const SynthOptions& options = {});

}  // namespace jaedan::labeling
