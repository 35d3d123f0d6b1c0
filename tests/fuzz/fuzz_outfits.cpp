#include <set>

#include "labeling/formats/outfits/category_names.h"
#include "labeling/formats/outfits/outfit_table.h"
#include "tests/fuzz/fuzz_target.h"

using namespace jaedan;
using namespace jaedan::labeling;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  static_cast<void>(read_category_names(text));
  const Result<OutfitTable> table = read_outfit_table(text, {{"21", "T-Shirts"}});
  if (!table.ok()) {
    fuzz::require(!table.error().text().empty(), "a refusal says why");
    return 0;
  }
  fuzz::require(!table->outfits.empty(), "a table holds outfits");
  fuzz::require(table->warnings.size() <= 1001, "warnings end");
  std::set<std::string> ids;
  for (const TableOutfit& outfit : table->outfits) {
    fuzz::require(!outfit.id.empty() && ids.insert(outfit.id).second, "ids are unique");
    fuzz::require(outfit.items.size() >= 2 && outfit.items.size() <= 200, "an outfit has two items or more");
    for (std::size_t i = 0; i < outfit.items.size(); ++i) {
      fuzz::require(!outfit.items[i].word.empty(), "an item is a word");
      for (std::size_t j = 0; j < i; ++j) fuzz::require(!(outfit.items[i] == outfit.items[j]), "no two are alike");
    }
  }
  return 0;
}
