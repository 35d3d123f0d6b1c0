#include "app/gui/charts/chart_scale.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <set>

#include "app/gui/base/theme.h"
#include "app/gui/charts/chart_look.h"

namespace jaedan::gui {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

TEST(ChartAxis, StepsAreOneTwoOrFiveTimesAPowerOfTen) {
  EXPECT_DOUBLE_EQ(axis_for(97, 4, true).step, 50);
  EXPECT_DOUBLE_EQ(axis_for(97, 4, true).top, 100);
  EXPECT_DOUBLE_EQ(axis_for(100, 4, true).step, 50);
  EXPECT_DOUBLE_EQ(axis_for(7, 4, true).step, 2);
  EXPECT_DOUBLE_EQ(axis_for(7, 4, true).top, 8);
  EXPECT_DOUBLE_EQ(axis_for(0.9, 4, false).step, 0.5);
  EXPECT_EQ(axis_for(1'200'000, 4, true).ticks().size(), 4U);  // 0, 500,000, …, 1,500,000
  EXPECT_EQ(axis_for(0.3, 3, false).ticks().size(), 4U);       // 0, 0.1, 0.2, 0.3
}

TEST(ChartAxis, OfWholeNumbersHasNoFractions) {
  EXPECT_DOUBLE_EQ(axis_for(1, 4, true).step, 1);
  EXPECT_DOUBLE_EQ(axis_for(2, 4, true).top, 2);
}

TEST(ChartAxis, OfNothingGoesToOne) {
  for (const double most : {0.0, -3.0, kNone, std::numeric_limits<double>::infinity()}) {
    EXPECT_DOUBLE_EQ(axis_for(most, 4, true).top, 1) << most;
  }
  EXPECT_DOUBLE_EQ(axis_for(5, 0, true).top, 5);
  EXPECT_DOUBLE_EQ(axis_of(BarChart{}, 4).top, 1);
}

TEST(ChartAxis, OfSharesEndsAtAll) {
  BarChart chart;
  chart.top = 1;
  chart.is_share = true;
  chart.bars = {{"kim", {0.42}, "42%"}};
  EXPECT_DOUBLE_EQ(axis_of(chart, 4).top, 1);
  chart.bars[0].interval = {{0.3, 1.2}};
  EXPECT_DOUBLE_EQ(axis_of(chart, 4).top, 1);
}

TEST(ChartBars, PartsStandBehindEachOtherWithinTheBar) {
  const ChartBar bar{"kim", {2, kNone, -1, 3}, "5"};
  EXPECT_DOUBLE_EQ(sum_of(bar), 5);
  const auto edges = edges_of(bar, 10, 200);
  ASSERT_EQ(edges.size(), 4U);
  EXPECT_FLOAT_EQ(edges[0].second, 40);
  EXPECT_FLOAT_EQ(edges[1].second, 40);
  EXPECT_FLOAT_EQ(edges[3].first, 40);
  EXPECT_FLOAT_EQ(edges[3].second, 100);
  EXPECT_FLOAT_EQ(edges_of(bar, 1, 200)[3].second, 200);  // longer than the axis
  EXPECT_FLOAT_EQ(edges_of(bar, 0, 200)[3].second, 0);
}

TEST(ChartWords, SayNumbersAsPeopleWriteThem) {
  EXPECT_EQ(number_words(1234567), "1,234,567");
  EXPECT_EQ(number_words(12.34), "12.3");
  EXPECT_EQ(number_words(0.254), "0.25");
  EXPECT_EQ(number_words(kNone), "–");
  EXPECT_EQ(percent_words(0.854), "85%");
  EXPECT_EQ(percent_words(kNone), "–");
  EXPECT_EQ(tick_words(0.5, true), "50%");
}

TEST(ChartLabels, AreLeftOutWhereTheyWouldTouch) {
  EXPECT_EQ(label_step(7, 700, 60), 1U);
  EXPECT_EQ(label_step(365, 700, 60), 41U);
  EXPECT_EQ(label_step(0, 700, 60), 1U);
  EXPECT_EQ(label_step(5, 10, 60), 5U);
}

TEST(ChartColumns, AreAddedTogetherWhereThereIsNoRoom) {
  std::vector<ChartBar> days;
  for (int i = 0; i < 10; ++i) days.push_back({"day " + std::to_string(i), {1, 2}, "3", "about", i == 9});
  EXPECT_EQ(together(days, 10).size(), 10U);
  EXPECT_EQ(together(days, 10)[0].about, "about");
  const auto sums = together(days, 4);
  ASSERT_EQ(sums.size(), 4U);
  EXPECT_EQ(columns_together(10, 4), 3U);
  EXPECT_EQ(sums[0].label, "day 0 – day 2");
  EXPECT_DOUBLE_EQ(sums[0].parts[1], 6);
  EXPECT_EQ(sums[0].value, "9");
  EXPECT_EQ(sums[3].label, "day 9");
  EXPECT_TRUE(sums[3].warns);
  double all = 0;
  for (const ChartBar& sum : sums) all += sum_of(sum);
  EXPECT_DOUBLE_EQ(all, 30);
  EXPECT_TRUE(together({}, 4).empty());
}

/// Contrast of two colours (WCAG 2.1).
double contrast(Colour a, Colour b) {
  const auto luminance = [](Colour colour) {
    const auto channel = [&](int shift) {
      const double c = ((colour >> shift) & 0xFF) / 255.0;
      return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(0) + 0.7152 * channel(8) + 0.0722 * channel(16);
  };
  const double one = luminance(a) + 0.05, other = luminance(b) + 0.05;
  return std::max(one, other) / std::min(one, other);
}

TEST(ChartColours, AreSeenInBothThemesAndDiffer) {
  for (const ThemeKind kind : {ThemeKind::kDark, ThemeKind::kLight}) {
    std::set<Colour> seen;
    for (std::size_t i = 0; i < kChartColours; ++i) {
      EXPECT_GE(contrast(chart_colour(kind, i), make_theme(kind).panel), 3) << i;
      seen.insert(chart_colour(kind, i));
    }
    EXPECT_EQ(seen.size(), kChartColours);
  }
}

}  // namespace
}  // namespace jaedan::gui
