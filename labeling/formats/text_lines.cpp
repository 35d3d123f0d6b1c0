#include "labeling/formats/text_lines.h"

#include <algorithm>

namespace jaedan::labeling {

bool take_line(std::string_view& rest, std::string_view& line) {
  if (rest.empty()) return false;
  const std::size_t end = std::min(rest.find_first_of("\r\n"), rest.size());
  line = rest.substr(0, end);
  const bool two = rest.substr(end, 2) == "\r\n";
  rest.remove_prefix(std::min(end + (two ? 2 : 1), rest.size()));
  return true;
}

std::string_view without_byte_order_mark(std::string_view text) {
  return text.substr(text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0);
}

}  // namespace jaedan::labeling
