#pragma once

#include <map>
#include <string>
#include <string_view>

#include "labeling/formats/outfits/outfit_table.h"

/// What the readers of all forms share; for them alone.
namespace jaedan::labeling {

/// Without blanks around it, in form C; letters of a Mac's Korean come together.
std::string clean_word(std::string_view text);

/// Collects outfits and checks them.
class OutfitRows {
 public:
  explicit OutfitRows(const CategoryNames& names) : names_(names) {}

  /// Adds to `outfit`, cleaned and named. Empty words are nothing; one that is there already, is over 200 bytes long,
  /// or comes after 200 others is told and left out.
  void add_item(TableOutfit& outfit, int row, std::string_view word, std::string_view type);
  /// Takes the outfit in: gives it an id when it has none or one that was there, each of which is told; leaves it out
  /// when it has fewer than two items or is there already with the same id and items.
  void add(TableOutfit outfit);
  void warn(std::string code, Message message);

  /// kCorrupt without an outfit.
  Result<OutfitTable> finish();

 private:
  const CategoryNames& names_;
  OutfitTable table_;
  std::map<std::string, std::size_t> by_id_;  ///< place in the table
  std::size_t more_warnings_ = 0;
};

/// Whether a CSV that begins so names columns of outfits.
bool looks_like_outfit_csv(std::string_view bytes);

Result<OutfitTable> read_outfit_csv(std::string_view bytes, const CategoryNames& names);
Result<OutfitTable> read_outfit_json(std::string_view bytes, const CategoryNames& names);

}  // namespace jaedan::labeling
