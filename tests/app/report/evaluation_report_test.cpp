#include "app/report/evaluation_report.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "app/report/evaluation_output.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::report {
namespace {

EvaluationPage page() {
  EvaluationPage page;
  page.card.id = "model <b>\"bold\"</b>";
  page.data = "ccp, split val";
  page.report.photos = 7;
  page.report.seconds_per_photo = 0.125;
  page.report.segmentation.miou = 0.543;
  page.report.best_of_two.miou = 0.687;
  page.report.part_sets.add(8, 6, 3);
  page.report.heads = inference::head_scores({inference::category_head()});
  page.report.heads[0].add({0}, {1});
  page.report.pixels.add(1, 2, 30);
  page.report.pixels.add(1, 1, 70);
  page.report.calibration.bins[5] = {4, 0.55, 0.5};
  page.report.calibration.garments = 4;
  return page;
}

bool has(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

TEST(EvaluationReport, IsOnePageThatNeedsNothingElse) {
  EvaluationPage full = page();
  full.worst.push_back({"p.jpg", 0.1, 0.2, "jpeg", "jpeg", "jpeg", "jpeg"});
  const std::string html = evaluation_html(full);
  for (const char* outside : {"http:", "https:", "<script", "<link", "url(", "@import"}) {
    EXPECT_FALSE(has(html, outside)) << outside;
  }
  EXPECT_TRUE(has(html, "src=\"data:image/jpeg;base64,anBlZw==\""));
  EXPECT_TRUE(has(html, "prefers-color-scheme: dark"));
}

TEST(EvaluationReport, TellsTheFiguresAndTheMisreadings) {
  EvaluationPage two = page();
  EXPECT_FALSE(has(evaluation_html(two), "best of two"));
  two.report.second_readings = 7;
  const std::string html = evaluation_html(two);
  for (const char* words : {"0.543", "best of two", "0.687", "125 ms", "dress read as top and bottom: 3 of 3 photos",
                            "70.0 %", "30.0 %", "7 photos"}) {
    EXPECT_TRUE(has(html, words)) << words;
  }
}

TEST(EvaluationReport, SaysByWhichRuleTheMeanCountsAndWhatTheOtherOneWouldSay) {
  EvaluationPage some = page();
  some.report.segmentation.parts[0].seen = some.report.segmentation.parts[1].seen = true;
  some.report.segmentation.miou_of_all = 0.2715;
  EXPECT_TRUE(has(miou_rule(some.report.segmentation), "here without bottom, dress"));
  EXPECT_TRUE(has(miou_rule(some.report.segmentation), "an absent part as 0: 0.272"));
  EXPECT_TRUE(has(evaluation_html(some), "here without bottom, dress"));
  for (inference::PartScore& part : some.report.segmentation.parts) part.seen = true;
  EXPECT_TRUE(has(miou_rule(some.report.segmentation), "here all four"));
}

TEST(EvaluationReport, WhatMakesFiguresBetterStandsBeforeThem) {
  EvaluationPage some = page();
  some.report.truth.garments = 5;
  some.report.truth.own = 4;
  some.report.truth.unseen = 3;
  char* text = nullptr;
  std::size_t bytes = 0;
  std::FILE* const out = ::open_memstream(&text, &bytes);
  print(out, "m", some.report, "val");
  std::fclose(out);
  const std::string printed(text, bytes);
  std::free(text);
  ASSERT_TRUE(has(printed, "truth   4 of 5 garments"));
  EXPECT_LT(printed.find("truth   "), printed.find("mIoU"));
  EXPECT_FALSE(has(miou_rule(some.report.segmentation), ".py")) << "names only what the reader has";
}

TEST(EvaluationReport, SaysOfEachHeadWhatIsFilledInAndHowMuchOfItIsRight) {
  EvaluationPage some = page();
  inference::HeadSpec season{
      "season", {{"summer", {}}, {"winter", {}}}, false, inference::HeadScope::kPhoto, {2, 0.75}};
  inference::HeadScore score(season);
  score.add_said({0}, {{0, 0.9, true}});
  score.add_said({0}, {{1, 0.6, false}});
  some.report.heads = {score};
  const std::string html = evaluation_html(some);
  EXPECT_TRUE(has(html, "Photos: season"));
  EXPECT_TRUE(has(html, "filled in 0.50 (from 0.75 on), of that right 1.000; balanced -"));
  const nlohmann::json head = to_json("m", some.report)["heads"]["season"];
  EXPECT_EQ(head["of"], "photo");
  EXPECT_EQ(head["counted"], 2);
  EXPECT_EQ(head["accuracy"], 0.5);
  EXPECT_EQ(head["coverage"], 0.5);
  EXPECT_EQ(head["filled_in_accuracy"], 1.0);
  EXPECT_TRUE(head["balanced_accuracy"].is_null());
  EXPECT_EQ(head["threshold"], 0.75);
  EXPECT_EQ(head["temperature"], 2.0);
}

TEST(EvaluationReport, SaysWhenPhotosAreAmongThemThatModelsLearnFrom) {
  EvaluationPage some = page();
  EXPECT_EQ(training_note(some.report), "");
  some.report.training_photos = 1;
  EXPECT_TRUE(has(training_note(some.report), "1 photo is of the split train"));
  some.report.training_photos = 3;
  EXPECT_TRUE(has(evaluation_html(some), "3 photos are of the split train"));
}

TEST(EvaluationReport, NamesFromElsewhereStayText) {
  EvaluationPage bad = page();
  bad.worst.push_back({"<img src=x onerror=alert(1)>", 0.1, 0, "j", "j", "j", ""});
  bad.card.weaknesses = {"</dd><script>"};
  bad.no_epochs_because = "<i>broken</i>";
  const std::string html = evaluation_html(bad);
  EXPECT_FALSE(has(html, "<img src=x"));
  EXPECT_FALSE(has(html, "<script"));
  EXPECT_FALSE(has(html, "<i>broken"));
  EXPECT_FALSE(has(html, "<b>\"bold"));
  EXPECT_TRUE(has(html, "model &lt;b&gt;&quot;bold&quot;&lt;/b&gt;"));
}

TEST(EvaluationReport, DrawsTheTrainingWhereThereIsALog) {
  EvaluationPage trained = page();
  EXPECT_FALSE(has(evaluation_html(trained), "<polyline"));
  trained.epochs = {{1, 0.9, -1, 60}, {2, 0.7, 0.4, 60}};
  const std::string html = evaluation_html(trained);
  EXPECT_TRUE(has(html, "<polyline"));
  EXPECT_TRUE(has(html, "2 epochs in 2 min")) << html;
}

TEST(EvaluationReport, WarnsOfScoresThatMeanSomethingElse) {
  EvaluationPage old = page();
  EXPECT_FALSE(has(evaluation_html(old), "fits them anew"));
  old.card.score_iou = 0.85;
  EXPECT_TRUE(has(evaluation_html(old), "fitted to IoU ≥ 0.85"));
}

TEST(EvaluationReport, IsWrittenInOneStepIntoAFolderThatNeedNotExist) {
  const testing::TemporaryFolder folder;
  const std::string file = folder / "new/report.html";
  ASSERT_OK(check_report_file(file));
  ASSERT_OK(write_evaluation_report(file, page()));
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  EXPECT_EQ(text.str(), evaluation_html(page()));
}

TEST(EvaluationReport, TargetsThatCannotBeAreRefusedBeforeTheWork) {
  const testing::TemporaryFolder folder;
  EXPECT_ERROR(check_report_file(folder / "photo.jpg"), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(check_report_file(""), ErrorCode::kInvalidArgument);
  std::filesystem::create_directories(folder / "a.html");
  EXPECT_ERROR(check_report_file(folder / "a.html"), ErrorCode::kInvalidArgument);
  std::ofstream(folder / "file") << "x";
  EXPECT_ERROR(check_report_file(folder / "file/report.html"), ErrorCode::kIo);
  if (::geteuid() == 0) return;  // root may write anywhere
  std::filesystem::permissions(folder.path(), std::filesystem::perms::owner_read);
  EXPECT_ERROR(check_report_file(folder / "report.html"), ErrorCode::kIo);
  std::filesystem::permissions(folder.path(), std::filesystem::perms::owner_all);
}

}  // namespace
}  // namespace jaedan::report
