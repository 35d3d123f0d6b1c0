#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "labeling/base/result.h"

namespace jaedan {

/// One row of a table, and where it begins.
struct CsvRow {
  std::vector<std::string> cells;  ///< UTF-8, without their quotes
  int line = 0;                    ///< of the file, from 1
};

/// Which of , ; and tab parts the cells of `text`: the first of these by which its first rows are all as long, and
/// longer than one cell; where there is none, what stands most often in the first row; a comma without any.
char csv_delimiter_of(std::string_view text);

/// The rows of a table by RFC 4180, read generously: a line ends with CR LF, LF or CR, the last one with or without; a
/// byte order mark and empty lines are left out; rows may differ in length, and a quote inside an unquoted cell is a
/// character. `delimiter` 0 is found out. kCorrupt, with the line: no UTF-8 (another encoding is named), a quote
/// without an end, text behind one.
Result<std::vector<CsvRow>> read_csv_rows(std::string_view bytes, char delimiter = 0);

}  // namespace jaedan
