#include "labeling/agreement/assignment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

namespace jaedan::labeling {
namespace {

using Gains = std::vector<std::vector<double>>;

double gain_of(const Gains& gains, const std::vector<int>& column_of) {
  double sum = 0;
  for (std::size_t row = 0; row < gains.size(); ++row) {
    if (column_of[row] >= 0) sum += gains[row][static_cast<std::size_t>(column_of[row])];
  }
  return sum;
}

/// Tries every order of the columns.
double best_of_all(const Gains& gains, std::size_t columns) {
  std::vector<int> order(std::max(gains.size(), columns));
  std::iota(order.begin(), order.end(), 0);
  double best = 0;
  do {
    std::vector<int> column_of;
    for (std::size_t row = 0; row < gains.size(); ++row)
      column_of.push_back(order[row] < static_cast<int>(columns) ? order[row] : -1);
    best = std::max(best, gain_of(gains, column_of));
  } while (std::next_permutation(order.begin(), order.end()));
  return best;
}

TEST(BestAssignment, TakesTheBestSumAndNotTheBestPair) {
  EXPECT_EQ(best_assignment({{0.9, 0.8}, {0.8, 0.1}}), (std::vector<int>{1, 0}));
}

TEST(BestAssignment, LeavesTheRestAndWhatGainsNothingAlone) {
  EXPECT_EQ(best_assignment({{0.2}, {0.7}, {0.1}}), (std::vector<int>{-1, 0, -1}));
  EXPECT_EQ(best_assignment({{0, 0.3, 0.2}}), (std::vector<int>{1}));
  EXPECT_EQ(best_assignment({{0, 0}, {0, 0}}), (std::vector<int>{-1, -1}));
  EXPECT_TRUE(best_assignment({}).empty());
  EXPECT_EQ(best_assignment({{}, {}}), (std::vector<int>{-1, -1}));
}

TEST(BestAssignment, IsTheBestOfAllThereAre) {
  std::mt19937 random(11);
  for (int run = 0; run < 300; ++run) {
    const std::size_t rows = 1 + random() % 5, columns = 1 + random() % 5;
    Gains gains(rows, std::vector<double>(columns));
    for (auto& row : gains) {
      for (double& gain : row) gain = random() % 3 == 0 ? 0 : random() % 100 / 100.0;
    }
    const std::vector<int> found = best_assignment(gains);
    std::vector<int> taken;
    std::copy_if(found.begin(), found.end(), std::back_inserter(taken), [](int column) { return column >= 0; });
    std::sort(taken.begin(), taken.end());
    EXPECT_EQ(std::adjacent_find(taken.begin(), taken.end()), taken.end()) << "a column went to two rows";
    EXPECT_NEAR(gain_of(gains, found), best_of_all(gains, columns), 1e-12) << run;
  }
}

}  // namespace
}  // namespace jaedan::labeling
