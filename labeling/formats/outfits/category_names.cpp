#include "labeling/formats/outfits/category_names.h"

#include <set>

#include "labeling/base/text_encoding.h"
#include "labeling/base/utf8.h"
#include "labeling/formats/outfits/outfit_rows.h"
#include "labeling/formats/text_lines.h"

namespace jaedan::labeling {

Result<CategoryNames> read_category_names(std::string_view bytes) {
  if (!is_plain_text(bytes)) {
    const std::string encoding = encoding_of(bytes);
    if (!encoding.empty() && encoding != "UTF-8") return not_utf8(encoding);
    return Error{ErrorCode::kCorrupt, "outfit_table.names_no_text", "the names of categories are no text in UTF-8"};
  }
  CategoryNames names;
  std::set<std::string> met;
  int number = 0;
  for (std::string_view rest = without_byte_order_mark(bytes), line; take_line(rest, line);) {
    ++number;
    const std::string text = clean_word(line);
    if (text.empty()) continue;
    const std::size_t blank = text.find_first_of(" \t");
    if (blank == std::string::npos) {
      return Error{ErrorCode::kCorrupt,
                   "outfit_table.name_missing",
                   "line {0}: '{1}' is no category number with a name behind it",
                   {number, text}};
    }
    const std::string key = text.substr(0, blank);
    const std::string name = clean_word(std::string_view(text).substr(blank));
    if (names.count(key) > 0) continue;
    names[key] = met.insert(name).second ? name : name + " (" + key + ")";
  }
  return names;
}

}  // namespace jaedan::labeling
