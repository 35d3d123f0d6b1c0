#pragma once

#include <string>
#include <string_view>

#include "labeling/base/result.h"
#include "labeling/formats/outfits/outfit_table.h"

namespace jaedan::labeling {

/// Name of the file beside a table that names its category numbers (category_names.h).
inline constexpr const char* kCategoryNamesFile = "categories.txt";

/// Whether a .json or .csv file that begins with `bytes` seems to be a table of outfits: sets of categories, lists of
/// words, columns of what is worn. A CSV without a header is not known by its looks.
bool looks_like_outfits(std::string_view bytes);

/// The names that lie beside the table at `path`; none when there is no such file. Errors of reading it, with its path.
Result<CategoryNames> category_names_beside(const std::string& path);

/// Reads the table at `path` (512 MiB at most), its numbers named by `names`. Errors of reading it, with the path.
Result<OutfitTable> read_outfit_file(const std::string& path, const CategoryNames& names = {});

}  // namespace jaedan::labeling
