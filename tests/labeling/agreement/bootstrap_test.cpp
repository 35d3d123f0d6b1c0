#include "labeling/agreement/bootstrap.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

#include "labeling/agreement/krippendorff.h"
#include "labeling/agreement/percent_agreement.h"
#include "tests/labeling/agreement/written_tables.h"

namespace jaedan::labeling::testing {
namespace {

Measure nominal_alpha(const RatingTable& table) { return krippendorff_alpha(table, Level::kNominal); }

/// `agree` units of which both say 0 or 1 in turn, and `differ` of which they do not.
RatingTable pairs(int agree, int differ) {
  std::vector<std::vector<std::string>> units;
  for (int i = 0; i < agree; ++i) units.push_back({std::to_string(i % 2), std::to_string(i % 2)});
  for (int i = 0; i < differ; ++i) units.push_back({std::to_string(i % 2), std::to_string(1 - i % 2)});
  return RatingTable::from_text(units).value();
}

TEST(Bootstrap, TheSameSeedGivesTheSameInterval) {
  const RatingTable table = pairs(40, 10);
  const BootstrapInterval one = bootstrap(table, nominal_alpha, {500, 3, 0.95});
  const BootstrapInterval again = bootstrap(table, nominal_alpha, {500, 3, 0.95});
  const BootstrapInterval other = bootstrap(table, nominal_alpha, {500, 4, 0.95});
  ASSERT_TRUE(one.interval && again.interval && other.interval);
  EXPECT_EQ(one.interval->low, again.interval->low);
  EXPECT_EQ(one.interval->high, again.interval->high);
  EXPECT_NE(one.interval->low, other.interval->low);
  EXPECT_EQ(one.used, 500);
}

// Of 200 units 160 agree: the share has a standard error of √(0.8 · 0.2 / 200) = 0.0283, so 95 % lie within 0.055.
TEST(Bootstrap, FindsTheSpreadOfAShare) {
  const BootstrapInterval found = bootstrap(pairs(160, 40), percent_agreement, {4000, 1, 0.95});
  ASSERT_TRUE(found.interval);
  EXPECT_NEAR(found.interval->low, 0.745, 0.01);
  EXPECT_NEAR(found.interval->high, 0.855, 0.01);
  const BootstrapInterval half = bootstrap(pairs(160, 40), percent_agreement, {4000, 1, 0.5});
  EXPECT_NEAR(half.interval->high - half.interval->low, 2 * 0.6745 * 0.0283, 0.01);
}

// Three units of 0 and one of 1: every third resample holds one category alone, and has no alpha.
TEST(Bootstrap, ResamplesWithoutAValueAreLeftOutAndCounted) {
  const BootstrapInterval found = bootstrap(table_by_rater({"0 0 0 1", "0 0 0 1"}), nominal_alpha, {1000, 1, 0.95});
  EXPECT_NEAR(found.left_out, 1000 * 0.75 * 0.75 * 0.75 * 0.75, 60);
  EXPECT_EQ(found.used + found.left_out, 1000);
  ASSERT_TRUE(found.interval);
  EXPECT_DOUBLE_EQ(found.interval->low, 1);
}

TEST(Bootstrap, WhereMostResamplesSayNothingThereIsNoInterval) {
  EXPECT_FALSE(bootstrap(table_by_rater({"0 0 0", "0 0 0"}), nominal_alpha, {100, 1, 0.95}).interval);
  EXPECT_FALSE(bootstrap(table_by_rater({"0", "1"}), nominal_alpha, {100, 1, 0.95}).interval) << "one unit";
  EXPECT_FALSE(bootstrap(RatingTable(), nominal_alpha, {100, 1, 0.95}).interval);
  EXPECT_FALSE(bootstrap(pairs(4, 2), nominal_alpha, {0, 1, 0.95}).interval) << "none were asked for";
}

TEST(Bootstrap, AnyFigureOfDrawnUnitsGetsAnInterval) {
  const std::vector<double> values = {1, 2, 3, 4, 5, 6};
  const auto largest = [&](const std::vector<std::size_t>& drawn) -> std::optional<double> {
    double most = 0;
    for (const std::size_t unit : drawn) most = std::max(most, values[unit]);
    return most < 3 ? std::nullopt : std::optional<double>(most);
  };
  const BootstrapInterval found = bootstrap_units(values.size(), largest, {2000, 1, 0.95});
  ASSERT_TRUE(found.interval);
  EXPECT_EQ(found.interval->high, 6);
  EXPECT_GE(found.interval->low, 3);
  // All six draws below 3: (1/3)^6 of the resamples.
  EXPECT_NEAR(found.left_out, 2000.0 / 729, 6);
  EXPECT_EQ(found.used + found.left_out, 2000);
  EXPECT_FALSE(bootstrap_units(1, largest, {100, 1, 0.95}).interval);
  EXPECT_FALSE(bootstrap_units(0, largest, {100, 1, 0.95}).interval);
}

TEST(Bootstrap, AMeanIsAFigureLikeAnother) {
  const std::vector<double> values = {0, 1, 1, 0, 1, 1, 1, 0};
  const auto mean = [&](const std::vector<std::size_t>& drawn) -> std::optional<double> {
    double sum = 0;
    for (const std::size_t unit : drawn) sum += values[unit];
    return sum / 8;
  };
  const BootstrapInterval one = bootstrap_mean(values, {500, 3, 0.95});
  const BootstrapInterval other = bootstrap_units(values.size(), mean, {500, 3, 0.95});
  ASSERT_TRUE(one.interval && other.interval);
  EXPECT_EQ(one.interval->low, other.interval->low);
  EXPECT_EQ(one.interval->high, other.interval->high);
  EXPECT_FALSE(bootstrap_mean({1}, {500, 3, 0.95}).interval);
}

TEST(Bootstrap, PercentilesLieBetweenNeighbours) {
  const BootstrapInterval found = percentile_interval({4, 1, 3, 2, 5}, 0, 0.75);
  ASSERT_TRUE(found.interval);
  EXPECT_DOUBLE_EQ(found.interval->low, 1.5);
  EXPECT_DOUBLE_EQ(found.interval->high, 4.5);
}

}  // namespace
}  // namespace jaedan::labeling::testing
