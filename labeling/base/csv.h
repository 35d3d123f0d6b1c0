#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jaedan {

/// One cell by RFC 4180: in quotes when it holds a comma, a quote or a line end. A text that a spreadsheet would run as
/// a formula (leading = + - @, tab or carriage return) gets an apostrophe in front; numbers such as -0.5 are left
/// alone. Bytes that are no UTF-8 become U+FFFD.
std::string csv_cell(std::string_view text);
/// The cells of one line, ended by CR LF.
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace jaedan
