#pragma once

#include <optional>
#include <string>
#include <string_view>
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
/// The class that a word in somebody's file means: a class name, a category's id, Korean or English name, a spelling
/// of the DACON contest ("best" for vest), or a part's id or Korean name. Case, blanks, '-' and '_' do not matter.
std::optional<GarmentClass> class_from_word(std::string_view word, const std::vector<GarmentClass>& classes,
                                            const Taxonomy& taxonomy);
/// A garment of this class, its category said by the `format` it came with.
Garment garment_of_class(const GarmentClass& garment_class, const std::string& format);

}  // namespace jaedan::labeling
