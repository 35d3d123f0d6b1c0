#include "labeling/formats/outfits/outfit_file.h"

#include <cstdint>
#include <filesystem>
#include <system_error>

#include "labeling/base/file_system.h"
#include "labeling/formats/outfits/category_names.h"
#include "labeling/formats/outfits/outfit_rows.h"
#include "labeling/formats/text_lines.h"

namespace jaedan::labeling {
namespace {

constexpr std::uint64_t kMostTableBytes = 512u << 20;
constexpr std::uint64_t kMostNamesBytes = 16u << 20;
constexpr const char* kJsonBlanks = " \t\r\n";

/// Takes `sign` off the front of `text`, and the blanks before it.
bool take_sign(std::string_view& text, char sign) {
  const std::size_t at = text.find_first_not_of(kJsonBlanks);
  if (at == std::string_view::npos || text[at] != sign) return false;
  text.remove_prefix(at + 1);
  return true;
}

/// Whether `text` has a member of this name that is a list.
bool has_list_of(std::string_view text, std::string_view quoted_key) {
  for (std::size_t at = text.find(quoted_key); at != std::string_view::npos; at = text.find(quoted_key, at + 1)) {
    std::string_view behind = text.substr(at + quoted_key.size());
    if (take_sign(behind, ':') && take_sign(behind, '[')) return true;
  }
  return false;
}

bool looks_like_outfit_json(std::string_view text) {
  if (has_list_of(text, "\"items_category\"")) return true;
  std::string_view list = text;
  if (!take_sign(list, '[')) return has_list_of(text, "\"outfits\"");
  std::string_view first = list;
  if (take_sign(first, '[')) return take_sign(first, '"');  // [["shirt", "jeans"], …]
  return take_sign(list, '{') && has_list_of(list, "\"items\"");
}

}  // namespace

bool looks_like_outfits(std::string_view bytes) {
  const std::string_view text = without_byte_order_mark(bytes);
  const std::size_t begin = text.find_first_not_of(kJsonBlanks);
  if (begin == std::string_view::npos) return false;
  const bool is_json = text[begin] == '[' || text[begin] == '{';
  return is_json ? looks_like_outfit_json(text) : looks_like_outfit_csv(text);
}

Result<CategoryNames> category_names_beside(const std::string& path) {
  const std::string file = (std::filesystem::path(path).parent_path() / kCategoryNamesFile).string();
  std::error_code failed;
  if (!std::filesystem::is_regular_file(file, failed)) return CategoryNames();
  JAEDAN_ASSIGN_OR_RETURN(const std::string bytes, disk().read(file, kMostNamesBytes));
  Result<CategoryNames> names = read_category_names(bytes);
  if (!names.ok()) return names.error().with_context(file);
  return names;
}

Result<OutfitTable> read_outfit_file(const std::string& path, const CategoryNames& names) {
  JAEDAN_ASSIGN_OR_RETURN(const std::string bytes, disk().read(path, kMostTableBytes));
  Result<OutfitTable> table = read_outfit_table(bytes, names);
  if (!table.ok()) return table.error().with_context(path);
  return table;
}

}  // namespace jaedan::labeling
