#pragma once

#include <string>
#include <vector>

#include "labeling/domain/garment.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan::labeling {

/// One class of formats that give each object a single word: a category, or a part whose category nobody has said.
struct GarmentClass {
  std::string name;      ///< "jeans"; "bottom_unspecified"
  std::string category;  ///< category id, empty for a part alone
  Part part = Part::kTop;
};

/// All classes: the taxonomy's categories in its order (21 for K-Fashion, in the order of the DACON contest's ids),
/// then one for each part without a category.
std::vector<GarmentClass> garment_classes(const Taxonomy& taxonomy);
/// Index of the garment's class; the part's own class when the category is unknown, not sure or missing.
std::size_t class_of(const Garment& garment, const std::vector<GarmentClass>& classes);
/// A garment of this class, its category said by the `format` it came with.
Garment garment_of_class(const GarmentClass& garment_class, const std::string& format);

}  // namespace jaedan::labeling
