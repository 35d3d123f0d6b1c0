#pragma once

#include <string_view>

#include "labeling/base/result.h"
#include "labeling/formats/outfits/outfit_table.h"

namespace jaedan::labeling {

/// Names of category numbers from lines "3 Dresses": the first word, blanks, the rest. Empty lines are left out. Of a
/// number that comes twice the first line counts; a name that comes twice is followed by its number, "Shorts (12)".
/// kCorrupt: no UTF-8, or a line without a name, which is told.
Result<CategoryNames> read_category_names(std::string_view bytes);

}  // namespace jaedan::labeling
