#pragma once

#include <string_view>

namespace jaedan::labeling {

/// Takes the first line off `rest`, without its end: \n, \r\n or \r alone. False when nothing is left; an end at the
/// very end begins no other line. `line` points into the text.
bool take_line(std::string_view& rest, std::string_view& line);

/// `text` without the byte-order mark that Windows programs put in front.
std::string_view without_byte_order_mark(std::string_view text);

}  // namespace jaedan::labeling
