#include "app/workflow/people/ratings_file.h"

#include <algorithm>
#include <set>

#include "labeling/formats/csv_reader.h"

namespace jaedan::workflow {
namespace {

using RatingRows = std::vector<std::vector<std::string>>;

std::string without_blanks(const std::string& cell) {
  const std::size_t first = cell.find_first_not_of(" \t");
  return first == std::string::npos ? "" : cell.substr(first, cell.find_last_not_of(" \t") - first + 1);
}

Result<RatingRows> cells_of(std::vector<labeling::CsvRow> read) {
  if (read.empty()) return Error{ErrorCode::kCorrupt, "ratings.empty", "there is no rating in it"};
  const std::size_t expected = read.front().cells.size();
  if (expected < 2) {
    return Error{ErrorCode::kCorrupt, "ratings.one_column",
                 "there is one column only; a column a rater is needed, with , ; or tab between them"};
  }
  RatingRows rows;
  for (labeling::CsvRow& row : read) {
    if (row.cells.size() != expected) {
      return Error{ErrorCode::kCorrupt,
                   "ratings.ragged",
                   "line {0}: {1|cell}, but the first row has {2}",
                   {row.line, row.cells.size(), expected}};
    }
    rows.push_back(std::move(row.cells));
    for (std::string& cell : rows.back()) cell = without_blanks(cell);
  }
  return rows;
}

bool looks_like_header(const RatingRows& rows) {
  const std::vector<std::string>& first = rows.front();
  const std::set<std::string> names(first.begin(), first.end());
  if (rows.size() < 2 || names.size() != first.size() || names.count("") > 0) return false;
  const auto alone = labeling::RatingTable::from_text({first});
  if (alone.ok() && alone->allows(labeling::Level::kInterval)) return false;
  return std::none_of(rows.begin() + 1, rows.end(), [&](const std::vector<std::string>& row) {
    return std::any_of(row.begin(), row.end(), [&](const std::string& cell) { return names.count(cell) > 0; });
  });
}

}  // namespace

Result<Ratings> read_ratings(std::string_view bytes, const RatingsOptions& options) {
  JAEDAN_ASSIGN_OR_RETURN(std::vector<labeling::CsvRow> read, labeling::read_csv_rows(bytes, options.delimiter));
  JAEDAN_ASSIGN_OR_RETURN(RatingRows rows, cells_of(std::move(read)));
  Ratings ratings;
  ratings.header =
      options.header == HeaderRow::kYes || (options.header == HeaderRow::kGuess && looks_like_header(rows));
  for (std::size_t rater = 0; rater < rows.front().size(); ++rater) {
    ratings.raters.push_back(ratings.header ? rows.front()[rater] : std::to_string(rater + 1));
  }
  if (ratings.header) rows.erase(rows.begin());
  const std::set<std::string> missing(options.missing.begin(), options.missing.end());
  for (auto& row : rows) {
    for (std::string& cell : row) {
      if (missing.count(cell) > 0) cell.clear();
    }
  }
  JAEDAN_ASSIGN_OR_RETURN(ratings.table, labeling::RatingTable::from_text(rows, options.order));
  return ratings;
}

}  // namespace jaedan::workflow
