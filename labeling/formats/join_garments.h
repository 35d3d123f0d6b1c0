#pragma once

#include <vector>

#include "labeling/domain/garment.h"

namespace jaedan::labeling {

/// Several garments of one part as one, for formats that have one object a part. The region is the union (rings of
/// garments whose boxes do not touch stay as they are). Single-valued attributes come from the garment with the largest
/// area that has them, lists are joined in that order without repeats. Id, part and flags are those of the largest;
/// the rect is left to be derived. `garments` must not be empty; one garment comes back as it is.
Garment join_garments(const std::vector<const Garment*>& garments);

}  // namespace jaedan::labeling
