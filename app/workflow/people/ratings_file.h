#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "labeling/agreement/rating_table.h"

namespace jaedan::workflow {

/// Whether the first row of a table names its columns.
enum class HeaderRow {
  kGuess,  ///< it does when its cells are filled, differ, are not all numbers, and none is a value further down
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
};

/// Ratings as a table of comma-separated values: a row a unit, a column a rater, an empty cell where somebody gave
/// none. Empty lines are left out. kCorrupt, with the line: no table (labeling/formats/csv_reader.h), rows of different
/// lengths, less than two columns, nothing at all. kInvalidArgument: `order` does not suit the values.
Result<Ratings> read_ratings(std::string_view bytes, const RatingsOptions& options);

}  // namespace jaedan::workflow
