#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/domain/table_outfit.h"
#include "labeling/domain/validate.h"

namespace jaedan::labeling {

struct OutfitTable {
  std::vector<TableOutfit> outfits;  ///< in the file's order
  std::vector<Warning> warnings;     ///< at most 1,000; then how many more there are
  std::size_t left_out = 0;          ///< outfits of fewer than two items, or given twice
};

/// Names of category numbers: "3" → "Dresses".
using CategoryNames = std::map<std::string, std::string, std::less<>>;

/// Reads a table of outfits in one of these forms, in UTF-8 with or without a byte order mark:
/// - JSON [{"items_category": [21, 237], "items_index": [1, 2], "set_id": "120161271"}, …];
/// - JSON [["shirt", "jeans"], …] or [{"id": "a", "items": ["shirt", {"item": "jeans", "type": "bottom"}]}, …], also as
///   "outfits" of an object;
/// - CSV, a row an outfit, with columns of these names in any case: id; wearing, hat, main_top, inner_top, bottom,
///   shoes, outer, top, dress, bag, …; an empty cell is nothing worn;
/// - CSV, a row an item: outfit_id, item and perhaps type; without a header two or three columns mean these.
/// Words that are keys of `names` are replaced. Odd rows are warnings, told by row. kCorrupt: no CSV, no JSON, nothing
/// of these forms, not one outfit; kTooLarge: JSON of over 512 MiB or 50,000,000 values.
Result<OutfitTable> read_outfit_table(std::string_view bytes, const CategoryNames& names = {});

}  // namespace jaedan::labeling
