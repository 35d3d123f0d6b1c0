#pragma once

#include "labeling/domain/annotation.h"
#include "labeling/domain/mask.h"
#include "labeling/domain/validate.h"

namespace jaedan::labeling {

/// The garments of a photo as one map of part numbers (`mask_value(Part)`, 0 is nothing), painted top, bottom, dress,
/// outer, so that the outer lies on top; within a part in z-order. Hidden garments are painted too.
Mask label_mask(const Annotation& annotation, int width, int height);

/// One garment for each part number in the map, outlined exactly along the pixels (`label_mask` gives the same map
/// back). Other values are left out, with one Warning that names them.
struct MaskReading {
  Annotation annotation;
  std::vector<Warning> warnings;
};
MaskReading annotation_from_mask(const Mask& mask);

}  // namespace jaedan::labeling
