// Control charts, balance of labels, tables and the page.
#include "app/workflow/figures/figure_parts.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <sstream>

#include "app/workflow/figures/figure_days.h"
#include "app/workflow/figures/figure_tables.h"
#include "app/workflow/figures/work_report.h"
#include "labeling/domain/taxonomy.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::testing {
namespace {

using workflow::ControlChart;
using workflow::CountRows;
using workflow::WorkFigures;

/// `approved` and `returned` photos of kim's on this day.
void judge(CountRows& rows, const std::string& day, int approved, int returned, const std::string& who = "kim",
           Stage stage = Stage::kDrawn) {
  labeling::CountRow row;
  row.key.kind = labeling::CountKind::kJudged;
  row.key.day = day;
  row.key.who = who;
  row.key.stage = static_cast<int>(stage);
  row.key.word = "approve";
  row.value.n = approved;
  rows.push_back(row);
  row.key.word = "return";
  row.value.n = returned;
  rows.push_back(row);
}

std::vector<ControlChart> charts_of(const CountRows& rows) {
  workflow::JudgedRows judged;
  for (const labeling::CountRow& row : rows) judged.add(row);
  return judged.control_charts();
}

TEST(ControlCharts, LimitsAreThreeStandardDeviationsOfTheShareOfThatDay) {
  CountRows rows;
  for (int day = 1; day <= 5; ++day) judge(rows, "2026-03-0" + std::to_string(day), 18, 2);
  judge(rows, "2026-03-06", 10, 10);
  const std::vector<ControlChart> charts = charts_of(rows);
  ASSERT_EQ(charts.size(), 1u);
  const ControlChart& kim = charts[0];
  EXPECT_EQ(kim.who, "kim");
  EXPECT_EQ(kim.days_a_point, 1);
  EXPECT_NEAR(kim.centre, 100.0 / 120, 1e-12);
  ASSERT_EQ(kim.points.size(), 6u);
  // By hand: 0.8333 ± 3 √(0.8333 · 0.1667 / 20) = 0.8333 ± 0.25.
  EXPECT_NEAR(kim.points[0].lower, 0.58333, 1e-4);
  EXPECT_DOUBLE_EQ(kim.points[0].upper, 1);
  EXPECT_FALSE(kim.points[0].is_outside);
  EXPECT_TRUE(kim.points[5].is_outside);
  EXPECT_DOUBLE_EQ(kim.points[5].share, 0.5);
  EXPECT_TRUE(kim.is_drifting);
}

TEST(ControlCharts, APeriodBearsTheFirstDayOnWhichSomethingWasDecided) {
  CountRows rows;
  judge(rows, "2026-03-05", 1, 0);
  judge(rows, "2026-03-06", 4, 0);
  const ControlChart kim = charts_of(rows).at(0);
  EXPECT_EQ(kim.days_a_point, 7);
  ASSERT_EQ(kim.points.size(), 1u);
  EXPECT_EQ(kim.points[0].day, "2026-03-05") << "not the Monday before, when nobody worked";
}

TEST(ControlCharts, FewDecisionsADayAreTakenTogetherByWeek) {
  CountRows rows;
  for (int day = 2; day <= 15; ++day)
    judge(rows, workflow::day_of(*workflow::day_number("2026-03-01") + day - 1), 1, 0);
  const ControlChart kim = charts_of(rows).at(0);
  EXPECT_EQ(kim.days_a_point, 7);
  ASSERT_EQ(kim.points.size(), 2u);
  EXPECT_EQ(kim.points[0].day, "2026-03-02") << "a Monday";
  EXPECT_EQ(kim.points[0].decided, 7);
  EXPECT_FALSE(kim.is_drifting) << "all were approved";
}

TEST(ControlCharts, ARunOnOneSideDriftsAndComesFirst) {
  CountRows rows;
  for (int day = 1; day <= 16; ++day) {
    const std::string name = workflow::day_of(*workflow::day_number("2026-03-01") + day - 1);
    judge(rows, name, 18, 2, "a steady one");
    judge(rows, name, day <= 8 ? 95 : 90, day <= 8 ? 5 : 10, "b worse");
  }
  const std::vector<ControlChart> charts = charts_of(rows);
  ASSERT_EQ(charts.size(), 2u);
  EXPECT_EQ(charts[0].who, "b worse");
  EXPECT_TRUE(charts[0].is_drifting);
  EXPECT_FALSE(charts[1].is_drifting);
}

TEST(ControlCharts, APhotoThatOnePersonDrewAndLabelledIsNotCountedTwice) {
  CountRows rows;
  judge(rows, "2026-03-02", 4, 0);
  judge(rows, "2026-03-02", 4, 2, "kim", Stage::kBasic);
  const std::vector<ControlChart> charts = charts_of(rows);
  ASSERT_EQ(charts.size(), 2u);
  EXPECT_EQ(charts[0].who, "kim");
  EXPECT_EQ(charts[0].stage, Stage::kDrawn);
  EXPECT_EQ(charts[0].points.at(0).decided, 4);
  EXPECT_DOUBLE_EQ(charts[0].centre, 1);
  EXPECT_EQ(charts[1].who, "kim");
  EXPECT_EQ(charts[1].stage, Stage::kBasic);
  EXPECT_EQ(charts[1].points.at(0).decided, 6);
  EXPECT_DOUBLE_EQ(charts[1].centre, 4.0 / 6);
}

TEST(BalanceOfLabels, IsOneForEqualSharesAndNoughtForOneValue) {
  TaxonomyAttribute fit;
  fit.id = "fit";
  for (const char* id : {"tight", "loose", "wide"}) {
    TaxonomyValue value;
    value.id = id;
    value.parts = {Part::kTop};
    fit.values.push_back(value);
  }
  const Taxonomy taxonomy({fit});
  CountRows rows;
  const auto label = [&](const char* value, int count) {
    labeling::CountRow row;
    row.key.kind = labeling::CountKind::kLabel;
    row.key.part = static_cast<int>(Part::kTop);
    row.key.attribute = "fit";
    row.key.word = value;
    row.value.n = count;
    rows.push_back(row);
  };
  label("loose", 9);
  EXPECT_DOUBLE_EQ(workflow::balance_of(workflow::labels_by_attribute(rows), taxonomy).at(0).evenness, 0);
  label("tight", 3);
  const auto two = workflow::balance_of(workflow::labels_by_attribute(rows), taxonomy).at(0);
  EXPECT_EQ(two.values, 2);
  EXPECT_EQ(two.missing, 1);
  EXPECT_EQ(two.most_common, "loose");
  EXPECT_EQ(two.rarest, "tight");
  EXPECT_DOUBLE_EQ(two.ratio(), 3);
  EXPECT_NEAR(two.evenness, -(0.75 * std::log(0.75) + 0.25 * std::log(0.25)) / std::log(3), 1e-12);
}

TEST(DaysOfFigures, AreThoseOfTheCalendar) {
  EXPECT_EQ(workflow::day_number("1970-01-01"), 0);
  EXPECT_EQ(workflow::day_number("2026-03-01"), 20513);
  EXPECT_EQ(workflow::day_of(20513), "2026-03-01");
  for (const char* none : {"", "2026-02-29", "2026-3-1", "2026-13-01", "today", "2026-03-01x"}) {
    EXPECT_FALSE(workflow::day_number(none)) << none;
  }
}

/// Figures of people whose names do harm where they are not guarded.
WorkFigures harmful() {
  WorkFigures figures;
  figures.today = "2026-03-10";
  for (const char* who : {"<script>alert(1)</script>", "=HYPERLINK(\"http://x\")", "+1", "김민지", "a,b"}) {
    workflow::DoneRow row;
    row.day = "2026-03-09";
    row.who = who;
    row.deeds = row.photos = row.garments = 1;
    row.active_milliseconds = 4200;
    figures.done.push_back(row);
    figures.people.push_back(row);
    workflow::AcceptanceRow accepted;
    accepted.name = who;
    accepted.stage = Stage::kDrawn;
    accepted.approved = 3;
    figures.workers.push_back(accepted);
    CountRows rows;
    judge(rows, "2026-03-09", 5, 1, who);
    figures.control.push_back(charts_of(rows).at(0));
  }
  return figures;
}

TEST(FigureTables, AreAllWrittenAndNoCellIsAFormula) {
  const TemporaryFolder folder;
  const std::string place = folder / "표";
  ASSERT_OK(workflow::write_figure_tables(harmful(), place));
  for (const workflow::FigureTable& table : workflow::figure_tables(harmful())) {
    std::ostringstream text;
    text << std::ifstream(place + "/" + table.name + ".csv", std::ios::binary).rdbuf();
    const std::string bytes = text.str();
    EXPECT_EQ(bytes.rfind("\xEF\xBB\xBF" + table.columns[0], 0), 0u) << table.name;
    for (const auto& row : table.rows) EXPECT_EQ(row.size(), table.columns.size()) << table.name;
    if (table.name != "people") continue;
    EXPECT_NE(bytes.find("\"'=HYPERLINK(\"\"http://x\"\")\",drawn,1,1,1,0,4.2,0,4.2,4.2\r\n"), std::string::npos)
        << bytes;
    EXPECT_NE(bytes.find("\"a,b\",drawn"), std::string::npos);
    EXPECT_NE(bytes.find("김민지,drawn"), std::string::npos);
  }
  std::ofstream(folder / "file") << "x";
  EXPECT_ERROR(workflow::write_figure_tables(harmful(), folder / "file"), ErrorCode::kInvalidArgument);
}

TEST(WorkReport, EscapesNamesLoadsNothingAndHasBothLanguages) {
  const std::string html =
      workflow::work_report_html(harmful(), Taxonomy(), "p<b>.jaedan", workflow::ReportLanguage::kKorean);
  EXPECT_EQ(html.find("<script"), std::string::npos);
  EXPECT_NE(html.find("&lt;script&gt;"), std::string::npos);
  EXPECT_EQ(html.find("p<b>"), std::string::npos);
  for (const char* loaded : {"http://", "https://", "src=", "href=", "@import", "url("}) {
    const std::size_t at = html.find(loaded);
    if (std::string(loaded) == "http://") {
      EXPECT_NE(html.find("http://x"), std::string::npos) << "only as the text of a name";
      continue;
    }
    EXPECT_EQ(at, std::string::npos) << loaded;
  }
  EXPECT_NE(html.find("<html lang=\"ko\">"), std::string::npos);
  EXPECT_NE(html.find("id=\"in-korean\" checked"), std::string::npos);
  EXPECT_NE(html.find("What was done"), std::string::npos);
  EXPECT_NE(html.find("한 일"), std::string::npos);
  EXPECT_NE(html.find("none yet"), std::string::npos) << "no honeypots";
  const std::string english =
      workflow::work_report_html(WorkFigures(), Taxonomy(), "p", workflow::ReportLanguage::kEnglish);
  EXPECT_NE(english.find("id=\"in-english\" checked"), std::string::npos) << "an empty project has a page as well";
}

TEST(WorkReport, SaysInTheReadersWordsOfWhatNumbersAreAndSinceWhen) {
  WorkFigures figures;
  workflow::DoneRow done;
  done.who = "kim";
  done.stage = Stage::kBasic;
  done.photos = 2;
  done.active_milliseconds = 84000;
  figures.people = {done};
  workflow::AcceptanceRow accepted;
  accepted.name = std::string(40, 'i');
  accepted.stage = Stage::kBasic;
  accepted.approved = 3;
  accepted.returned = 1;
  figures.workers = {accepted};
  figures.late = {{workflow::LateKind::kExpired, "kim", 2, "2026-03-05T18:59:07.123Z"}};
  figures.honeypots = {{"kim", Stage::kDrawn, "iou", 0.8, 0.7, 0.9, 12}};
  const std::string html = workflow::work_report_html(figures, Taxonomy(), "p", workflow::ReportLanguage::kKorean);
  for (const char* said : {"42.0초", "75 % of 4", "4장 중 75 %", "2026-03-05 18:59<", "윤곽 겹침", "…, basic labels",
                           "…, 일반 라벨링", "<td class=\"words\">kim</td>"}) {
    EXPECT_NE(html.find(said), std::string::npos) << said;
  }
  EXPECT_EQ(html.find("18:59:07"), std::string::npos);
  EXPECT_EQ(html.find(">iou<"), std::string::npos);
}

TEST(WorkReport, CutsALongNameAndTitlesItsTables) {
  WorkFigures figures;
  workflow::AcceptanceRow accepted;
  accepted.name = std::string(64, 'm');
  accepted.approved = 3;
  figures.workers = figures.inspectors = {accepted};
  const std::string html = workflow::work_report_html(figures, Taxonomy(), "p", workflow::ReportLanguage::kEnglish);
  EXPECT_NE(html.find("<td class=\"words\" title=\"" + accepted.name + "\">" + std::string(32, 'm') + "…</td>"),
            std::string::npos);
  for (const char* title : {"By worker and stage", "By inspector", "By part"}) {
    EXPECT_NE(html.find(title), std::string::npos) << title;
  }
  EXPECT_NE(html.find("The pace is that of the days before today"), std::string::npos);
  figures.forecast.by_today = true;
  const std::string first_day =
      workflow::work_report_html(figures, Taxonomy(), "p", workflow::ReportLanguage::kEnglish);
  EXPECT_NE(first_day.find("The pace is that of today, the first day."), std::string::npos);
  EXPECT_EQ(first_day.find("days before today"), std::string::npos);
}

}  // namespace
}  // namespace jaedan::testing
