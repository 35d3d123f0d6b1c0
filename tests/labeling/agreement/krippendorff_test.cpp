// Alpha against examples that others published.
#include "labeling/agreement/krippendorff.h"

#include <gtest/gtest.h>

#include <array>
#include <map>
#include <random>

#include "tests/labeling/agreement/written_tables.h"

namespace jaedan::labeling::testing {
namespace {

// Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), B to D: 0.095, 0.692; nominal 0.743, ordinal
// 0.815, interval 0.849, ratio 0.797.
TEST(Krippendorff, OfBinaryDataByTwoObservers) {
  EXPECT_NEAR(
      value_of(krippendorff_alpha(table_by_rater({"0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"}), Level::kNominal)),
      0.0952, kFourDigits);
}

TEST(Krippendorff, OfNominalDataByTwoObservers) {
  EXPECT_NEAR(value_of(krippendorff_alpha(table_by_rater({"a a b b d c c c e d d a", "b a b b b c c c e d d d"}),
                                          Level::kNominal)),
              0.6920, kFourDigits);
}

TEST(Krippendorff, OfFourObserversWithMissingData) {
  const RatingTable table = table_by_rater(
      {"1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 ."});
  EXPECT_NEAR(value_of(krippendorff_alpha(table, Level::kNominal)), 0.7434, kFourDigits);
  EXPECT_NEAR(value_of(krippendorff_alpha(table, Level::kOrdinal)), 0.8154, kFourDigits);
  EXPECT_NEAR(value_of(krippendorff_alpha(table, Level::kInterval)), 0.8491, kFourDigits);
  EXPECT_NEAR(value_of(krippendorff_alpha(table, Level::kRatio)), 0.7974, kFourDigits);
}

// Wikipedia, "Krippendorff's alpha", and the Python package krippendorff: nominal 0.691, interval 0.811.
TEST(Krippendorff, OfThreeCodersWithHalfOfTheDataMissing) {
  const RatingTable table = table_by_rater(
      {". . . . . 3 4 1 2 1 1 3 3 . 3", "1 . 2 1 3 3 4 3 . . . . . . .", ". . 2 1 3 4 4 . 2 1 1 3 3 . 4"});
  EXPECT_NEAR(value_of(krippendorff_alpha(table, Level::kNominal)), 0.6914, kFourDigits);
  EXPECT_NEAR(value_of(krippendorff_alpha(table, Level::kInterval)), 0.8108, kFourDigits);
  EXPECT_NEAR(value_of(krippendorff_alpha(table, Level::kOrdinal)), 0.8067, kFourDigits);
}

/// The matrix of coincidences as it stands in the paper, differences looked up pair by pair.
double alpha_by_matrix(const RatingTable& table, Level level) {
  const std::vector<double>& numbers = table.numbers();
  std::map<std::pair<int, int>, double> coincidences;
  std::vector<double> counts(numbers.size());
  double n = 0;
  each_pairable_unit(table, [&](const std::vector<int>& values) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      for (std::size_t j = 0; j < values.size(); ++j) {
        if (i != j) coincidences[{values[i], values[j]}] += 1.0 / static_cast<double>(values.size() - 1);
      }
      ++counts[static_cast<std::size_t>(values[i])];
      ++n;
    }
  });
  const auto difference = [&](std::size_t c, std::size_t k) -> double {
    if (c == k) return 0;
    if (level == Level::kNominal) return 1;
    if (level == Level::kInterval) return (numbers[c] - numbers[k]) * (numbers[c] - numbers[k]);
    if (level == Level::kRatio) return std::pow((numbers[c] - numbers[k]) / (numbers[c] + numbers[k]), 2);
    double between = -(counts[c] + counts[k]) / 2;
    for (std::size_t g = std::min(c, k); g <= std::max(c, k); ++g) between += counts[g];
    return between * between;
  };
  double observed = 0, expected = 0;
  for (const auto& [pair, count] : coincidences)
    observed += count * difference(static_cast<std::size_t>(pair.first), static_cast<std::size_t>(pair.second));
  for (std::size_t c = 0; c < counts.size(); ++c) {
    for (std::size_t k = 0; k < counts.size(); ++k) expected += counts[c] * counts[k] * difference(c, k);
  }
  return 1 - (n - 1) * observed / expected;
}

TEST(Krippendorff, IsWhatTheMatrixOfCoincidencesGives) {
  std::mt19937 random(7);
  for (int run = 0; run < 50; ++run) {
    const std::size_t raters = 2 + random() % 5;
    std::vector<std::vector<std::string>> units(5 + random() % 40, std::vector<std::string>(raters));
    for (auto& unit : units) {
      for (auto& cell : unit) cell = random() % 4 == 0 ? "" : std::to_string(random() % 9 * 0.37);
    }
    const RatingTable table = RatingTable::from_text(units).value();
    for (const Level level : {Level::kNominal, Level::kOrdinal, Level::kInterval, Level::kRatio}) {
      EXPECT_NEAR(value_of(krippendorff_alpha(table, level)), alpha_by_matrix(table, level), 1e-9) << run;
    }
  }
}

TEST(Krippendorff, IntervalSeesNeitherUnitNorOriginNorSize) {
  const RatingTable table = table_by_rater({"1 2 3 4", "1 3 3 4"});
  const double alpha = value_of(krippendorff_alpha(table, Level::kInterval));
  const auto same = [&](const std::vector<std::string>& raters) {
    return value_of(krippendorff_alpha(table_by_rater(raters), Level::kInterval));
  };
  EXPECT_NEAR(same({"1e300 2e300 3e300 4e300", "1e300 3e300 3e300 4e300"}), alpha, 1e-12);
  EXPECT_NEAR(same({"1e-310 2e-310 3e-310 4e-310", "1e-310 3e-310 3e-310 4e-310"}), alpha, 1e-9);
  EXPECT_NEAR(same({"100001 100002 100003 100004", "100001 100003 100003 100004"}), alpha, 1e-9);
}

TEST(Krippendorff, LevelsNeedTheirValues) {
  EXPECT_EQ(krippendorff_alpha(table_by_rater({"a b", "a c"}), Level::kInterval).why_not, WhyNot::kLevel);
  EXPECT_EQ(krippendorff_alpha(table_by_rater({"a b", "a c"}), Level::kOrdinal).why_not, WhyNot::kLevel);
  EXPECT_EQ(krippendorff_alpha(table_by_rater({"-1 2", "1 2"}), Level::kRatio).why_not, WhyNot::kLevel);
  EXPECT_TRUE(krippendorff_alpha(table_by_rater({"0 2 0", "0 2 1"}), Level::kRatio).value);
}

}  // namespace
}  // namespace jaedan::labeling::testing
