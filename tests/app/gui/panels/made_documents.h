#pragma once

#include <vector>

#include "app/gui/project/document.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan::gui::testing {

/// The vocabulary that comes with the program.
const Taxonomy& taxonomy();
/// A photo of 200 × 300 that nobody has touched.
Document new_document();
/// The same, and a model has proposed two garments in one reading and one in another.
Document proposed_document();
/// mixed_document, where the model says more than was filled in: of kOwn that it is a shirt or else a blouse of cotton
/// and linen, of the photo that it shows street style (sure) with punk (a guess), and a woman (filled in).
Document guessed_document();
/// One of everything: a person's garment with labels, a model's, a hidden one, a locked one, one without outline.
Document mixed_document();
/// As many garments as are somebody's mistake.
Document crowded_document(int count);

/// The ids in mixed_document, lowest first.
inline constexpr GarmentId kOwn{1}, kOfModel{2}, kHidden{3}, kLocked{4}, kWithoutOutline{5};

}  // namespace jaedan::gui::testing
