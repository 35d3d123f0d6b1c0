#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/domain/validate.h"

namespace jaedan::labeling {

/// One thing of an outfit.
struct OutfitItem {
  std::string word;  ///< category number, its name where one is given, or what the table calls it: "셔츠"
  std::string type;  ///< the column or the type that the table gives ("main_top"); empty: none

  friend bool operator==(const OutfitItem& a, const OutfitItem& b) { return a.word == b.word && a.type == b.type; }
};

/// What was worn, or put, together.
struct TableOutfit {
  std::string id;                 ///< unique in its table; "row 12" where the table gives none
  std::vector<OutfitItem> items;  ///< two at least, no two alike
  int row = 0;                    ///< line of a CSV, place in the list of a JSON; from 1
};

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
