#include "app/workflow/people/ratings_file.h"

#include <algorithm>
#include <set>

#include "labeling/base/csv_reader.h"

namespace jaedan::workflow {
namespace {

using RatingRows = std::vector<std::vector<std::string>>;

std::string without_blanks(const std::string& cell) {
  const std::size_t first = cell.find_first_not_of(" \t");
  return first == std::string::npos ? "" : cell.substr(first, cell.find_last_not_of(" \t") - first + 1);
}

Result<RatingRows> cells_of(std::vector<CsvRow> read) {
  if (read.empty()) return Error{ErrorCode::kCorrupt, "ratings.empty", "there is no rating in it"};
  const std::size_t expected = read.front().cells.size();
  RatingRows rows;
  for (CsvRow& row : read) {
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

/// The names in a row: filled, no two alike, none a number. Nothing when it cannot be one of names.
std::set<std::string> names_in(const std::vector<std::string>& row) {
  std::set<std::string> names;
  for (const std::string& cell : row) {
    const auto alone = labeling::RatingTable::from_text({{cell}});
    const bool is_word = alone.ok() && alone->ratings() == 1 && alone->numbers().empty();
    if (!is_word || !names.insert(alone->categories().front()).second) return {};
  }
  return names;
}

/// Whether the names are one word and a number each: "rater1", "R2".
bool are_numbered(const std::set<std::string>& names) {
  const auto stem_of = [](const std::string& name) { return name.substr(0, name.find_last_not_of("0123456789") + 1); };
  const std::string stem = stem_of(*names.begin());
  return !stem.empty() && std::all_of(names.begin(), names.end(), [&](const std::string& name) {
    return name.size() > stem.size() && stem_of(name) == stem;
  });
}

bool is_value(const labeling::RatingTable& units, const std::set<std::string>& names) {
  const auto is_name = [&](const std::string& value) { return names.count(value) > 0; };
  return std::any_of(units.categories().begin(), units.categories().end(), is_name);
}

/// Whether each value of the table is given twice.
bool all_come_again(const labeling::RatingTable& units) {
  std::vector<int> times(units.categories().size(), 0);
  for (std::size_t unit = 0; unit < units.units(); ++unit) {
    for (std::size_t rater = 0; rater < units.raters(); ++rater) {
      if (const int value = units.at(unit, rater); value != labeling::RatingTable::kMissing)
        ++times[static_cast<std::size_t>(value)];
    }
  }
  return std::all_of(times.begin(), times.end(), [](int n) { return n >= 2; });
}

enum class FirstRow { kUnit, kNames, kPerhapsNames };

FirstRow guess_first_row(const RatingRows& rows) {
  constexpr std::size_t kUnitsToJudgeBy = 3;
  const std::set<std::string> names = names_in(rows.front());
  const auto units = labeling::RatingTable::from_text({rows.begin() + 1, rows.end()});
  if (names.empty() || !units.ok() || units->ratings() == 0) return FirstRow::kUnit;
  if (!units->numbers().empty()) return FirstRow::kNames;
  if (is_value(*units, names)) return FirstRow::kUnit;
  const bool enough = units->units() >= kUnitsToJudgeBy && all_come_again(*units);
  return enough || are_numbered(names) ? FirstRow::kPerhapsNames : FirstRow::kUnit;
}

}  // namespace

Result<Ratings> read_ratings(std::string_view bytes, const RatingsOptions& options) {
  JAEDAN_ASSIGN_OR_RETURN(std::vector<CsvRow> read, read_csv_rows(bytes, options.delimiter));
  JAEDAN_ASSIGN_OR_RETURN(RatingRows rows, cells_of(std::move(read)));
  const std::vector<std::string> first = rows.front();
  const std::set<std::string> missing(options.missing.begin(), options.missing.end());
  for (auto& row : rows) {
    for (std::string& cell : row) {
      if (missing.count(cell) > 0) cell.clear();
    }
  }
  Ratings ratings;
  const FirstRow guess = options.header == HeaderRow::kGuess ? guess_first_row(rows) : FirstRow::kUnit;
  ratings.header = options.header == HeaderRow::kYes || guess != FirstRow::kUnit;
  ratings.header_by_guess = guess == FirstRow::kPerhapsNames;
  for (std::size_t rater = 0; rater < first.size(); ++rater) {
    ratings.raters.push_back(ratings.header ? first[rater] : std::to_string(rater + 1));
  }
  if (ratings.header) rows.erase(rows.begin());
  JAEDAN_ASSIGN_OR_RETURN(ratings.table, labeling::RatingTable::from_text(rows, options.order));
  return ratings;
}

}  // namespace jaedan::workflow
