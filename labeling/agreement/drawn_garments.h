#pragma once

#include <cstddef>
#include <vector>

#include "labeling/domain/annotation.h"
#include "labeling/domain/mask.h"

namespace jaedan::labeling {

/// A garment as one of several people drew it on the same photo.
struct DrawnGarment {
  std::size_t person = 0;            ///< which annotation it is of
  std::size_t place = 0;             ///< in that annotation's z-order
  const Garment* garment = nullptr;  ///< in that annotation
  Mask mask;                         ///< as large as the photo
};

/// Everybody's garments of `part`, person by person in z-order. `people` must outlive them. Both sides of the photo are
/// above 0; what lies outside is cut off.
std::vector<DrawnGarment> drawn_garments(const std::vector<Annotation>& people, Part part, int width, int height);

/// IoU (labeling/domain/mask.h) of each with each; symmetric. 0 between garments of one person, which are never
/// compared.
std::vector<std::vector<double>> ious_between_people(const std::vector<DrawnGarment>& drawn);

}  // namespace jaedan::labeling
