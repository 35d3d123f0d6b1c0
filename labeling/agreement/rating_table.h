#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "labeling/base/result.h"

namespace jaedan::labeling {

/// What the values of a table allow (Stevens 1946); each level allows what the ones before it do.
enum class Level {
  kNominal,   ///< the same or not
  kOrdinal,   ///< and more or less
  kInterval,  ///< and how much more
  kRatio,     ///< and how many times: numbers that are not below 0
};

/// ASCII id: nominal, ordinal, interval, ratio.
std::string_view id_of(Level level);
std::optional<Level> level_from_id(std::string_view id);
/// The same as an argument of a sentence.
Message message_of(Level level);

/// Units × raters: who said which value of what; any of them may be missing. Values are interned: `at` gives the number
/// of a category. Immutable; copies share the categories, so that a resample costs its cells alone.
class RatingTable {
 public:
  static constexpr int kMissing = -1;

  /// No unit, no rater.
  RatingTable();
  /// A row a unit, a cell a rater; an empty cell is missing. Blanks around a value do not count, and "가" is the same
  /// however it was typed (form C). Where every value is a finite number, the same number is the same category ("1",
  /// "1.0") and categories ascend; otherwise they are texts. `order`: the categories from lowest to highest, which
  /// gives words the ordinal level; it may name some that nobody said. kInvalidArgument: rows of different lengths, a
  /// value that `order` lacks or names twice.
  static Result<RatingTable> from_text(const std::vector<std::vector<std::string>>& rows,
                                       const std::vector<std::string>& order = {});

  std::size_t units() const { return units_; }
  std::size_t raters() const { return raters_; }
  /// The category that `rater` said of `unit`, or kMissing.
  int at(std::size_t unit, std::size_t rater) const { return cells_[unit * raters_ + rater]; }
  /// Cells that are not missing.
  std::size_t ratings() const;

  /// Names of the categories, in `order` or ascending; of a number's spellings one.
  const std::vector<std::string>& categories() const { return categories_->names; }
  /// Their numbers; empty when one of them is no number.
  const std::vector<double>& numbers() const { return categories_->numbers; }
  /// Whether the values allow `level`. A table without values allows all.
  bool allows(Level level) const;
  /// kInvalidArgument, naming a value that stands in the way, unless `allows(level)`.
  Status require(Level level) const;

  /// A table of these units, in this order; one may come several times.
  RatingTable of_units(const std::vector<std::size_t>& units) const;

 private:
  struct Categories {
    std::vector<std::string> names;
    std::vector<double> numbers;
    bool ordered = false;
  };

  std::shared_ptr<const Categories> categories_;
  std::size_t units_ = 0;
  std::size_t raters_ = 0;
  std::vector<int> cells_;  ///< unit by unit
};

}  // namespace jaedan::labeling
