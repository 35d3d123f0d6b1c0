#include <algorithm>

#include "labeling/formats/json/json_reading.h"
#include "labeling/formats/outfits/outfit_rows.h"

namespace jaedan::labeling {
namespace {

using json_reading::list;
using json_reading::member;

constexpr JsonLimits kLimits = {512u << 20, 16, 50'000'000};

/// The first of these members that is a word.
std::string first_word(const JsonValue& object, std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    std::string word = json_reading::id(object, key);
    if (!word.empty()) return word;
  }
  return {};
}

/// A word stands alone or in an object.
void read_item(const JsonValue& value, TableOutfit& outfit, OutfitRows& rows) {
  std::string word = value.is_string() || value.type == JsonValue::Type::kNumber ? value.text : std::string();
  if (value.is_object()) word = first_word(value, {"item", "category", "name", "id"});
  if (clean_word(word).empty()) {
    return rows.warn("outfit_item_unreadable", {"outfit_table.item_unreadable",
                                                "row {0}: an item that is neither a word nor a number is left out",
                                                {outfit.row}});
  }
  rows.add_item(outfit, outfit.row, word, value.is_object() ? json_reading::word(value, "type") : std::string());
}

void read_outfit(const JsonValue& value, int row, OutfitRows& rows) {
  TableOutfit outfit;
  outfit.row = row;
  const std::vector<JsonValue>* items = &value.items;
  if (value.is_object()) {
    outfit.id = first_word(value, {"set_id", "id", "outfit_id"});
    const char* key = member(value, "items_category") ? "items_category" : "items";
    items = &list(value, key);
    // The lists of one set belong together; a part that is missing says that something was lost.
    const JsonValue* places = member(value, "items_index");
    if (places && places->items.size() != items->size()) {
      rows.warn("outfit_lists_differ", {"outfit_table.lists_differ",
                                        "row {0}: items_category has {1} and items_index {2}",
                                        {row, items->size(), places->items.size()}});
    }
  } else if (value.is_array()) {
    outfit.id = "row " + std::to_string(row);  // this form gives no ids
  } else {
    return rows.warn("outfit_row_unreadable",
                     {"outfit_table.row_unreadable", "row {0}: neither a list nor an object; it is left out", {row}});
  }
  for (const JsonValue& item : *items) read_item(item, outfit, rows);
  rows.add(std::move(outfit));
}

}  // namespace

Result<OutfitTable> read_outfit_json(std::string_view bytes, const CategoryNames& names) {
  JAEDAN_ASSIGN_OR_RETURN(const JsonValue root, parse_json_document(bytes, kLimits));
  const JsonValue* outfits = root.is_object() ? member(root, "outfits") : &root;
  if (!outfits || !outfits->is_array()) {
    return Error{ErrorCode::kCorrupt, "outfit_table.no_list", "this is no list of outfits"};
  }
  OutfitRows rows(names);
  int row = 0;
  for (const JsonValue& outfit : outfits->items) read_outfit(outfit, ++row, rows);
  return rows.finish();
}

}  // namespace jaedan::labeling
