#include "labeling/formats/outfits/outfit_rows.h"

#include <algorithm>
#include <utility>

#include "labeling/base/utf8.h"

namespace jaedan::labeling {
namespace {

constexpr std::size_t kMostWarnings = 1000;
constexpr std::size_t kMostItems = 200;
constexpr std::size_t kMostBytes = 200;
constexpr const char* kBlanks = " \t\r\n";

}  // namespace

std::string clean_word(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return utf8_composed(text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1));
}

void OutfitRows::warn(std::string code, Message message) {
  if (table_.warnings.size() >= kMostWarnings) {
    ++more_warnings_;
  } else {
    table_.warnings.push_back({std::move(code), std::move(message)});
  }
}

void OutfitRows::add_item(TableOutfit& outfit, int row, std::string_view word, std::string_view type) {
  OutfitItem item{clean_word(word), clean_word(type)};
  if (item.word.empty()) return;
  if (std::max(item.word.size(), item.type.size()) > kMostBytes) {
    return warn("outfit_item_long",
                {"outfit_table.item_long", "row {0}: a word of over {1} bytes is left out", {row, kMostBytes}});
  }
  if (const auto named = names_.find(item.word); named != names_.end()) item.word = named->second;
  if (std::find(outfit.items.begin(), outfit.items.end(), item) != outfit.items.end()) {
    return warn("outfit_item_twice",
                {"outfit_table.item_twice", "row {0}: '{1}' comes twice and counts once", {row, item.word}});
  }
  if (outfit.items.size() >= kMostItems) {
    return warn("outfit_too_large", {"outfit_table.too_many_items",
                                     "row {0}: more than {1} items; '{2}' is left out",
                                     {row, kMostItems, item.word}});
  }
  outfit.items.push_back(std::move(item));
}

void OutfitRows::add(TableOutfit outfit) {
  outfit.id = clean_word(outfit.id);
  if (outfit.items.size() < 2) {
    ++table_.left_out;
    return warn("outfit_too_small", {"outfit_table.too_few_items",
                                     "row {0}: {1|item}; an outfit has two at least, so it is left out",
                                     {outfit.row, outfit.items.size()}});
  }
  const std::string own_id = "row " + std::to_string(outfit.row);
  if (outfit.id.empty() || outfit.id.size() > kMostBytes) {
    outfit.id = own_id;
    warn("outfit_without_id",
         {"outfit_table.no_id", "row {0}: there is no usable id; it is called '{1}'", {outfit.row, own_id}});
  }
  if (const auto known = by_id_.find(outfit.id); known != by_id_.end()) {
    const TableOutfit& first = table_.outfits[known->second];
    if (first.items == outfit.items) {
      ++table_.left_out;
      return warn("outfit_twice", {"outfit_table.twice",
                                   "row {0}: the outfit '{1}' of row {2} again; it counts once",
                                   {outfit.row, outfit.id, first.row}});
    }
    const std::string renamed = outfit.id + " (" + own_id + ")";
    warn("outfit_id_twice", {"outfit_table.id_twice",
                             "row {0}: the id '{1}' is that of row {2}; it is called '{3}'",
                             {outfit.row, outfit.id, first.row, renamed}});
    outfit.id = renamed;
  }
  // A table might call one of its outfits like that.
  while (!by_id_.emplace(outfit.id, table_.outfits.size()).second) outfit.id += "+";
  table_.outfits.push_back(std::move(outfit));
}

Result<OutfitTable> OutfitRows::finish() {
  if (table_.outfits.empty()) {
    return Error{ErrorCode::kCorrupt, "outfit_table.no_outfit", "there is no outfit of two items or more in it"};
  }
  if (more_warnings_ > 0) {
    table_.warnings.push_back(
        {"more_warnings", {"outfit_table.more_warnings", "and {0} more like these", {more_warnings_}}});
  }
  return std::move(table_);
}

Result<OutfitTable> read_outfit_table(std::string_view bytes, const CategoryNames& names) {
  const std::size_t mark = bytes.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
  const std::size_t begin = bytes.find_first_not_of(kBlanks, mark);
  const bool is_json = begin != std::string_view::npos && (bytes[begin] == '[' || bytes[begin] == '{');
  return is_json ? read_outfit_json(bytes, names) : read_outfit_csv(bytes, names);
}

}  // namespace jaedan::labeling
