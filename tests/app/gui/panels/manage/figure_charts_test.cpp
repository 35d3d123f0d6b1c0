#include "app/gui/panels/manage/figure_charts.h"

#include <gtest/gtest.h>

#include "app/gui/charts/chart_scale.h"
#include "tests/app/gui/panels/made_documents.h"
#include "tests/app/gui/panels/manage/made_figures.h"

namespace jaedan::gui::testing {
namespace {

const Strings kEnglishWords(Language::kEnglish);
const Strings kKoreanWords(Language::kKorean);

TEST(FigureCharts, OfNothingAreEmpty) {
  const FigureCharts charts = charts_of({}, taxonomy(), kEnglishWords);
  for (const FigureChart* const chart : {&charts.days, &charts.people, &charts.photo_times, &charts.workers,
                                         &charts.parts, &charts.model_words, &charts.balance}) {
    EXPECT_TRUE(chart->chart.bars.empty()) << chart->chart.name;
  }
  EXPECT_TRUE(charts.control.empty());
  EXPECT_TRUE(charts.late.empty());
}

TEST(FigureCharts, ADayWithoutWorkStandsEmptyBetweenOthers) {
  const FigureCharts charts = charts_of(made_figures(2, 3), taxonomy(), kEnglishWords);
  ASSERT_EQ(charts.days.chart.bars.size(), 5U);  // each second day of five
  EXPECT_EQ(charts.days.chart.bars[0].label, "2026-03-01");
  EXPECT_DOUBLE_EQ(sum_of(charts.days.chart.bars[0]), 21);  // 10 and 11
  EXPECT_DOUBLE_EQ(sum_of(charts.days.chart.bars[1]), 0);
  const auto* const lead = std::get_if<ShowBehind>(&charts.days.leads[2]);
  ASSERT_TRUE(lead);
  EXPECT_EQ(lead->from, "2026-03-03");
  EXPECT_EQ(lead->to, "2026-03-03");
}

TEST(FigureCharts, ABarOfOneStageLeadsToWhatWasDoneThere) {
  workflow::WorkFigures figures = made_figures(2, 3);
  figures.filter.stage = Stage::kBasic;
  const FigureCharts charts = charts_of(figures, taxonomy(), kEnglishWords);
  const auto* const done = std::get_if<ShowBehind>(&charts.people.leads[0]);
  const auto* const judged = std::get_if<ShowBehind>(&charts.workers.leads[0]);
  const auto* const decided = std::get_if<ShowBehind>(&charts.inspectors.leads[0]);
  ASSERT_TRUE(done && judged && decided);
  EXPECT_EQ(done->stage, Stage::kBasic);
  EXPECT_EQ(judged->stage, figures.workers[0].stage);
  EXPECT_FALSE(decided->stage) << "decisions are made at the inspection";
}

TEST(FigureCharts, WhoReturnedMostStandsFirstAndLeadsToWhatTheyReturned) {
  workflow::WorkFigures figures = made_figures(3, 1);
  figures.filter.from = "2026-03-25";
  figures.filter.to = "2026-03-31";
  figures.filter.part = Part::kBottom;
  std::swap(figures.inspectors[0], figures.inspectors[2]);
  const FigureCharts charts = charts_of(figures, taxonomy(), kEnglishWords);
  ASSERT_EQ(charts.inspectors.chart.bars.size(), 3U);
  EXPECT_EQ(charts.inspectors.chart.bars[0].label.substr(0, 9), "person 0 ");
  EXPECT_DOUBLE_EQ(charts.inspectors.chart.bars[0].parts[0], 3);
  EXPECT_EQ(charts.inspectors.chart.bars[0].value, "91% of 33 accepted");
  const auto* const lead = std::get_if<ShowBehind>(&charts.inspectors.leads[0]);
  ASSERT_TRUE(lead);
  EXPECT_EQ(lead->deed, "return");
  EXPECT_EQ(lead->who, charts.inspectors.chart.bars[0].label);
  EXPECT_EQ(lead->from, "2026-03-25");
  EXPECT_EQ(lead->filter.part, Part::kBottom);
  EXPECT_DOUBLE_EQ(charts.worker_reasons.chart.bars[0].parts[0], 3);
}

TEST(FigureCharts, AStyleNarrowsWhatIsBehindABar) {
  workflow::FigureFilter filter;
  filter.style = "street";
  EXPECT_EQ(filter_behind(filter).attribute, "style");
  EXPECT_EQ(filter_behind(filter).value, "street");
}

TEST(FigureCharts, ValuesOfAnAttributeLeadToTheirPhotos) {
  const FigureCharts charts = charts_of(made_figures(1, 1), taxonomy(), kKoreanWords);
  ASSERT_EQ(charts.labels.size(), 1U);
  ASSERT_EQ(charts.labels[0].values.chart.bars.size(), 2U);
  EXPECT_EQ(charts.labels[0].values.chart.bars[0].label, "블랙");
  EXPECT_DOUBLE_EQ(charts.labels[0].values.chart.bars[0].parts[1], 10);  // guesses
  const auto* const lead = std::get_if<ShowPhotos>(&charts.labels[0].values.leads[0]);
  ASSERT_TRUE(lead);
  EXPECT_EQ(lead->filter.value, "black");
  EXPECT_EQ(lead->filter.part, Part::kTop);
}

TEST(FigureCharts, TheForecastSaysWhetherItIsLate) {
  const FigureCharts charts = charts_of(made_figures(1, 1), taxonomy(), kEnglishWords);
  EXPECT_TRUE(charts.is_late);
  ASSERT_EQ(charts.forecast.size(), 4U);
  EXPECT_EQ(charts.forecast[0], "100 of 400 photos approved, 300 left");
  EXPECT_NE(charts.forecast[1].find("2026-05-01"), std::string::npos);
  EXPECT_EQ(charts_of(made_figures(0, 0), taxonomy(), kEnglishWords).forecast.size(), 1U);  // nothing left, said so
}

TEST(FigureCharts, WhatIsLateSaysOfWhatAndSinceWhen) {
  workflow::WorkFigures figures;
  figures.late = {{workflow::LateKind::kDeadline, "", 1, "2026-03-01"},
                  {workflow::LateKind::kExpired, "kim", 1200, "2026-03-05T18:59:07.123Z"},
                  {workflow::LateKind::kQuota, "kim", 1, "2026-03-05"}};
  const std::vector<std::string> late = charts_of(figures, taxonomy(), kEnglishWords).late;
  ASSERT_EQ(late.size(), 3U);
  EXPECT_EQ(late[0], "not ready by the deadline: 1 photo (due 2026-03-01)");
  EXPECT_EQ(late[1], "kim – claims not done in time: 1,200 tasks (since 2026-03-05 18:59 UTC)");
  EXPECT_EQ(late[2], "kim – quota of today used up: 1 task");
  EXPECT_EQ(charts_of(figures, taxonomy(), kKoreanWords).late[1],
            "kim – 시간 안에 하지 못한 작업: 작업 1,200개 (UTC 2026-03-05 18:59부터)");
}

TEST(FigureCharts, NumbersUnderTheMouseSayOfWhat) {
  const FigureCharts charts = charts_of(made_figures(1, 1), taxonomy(), kEnglishWords);
  ASSERT_FALSE(charts.photo_times.chart.bars.empty() || charts.garment_times.chart.bars.empty());
  ASSERT_FALSE(charts.balance.chart.bars.empty());
  EXPECT_NE(charts.photo_times.chart.bars[0].about.find(" photo"), std::string::npos);
  EXPECT_NE(charts.garment_times.chart.bars[0].about.find(" garment"), std::string::npos);
  EXPECT_EQ(charts.balance.chart.bars[0].value.back(), '%') << "as the bar is long";
  EXPECT_NE(charts.balance.chart.bars[0].about.find(" label"), std::string::npos);
}

TEST(FigureCharts, OnePeriodIsTooLittleToCallWorkSteady) {
  workflow::WorkFigures figures;
  figures.control.resize(2);
  figures.control[0].who = "kim";
  figures.control[0].points.resize(1);
  figures.control[1].points.resize(2);
  const FigureCharts charts = charts_of(figures, taxonomy(), kEnglishWords);
  EXPECT_NE(charts.control_titles[0].find("too little to say"), std::string::npos);
  EXPECT_NE(charts.control_titles[1].find("steady"), std::string::npos);
}

TEST(FigureCharts, WaitingPhotosLeadToTheQueue) {
  const FigureCharts charts = charts_of(made_figures(1, 1), taxonomy(), kEnglishWords);
  ASSERT_EQ(charts.backlog.chart.bars.size(), 4U);
  EXPECT_DOUBLE_EQ(charts.backlog.chart.bars[0].parts[0], 75 + 2);
  EXPECT_DOUBLE_EQ(charts.backlog.chart.bars[0].parts[2], 5 - 2) << "two of the returned ones are in hand";
  EXPECT_DOUBLE_EQ(sum_of(charts.backlog.chart.bars[0]), 100);
  const auto* const lead = std::get_if<ShowWaiting>(&charts.backlog.leads[3]);
  ASSERT_TRUE(lead);
  EXPECT_EQ(lead->stage, Stage::kInspect);
}

TEST(FigureCharts, ScoresHaveTheirIntervals) {
  const std::vector<workflow::QualityRow> rows = {{"kim", Stage::kDrawn, "iou", 0.8, 0.7, 0.9, 12},
                                                  {"kim – lee", std::nullopt, "colour", 0.6, 0.5, 0.7, 30}};
  const BarChart chart = quality_chart("honeypots", rows, taxonomy(), kEnglishWords);
  ASSERT_EQ(chart.bars.size(), 2U);
  EXPECT_EQ(chart.bars[0].value, "80%");
  EXPECT_EQ(chart.bars[0].label.substr(0, 3), "kim");
  ASSERT_TRUE(chart.bars[0].interval);
  EXPECT_DOUBLE_EQ(chart.bars[0].interval->second, 0.9);
}

}  // namespace
}  // namespace jaedan::gui::testing
