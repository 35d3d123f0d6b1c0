#include "labeling/agreement/rank_correlation.h"

#include <gtest/gtest.h>

#include <limits>

namespace jaedan::labeling {
namespace {

// Wikipedia, "Spearman's rank correlation coefficient": IQ and hours of television a week, −29/165.
TEST(Spearman, OfTheUsualExample) {
  const auto rho = spearman({106, 100, 86, 101, 99, 103, 97, 113, 112, 110}, {7, 27, 2, 50, 28, 29, 20, 12, 6, 17});
  ASSERT_TRUE(rho);
  EXPECT_NEAR(*rho, -29.0 / 165, 1e-12);
}

TEST(Spearman, TiesShareTheirRank) {
  EXPECT_EQ(ranks_of({5, 1, 5, 7}), (std::vector<double>{2.5, 1, 2.5, 4}));
  // Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: 4.5 / √(4.5 · 5).
  EXPECT_NEAR(*spearman({1, 2, 2, 3}, {1, 2, 3, 4}), 4.5 / std::sqrt(4.5 * 5), 1e-12);
}

TEST(Spearman, OnlyTheOrderCounts) {
  EXPECT_DOUBLE_EQ(*spearman({1, 2, 3}, {1, 10, 1e9}), 1);
  EXPECT_DOUBLE_EQ(*spearman({1, 2, 3}, {3, 2, 1}), -1);
}

TEST(Spearman, WithoutVariationThereIsNone) {
  EXPECT_FALSE(spearman({}, {}));
  EXPECT_FALSE(spearman({1}, {1}));
  EXPECT_FALSE(spearman({1, 1, 1}, {1, 2, 3}));
  const double none = std::numeric_limits<double>::quiet_NaN();
  EXPECT_FALSE(spearman({1, none}, {1, 2}));
  EXPECT_DOUBLE_EQ(*spearman({1, none, 2, 3}, {1, 5, 2, 3}), 1);
}

}  // namespace
}  // namespace jaedan::labeling
