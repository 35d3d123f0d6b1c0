#pragma once

#include <string>
#include <vector>

namespace jaedan {

/// One thing of an outfit of a table.
struct OutfitItem {
  std::string word;  ///< category number, its name where one is given, or what the table calls it: "셔츠"
  std::string type;  ///< the column or the type that the table gives ("main_top"); empty: none

  friend bool operator==(const OutfitItem& a, const OutfitItem& b) { return a.word == b.word && a.type == b.type; }
};

/// What was worn, or put, together: a row of a table that speaks of no photo.
struct TableOutfit {
  std::string id;                 ///< unique in its table; "row 12" where the table gives none
  std::vector<OutfitItem> items;  ///< two at least, no two alike
  int row = 0;                    ///< line of a CSV, place in the list of a JSON; from 1

  friend bool operator==(const TableOutfit& a, const TableOutfit& b) {
    return a.id == b.id && a.items == b.items && a.row == b.row;
  }
};

}  // namespace jaedan
