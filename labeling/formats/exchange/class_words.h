#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "labeling/formats/exchange/garment_label.h"

namespace jaedan::labeling {

/// A class of somebody's data set.
struct ListedClass {
  std::string name;   ///< "short_sleeved_shirt"
  std::string above;  ///< the class above it (COCO's supercategory), empty when there is none
};

/// The class that a word in somebody's file means: a class name, a category's id, Korean or English name, a spelling
/// of the DACON contest ("kadigan"), or a part's id or Korean name; else the part alone that the last of its words says
/// ("short_sleeved_shirt", "denim jackets", "반팔 티셔츠"). Case, blanks, '-' and '_' do not matter,
/// nor a number at the end ("shirt-1").
std::optional<GarmentClass> class_from_word(std::string_view word, const std::vector<GarmentClass>& classes,
                                            const Taxonomy& taxonomy);

/// The same for all classes of a data set, which tell what the others mean: a "vest" beside a "sling" (DeepFashion2) is
/// a sleeveless top, a "hood" a hoodie only among the DACON contest's words or below a part, elsewhere (Fashionpedia) a
/// piece of a garment. A word that means nothing may still stand below a part ("gilet" below "아우터").
std::vector<std::optional<GarmentClass>> classes_from_list(const std::vector<ListedClass>& list,
                                                           const std::vector<GarmentClass>& classes,
                                                           const Taxonomy& taxonomy);

}  // namespace jaedan::labeling
