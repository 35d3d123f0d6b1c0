// Alpha of units of which many are alike is that of all of them one by one.
#include "labeling/agreement/repeated_units.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

#include "labeling/agreement/krippendorff.h"
#include "labeling/agreement/mean_interval.h"
#include "tests/labeling/agreement/written_tables.h"

namespace jaedan::labeling::testing {
namespace {

using Rows = std::vector<std::vector<std::string>>;

/// Up to `most` people a unit, who say a…f, often the same.
Rows said(int units, std::size_t most, std::mt19937_64& random) {
  Rows rows;
  for (int i = 0; i < units; ++i) {
    const std::size_t people = 2 + random() % (most - 1);
    const char usual = static_cast<char>('a' + random() % 4);
    std::vector<std::string>& row = rows.emplace_back(most);
    for (std::size_t person = 0; person < people; ++person) {
      row[person] = random() % 10 < 7 ? usual : static_cast<char>('a' + random() % 6);
    }
  }
  return rows;
}

RepeatedUnits repeated(const Rows& rows) {
  std::map<std::vector<std::string>, std::int64_t> times;
  for (std::vector<std::string> row : rows) {
    std::sort(row.begin(), row.end());
    ++times[row];
  }
  Rows differing;
  RepeatedUnits units;
  for (const auto& [row, count] : times) {
    differing.push_back(row);
    units.times.push_back(count);
  }
  units.units = *RatingTable::from_text(differing);
  return units;
}

TEST(RepeatedUnits, HaveTheAlphaOfAllOfThemOneByOne) {
  std::mt19937_64 random(7);
  for (int round = 0; round < 50; ++round) {
    const Rows rows = said(20 + round * 10, 2 + static_cast<std::size_t>(round % 5), random);
    const Measure exact = krippendorff_alpha(*RatingTable::from_text(rows), Level::kNominal);
    const RepeatedUnits units = repeated(rows);
    EXPECT_EQ(units.count(), static_cast<std::int64_t>(rows.size()));
    EXPECT_NEAR(value_of(nominal_alpha(units)), value_of(exact), 1e-9);
  }
}

TEST(RepeatedUnits, HaveTheReasonsOfATableWithoutAlpha) {
  EXPECT_EQ(nominal_alpha({}).why_not, krippendorff_alpha(RatingTable(), Level::kNominal).why_not);
  RepeatedUnits same{*RatingTable::from_text({{"a", "a"}}), {300}};
  EXPECT_EQ(nominal_alpha(same).why_not, WhyNot::kOneCategory);
  EXPECT_FALSE(nominal_alpha_interval(same, {}).interval);
  RepeatedUnits alone{*RatingTable::from_text({{"a", ""}, {"b", ""}}), {3, 4}};
  EXPECT_EQ(nominal_alpha(alone).why_not, WhyNot::kNoPairs);
}

TEST(RepeatedUnits, ManyHaveTheIntervalThatDrawingThemAgainGives) {
  std::mt19937_64 random(3);
  const Rows rows = said(600, 4, random);
  const auto alpha = [](const RatingTable& table) { return krippendorff_alpha(table, Level::kNominal); };
  BootstrapOptions options;
  options.resamples = 2000;
  const BootstrapInterval drawn = bootstrap(*RatingTable::from_text(rows), alpha, options);
  const BootstrapInterval normal = nominal_alpha_interval(repeated(rows), options);
  ASSERT_TRUE(drawn.interval && normal.interval);
  EXPECT_NEAR(normal.interval->low, drawn.interval->low, 0.008);
  EXPECT_NEAR(normal.interval->high, drawn.interval->high, 0.008);
  EXPECT_EQ(normal.used, 0) << "nothing is drawn";
  options.resamples = 0;
  EXPECT_FALSE(nominal_alpha_interval(repeated(rows), options).interval) << "none was asked for";
}

TEST(RepeatedUnits, FewAreDrawnAgain) {
  std::mt19937_64 random(5);
  const RepeatedUnits units = repeated(said(kMostDrawnAgain, 3, random));
  BootstrapOptions options;
  options.resamples = 100;
  const BootstrapInterval once = nominal_alpha_interval(units, options);
  EXPECT_EQ(once.used + once.left_out, 100);
  EXPECT_EQ(once.interval->low, nominal_alpha_interval(units, options).interval->low) << "seeded";
}

TEST(MeanInterval, IsTheNormalOneOfTheSums) {
  std::mt19937_64 random(11);
  NumberSums sums;
  std::vector<double> numbers;
  for (int i = 0; i < 400; ++i) {
    const double number = static_cast<double>(random() % 1000) / 1000;
    numbers.push_back(number);
    ++sums.n;
    sums.sum += number;
    sums.squares += number * number;
  }
  const auto normal = normal_mean_interval(sums, 0.95);
  const auto drawn = bootstrap_mean(numbers, {2000, 1, 0.95}).interval;
  ASSERT_TRUE(normal && drawn);
  EXPECT_NEAR(normal->low, drawn->low, 0.004);
  EXPECT_NEAR(normal->high, drawn->high, 0.004);
  EXPECT_NEAR((normal->low + normal->high) / 2, *sums.mean(), 1e-12);
  // 0.2, 0.4, 0.9: mean 0.5, variance 0.13, half 1.959964 · √(0.13 / 3) = 0.408; cut at 1 and 0 where it reaches out.
  EXPECT_NEAR(normal_mean_interval({3, 1.5, 1.01}, 0.95)->low, 0.5 - 1.959964 * 0.2081666, 1e-6);
  EXPECT_EQ(normal_mean_interval({3, 2.9, 2.81}, 0.95)->high, 1);
  EXPECT_FALSE(normal_mean_interval({1, 0.5, 0.25}, 0.95));
  EXPECT_FALSE(NumberSums{}.mean());
  EXPECT_NEAR(normal_mean_interval({1000, 500, 250}, 0.95)->low, 0.5, 1e-9) << "all alike";
}

}  // namespace
}  // namespace jaedan::labeling::testing
