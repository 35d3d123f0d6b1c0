#include "labeling/agreement/assignment.h"

#include <algorithm>
#include <limits>

namespace jaedan::labeling {
namespace {

/// The Hungarian method on a square of costs, row after row: prices of rows and columns under which every cost is at
/// least the sum of both, and a matching along costs that are exactly that.
class HungarianMethod {
 public:
  HungarianMethod(const std::vector<std::vector<double>>& gains, std::size_t rows, std::size_t columns)
      : gains_(gains),
        rows_(rows),
        columns_(columns),
        size_(std::max(rows, columns)),
        row_price_(size_, 0),
        column_price_(size_, 0),
        row_of_(size_, kFree) {}

  /// For each column the row that has it.
  std::vector<std::size_t> solve() {
    for (std::size_t row = 0; row < size_; ++row) insert(row);
    return row_of_;
  }

 private:
  static constexpr std::size_t kFree = std::numeric_limits<std::size_t>::max();

  double cost(std::size_t row, std::size_t column) const {
    return row < rows_ && column < columns_ ? -gains_[row][column] : 0;
  }

  /// Finds the cheapest way from `row` over matched pairs to a free column, and hands the columns on along it.
  void insert(std::size_t row) {
    std::vector<double> way(size_, std::numeric_limits<double>::infinity());
    std::vector<std::size_t> before(size_, kFree);
    std::vector<bool> done(size_, false);
    std::size_t from_row = row, from_column = kFree, reached = kFree;
    while (true) {
      double step = std::numeric_limits<double>::infinity();
      for (std::size_t column = 0; column < size_; ++column) {
        if (done[column]) continue;
        const double over = cost(from_row, column) - row_price_[from_row] - column_price_[column];
        if (over < way[column]) {
          way[column] = over;
          before[column] = from_column;
        }
        if (way[column] < step) {
          step = way[column];
          reached = column;
        }
      }
      row_price_[row] += step;
      for (std::size_t column = 0; column < size_; ++column) {
        if (done[column]) {
          row_price_[row_of_[column]] += step;
          column_price_[column] -= step;
        } else {
          way[column] -= step;
        }
      }
      done[reached] = true;
      if (row_of_[reached] == kFree) break;
      from_row = row_of_[reached];
      from_column = reached;
    }
    for (; before[reached] != kFree; reached = before[reached]) row_of_[reached] = row_of_[before[reached]];
    row_of_[reached] = row;
  }

  const std::vector<std::vector<double>>& gains_;
  const std::size_t rows_;
  const std::size_t columns_;
  const std::size_t size_;
  std::vector<double> row_price_;
  std::vector<double> column_price_;
  std::vector<std::size_t> row_of_;
};

}  // namespace

std::vector<int> best_assignment(const std::vector<std::vector<double>>& gains) {
  std::vector<int> column_of(gains.size(), -1);
  if (gains.empty() || gains.front().empty()) return column_of;
  const std::size_t columns = gains.front().size();
  const std::vector<std::size_t> row_of = HungarianMethod(gains, gains.size(), columns).solve();
  for (std::size_t column = 0; column < columns; ++column) {
    const std::size_t row = row_of[column];
    if (row < gains.size() && gains[row][column] > 0) column_of[row] = static_cast<int>(column);
  }
  return column_of;
}

}  // namespace jaedan::labeling
