#include "labeling/agreement/proportion_interval.h"

#include <gtest/gtest.h>

namespace jaedan::labeling {
namespace {

void expect_interval(std::int64_t hits, std::int64_t trials, double low, double high) {
  const Interval found = wilson_interval(hits, trials);
  EXPECT_NEAR(found.low, low, 0.00005) << hits << " of " << trials;
  EXPECT_NEAR(found.high, high, 0.00005) << hits << " of " << trials;
}

// Newcombe, "Two-sided confidence intervals for the single proportion" (1998), table I, method 3.
TEST(WilsonInterval, IsTheOneOfNewcombesTable) {
  expect_interval(81, 263, 0.2553, 0.3662);
  expect_interval(15, 148, 0.0624, 0.1605);
  expect_interval(0, 20, 0.0000, 0.1611);
  expect_interval(1, 29, 0.0061, 0.1718);
}

TEST(WilsonInterval, HoldsTheShareAtBothEndsAndKnowsNothingWithoutTrials) {
  EXPECT_EQ(wilson_interval(0, 5).low, 0);
  EXPECT_EQ(wilson_interval(5, 5).high, 1);
  EXPECT_EQ(wilson_interval(0, 0).low, 0);
  EXPECT_EQ(wilson_interval(0, 0).high, 1);
  EXPECT_EQ(wilson_interval(9, 5).high, 1);
}

TEST(NormalQuantile, IsThatOfTheTables) {
  EXPECT_NEAR(normal_quantile(0.975), 1.959963984540054, 1e-10);
  EXPECT_NEAR(normal_quantile(0.95), 1.6448536269514722, 1e-10);
  EXPECT_NEAR(normal_quantile(0.5), 0, 1e-10);
}

}  // namespace
}  // namespace jaedan::labeling
