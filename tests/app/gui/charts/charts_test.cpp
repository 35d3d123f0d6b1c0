// Charts without a window: nothing in them, one bar, a team of three hundred, long names.

#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <string>

#include "app/gui/charts/bar_chart.h"
#include "app/gui/charts/column_chart.h"
#include "app/gui/charts/limit_chart.h"
#include "tests/app/gui/panels/null_window.h"

namespace jaedan::gui::testing {
namespace {

BarChart bars_of(int count) {
  BarChart chart;
  chart.name = "made";
  chart.series = {"done", "returned"};
  chart.is_pressed = true;
  for (int i = 0; i < count; ++i) {
    const std::string name = "person " + std::to_string(i) + " with a name of forty characters";
    chart.bars.push_back({name, {10.0 + i, 5.0}, std::to_string(15 + i), "more of it", i == 1});
  }
  return chart;
}

LimitChart limits_of(int count) {
  LimitChart chart{"made", 0.8, {}};
  for (int i = 0; i < count; ++i) {
    chart.points.push_back({"2026-03-0" + std::to_string(1 + i % 9), i == 2 ? 0.2 : 0.8, 0.6, 1, i == 2, "4 of 5"});
  }
  if (count > 3) chart.points[3].value = std::nan("");
  return chart;
}

/// All kinds at once, of so many bars, columns and points.
struct ShownCharts {
  explicit ShownCharts(int bars) : count(bars) {}
  void operator()(const Ui& ui) {
    const BarChart made = bars_of(count);
    BarChart columns = made;
    columns.name = "columns";
    LimitChart limits = limits_of(count);
    limits.name = "limits";
    if (const auto one = bar_chart(ui, made)) bar = one;
    if (const auto some = column_chart(ui, columns)) column = some;
    if (const auto one = limit_chart(ui, limits)) point = one;
  }
  int count;
  std::optional<std::size_t> bar;
  std::optional<std::pair<std::size_t, std::size_t>> column;
  std::optional<std::size_t> point;
};

class Charts : public ::testing::TestWithParam<int> {};

TEST_P(Charts, AreWithinTheirPanelInEveryLook) {
  draw_in_all_looks(
      right_side, true, [] { return content_of(std::make_shared<ShownCharts>(GetParam())); },
      [](const NullWindow& window) {
        for (const char* name : {"made", "columns", "limits"}) {
          const std::string item = "chart." + std::string(name) + (GetParam() == 0 ? ".empty" : ".0");
          EXPECT_TRUE(window.shows(item)) << item << " " << name_of(window.looks());
        }
      });
}

INSTANTIATE_TEST_SUITE_P(OfSize, Charts, ::testing::Values(0, 1, 5, 300));

TEST(BarChart, GivesTheBarThatWasPressed) {
  NullWindow window;
  const auto shown = std::make_shared<ShownCharts>(5);
  window.draw_panel(whole(window), content_of(shown));
  window.press("chart.made.3");
  window.draw_panel(whole(window), content_of(shown));
  EXPECT_EQ(shown->bar, 3U);
  window.press("chart.columns.2");
  window.draw_panel(whole(window), content_of(shown));
  EXPECT_EQ(shown->column, std::make_pair(std::size_t{2}, std::size_t{2}));
  window.press("chart.limits.4");
  window.draw_panel(whole(window), content_of(shown));
  EXPECT_EQ(shown->point, 4U);
}

TEST(BarChart, DrawsOnlyWhatIsInSight) {
  NullWindow window;
  const auto shown = std::make_shared<ShownCharts>(300);
  window.draw_panel(whole(window), content_of(shown));
  EXPECT_TRUE(window.shows("chart.made.0"));
  EXPECT_FALSE(window.shows("chart.made.299"));
}

TEST(ColumnChart, OfManyDaysLeadsToAllThatAColumnStandsFor) {
  NullWindow window({Language::kEnglish, ThemeKind::kLight, 1, 1000, 640});
  const auto shown = std::make_shared<ShownCharts>(300);
  window.draw_panel(right_side(window), content_of(shown));
  ASSERT_FALSE(window.shows("chart.columns.299"));
  window.press("chart.columns.0");
  window.draw_panel(right_side(window), content_of(shown));
  ASSERT_TRUE(shown->column);
  EXPECT_EQ(shown->column->first, 0U);
  EXPECT_GT(shown->column->second, 0U);
}

}  // namespace
}  // namespace jaedan::gui::testing
