// evaluate on drawn photos: figures, calibration, the report.
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/app/cli/cli.h"

namespace jaedan::testing {
namespace {

namespace fs = std::filesystem;

class Evaluate : public ::testing::Test {
 protected:
  void SetUp() override { ASSERT_EQ(jaedan({"synth", folder_ / "drawn", "--count", "4", "--seed", "5"}).exit_code, 0); }

  ProgramResult evaluate(std::vector<std::string> more) {
    std::vector<std::string> arguments = {"evaluate", "--data", "snapshot=" + folder_ / "drawn", "--split", "all"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return jaedan(arguments);
  }

  const TemporaryFolder folder_;
};

TEST_F(Evaluate, TellsFiguresBestOfTwoAndCalibration) {
  const auto measured = json_of(evaluate({"--json"}));
  EXPECT_EQ(measured["photos"], 4);
  EXPECT_GE(measured["best_of_two"]["miou"].get<double>(), 0.0);
  EXPECT_DOUBLE_EQ(measured["calibration"]["iou"].get<double>(), 0.75);
  EXPECT_EQ(measured["calibration"]["bins"].size(), 10U);
  EXPECT_GE(measured["calibration"]["ece"].get<double>(), 0.0);
}

TEST_F(Evaluate, TellsOfEachHeadWhatIsFilledIn) {
  const ProgramResult result = evaluate({});
  EXPECT_NE(result.out.find("category"), std::string::npos) << result.out;
  const auto category = json_of(evaluate({"--json"}))["heads"]["category"];
  EXPECT_EQ(category["of"], "garment");
  EXPECT_GT(category["threshold"].get<double>(), 0.0) << "the built-in model fills it in where it is sure";
  EXPECT_LT(category["threshold"].get<double>(), 1.0);
  for (const char* figure : {"counted", "accuracy", "coverage", "filled_in_accuracy", "balanced_accuracy", "ece"}) {
    EXPECT_TRUE(category.contains(figure)) << figure;
  }
}

TEST_F(Evaluate, WritesAReportOfThePhotos) {
  const std::string report = folder_ / "report.html";
  const ProgramResult result = evaluate({"--report", report});
  ASSERT_EQ(result.exit_code, 0) << result.err;
  const std::string html = bytes_of(report);
  EXPECT_NE(html.find("The 4 worst photos"), std::string::npos);
  EXPECT_NE(html.find("data:image/jpeg;base64,"), std::string::npos);
  EXPECT_EQ(html.find(folder_.path()), std::string::npos) << "where the photos lie is nobody else's business";
}

TEST_F(Evaluate, AReportThatCannotBeWrittenIsRefusedBeforeAnythingIsMeasured) {
  const ProgramResult wrong = evaluate({"--report", folder_ / "report.jpg"});
  EXPECT_EQ(wrong.exit_code, 2);
  EXPECT_NE(wrong.err.find(".html"), std::string::npos);
  EXPECT_EQ(wrong.err.find("measuring"), std::string::npos);
}

TEST_F(Evaluate, SaysItsRuleAndThatModelsLearnFromSomeOfThePhotos) {
  const auto measured = json_of(evaluate({"--json"}));
  EXPECT_NE(measured["miou_rule"].get<std::string>().find("all four"), std::string::npos);
  EXPECT_LE(measured["miou_of_all_parts"].get<double>(), measured["miou"].get<double>());
  EXPECT_GT(measured["training_photos"], 0) << "all splits were asked for";
  EXPECT_NE(measured["note"].get<std::string>().find("split train"), std::string::npos);
}

TEST_F(Evaluate, OnePhotoHasOneCalibrationInCardAndReport) {
  ASSERT_EQ(jaedan({"synth", folder_ / "one", "--count", "1", "--seed", "5"}).exit_code, 0);
  fs::copy(built_in_segmenter()["folder"].get<std::string>(), folder_ / "model");
  const auto measure = [&](const std::vector<std::string>& more) {
    std::vector<std::string> all = {
        "evaluate", "--data", "snapshot=" + folder_ / "one", "--split", "all", "--model", folder_ / "model", "--json"};
    all.insert(all.end(), more.begin(), more.end());
    return json_of(jaedan(all))["calibration"]["ece"].get<double>();
  };
  const double fitted = measure({"--calibrate"});
  const auto card = json_of(jaedan({"models", "show", folder_ / "model", "--json"}));
  EXPECT_NEAR(card["metrics"]["score_ece"].get<double>(), fitted, 1e-9);
  EXPECT_NEAR(measure({}), fitted, 1e-4) << "the same photo, measured by the card that it made";
  EXPECT_EQ(card["measured_on"], "snapshot one, all splits");
}

TEST_F(Evaluate, CalibrateFillsTheCard) {
  fs::copy(built_in_segmenter()["folder"].get<std::string>(), folder_ / "model");
  const ProgramResult result = evaluate({"--model", folder_ / "model", "--calibrate"});
  ASSERT_EQ(result.exit_code, 0) << result.err;
  const auto card = json_of(jaedan({"models", "show", folder_ / "model", "--json"}));
  EXPECT_EQ(card["metrics"]["photos"], 4);
  EXPECT_TRUE(card["metrics"].contains("score_ece"));
  EXPECT_TRUE(card["part_metrics"]["top"].contains("iou"));
  EXPECT_DOUBLE_EQ(card["score"]["iou"].get<double>(), 0.75);
  EXPECT_TRUE(card["score"]["weights"].contains("offset"));
  EXPECT_FALSE(card["weaknesses"].empty());
}

}  // namespace
}  // namespace jaedan::testing
