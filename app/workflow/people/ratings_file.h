#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "labeling/agreement/rating_table.h"

namespace jaedan::workflow {

/// Whether the first row of a table names its columns.
enum class HeaderRow {
  /// It does when its cells are filled, differ, and none is a number, while all values below it are numbers; or none of
  /// its cells is a value further down, and they are one word and a number each (rater1, rater2), or there are three
  /// rows or more below and every value comes again.
  kGuess,
  kYes,
  kNo,
};

/// How a file of ratings is read.
struct RatingsOptions {
  HeaderRow header = HeaderRow::kGuess;
  char delimiter = 0;                ///< , ; or tab; 0: found out
  std::vector<std::string> missing;  ///< words that mean no rating, beside the empty cell: "NA"
  std::vector<std::string> order;    ///< of the values from lowest to highest, for words; empty: none
};

/// Ratings of several people.
struct Ratings {
  labeling::RatingTable table;
  std::vector<std::string> raters;  ///< as the first row names them, else "1", "2", …
  bool header = false;              ///< whether the first row was taken for one
  bool header_by_guess = false;     ///< it was, and might be a unit as well: whoever reads the figures must be told
};

/// Ratings as a table of comma-separated values: a row a unit, a column a rater, an empty cell where somebody gave
/// none. Empty lines are left out. kCorrupt, with the line: no table (labeling/base/csv_reader.h), rows of different
/// lengths, nothing at all. kInvalidArgument: `order` does not suit the values.
Result<Ratings> read_ratings(std::string_view bytes, const RatingsOptions& options);

}  // namespace jaedan::workflow
