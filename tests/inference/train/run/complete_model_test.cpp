#include "inference/train/run/complete_model.h"

#include <gtest/gtest.h>

#include <cmath>

namespace jaedan::inference {
namespace {

GarmentOutcome garment(int photo, Part part, double confidence, bool good) {
  GarmentOutcome outcome;
  outcome.part = outcome.features.part = part;
  outcome.photo = photo;
  outcome.iou = good ? 0.8 : 0.3;
  outcome.features.confidence = outcome.features.expected_iou = confidence;
  return outcome;
}

// Confident tops reach always, doubtful ones in one photo of five; dresses never.
std::vector<GarmentOutcome> garments() {
  std::vector<GarmentOutcome> list;
  for (int photo = 0; photo < 200; ++photo) {
    list.push_back(garment(photo, Part::kTop, 0.9, true));
    list.push_back(garment(photo, Part::kTop, 0.6, photo / 10 % 5 == 0));
    list.push_back(garment(photo, Part::kDress, 0.9, false));
  }
  return list;
}

TEST(FitScores, ScoresSpeakOfIoUThreeQuarters) {
  ModelCard card;
  card.score_iou = 0.85;
  fit_scores(garments(), card);
  EXPECT_DOUBLE_EQ(card.score_iou, 0.75);
  EXPECT_TRUE(garment(0, Part::kTop, 1, true).reached());
  GarmentOutcome border;
  border.iou = 0.75;
  EXPECT_TRUE(border.reached());
}

TEST(FitScores, WeightsTellPartsApartWhichTheConfidenceAloneCannot) {
  ModelCard card;
  const Calibration calibration = fit_scores(garments(), card);
  const auto score = [&card](Part part, double confidence) {
    return garment_score(card, garment(0, part, confidence, true).features);
  };
  EXPECT_GT(score(Part::kTop, 0.9), 0.9);
  EXPECT_NEAR(score(Part::kTop, 0.6), 0.2, 0.05);
  EXPECT_LT(score(Part::kDress, 0.9), 0.1);
  EXPECT_LT(calibration.ece, 0.05);
  EXPECT_EQ(calibration.sure, 200);
  EXPECT_DOUBLE_EQ(calibration.sure_reached, 1);

  card.score_weights.clear();
  EXPECT_NEAR(score(Part::kTop, 0.9), 0.5, 0.05);
  EXPECT_DOUBLE_EQ(score(Part::kTop, 0.9), score(Part::kDress, 0.9));
}

TEST(FitScores, TheCurveOfTheConfidenceNeverFalls) {
  ModelCard card;
  fit_scores({garment(0, Part::kTop, 0.2, true), garment(1, Part::kTop, 0.3, true), garment(2, Part::kTop, 0.8, false),
              garment(3, Part::kTop, 0.9, false)},
             card);
  EXPECT_GT(card.score_slope, 0);
  EXPECT_TRUE(std::isfinite(card.score_middle));
}

TEST(FitHeads, WritesHowSureEachMustBeAndMeasuresThemSo) {
  ModelCard card;
  card.heads = {{"fit", {{"loose", {}}, {"tight", {}}}, false}, {"length", {{"mini", {}}}, false}};
  EvaluationReport report;
  report.heads = head_scores(card.heads);
  report.examples.resize(2);
  for (int i = 0; i < 100; ++i) {
    const bool sure = i % 2 == 0;
    report.examples[0].push_back({{sure ? 6.0F : 1.0F, 0}, Part::kTop, {sure || i % 4 == 1 ? 0 : 1}, i});
  }
  report.examples[1].push_back({{1}, Part::kTop, {0}});
  fit_heads(report, card);
  EXPECT_GT(card.heads[0].confidence.threshold, 0.5);
  EXPECT_DOUBLE_EQ(report.heads[0].coverage(), 0.5);
  EXPECT_DOUBLE_EQ(*report.heads[0].filled_in_right(), 1);
  EXPECT_EQ(card.heads[1].confidence, HeadConfidence{}) << "one example says nothing";
  EXPECT_EQ(report.heads[1].garments(), 0) << "as it was measured";
  fill_metrics(report, card);
  EXPECT_DOUBLE_EQ(card.metrics.at("fit_accuracy"), 0.75);
  EXPECT_DOUBLE_EQ(card.metrics.at("fit_coverage"), 0.5);
  EXPECT_DOUBLE_EQ(card.metrics.at("fit_filled_in_right"), 1);
  EXPECT_DOUBLE_EQ(card.metrics.at("fit_balanced"), 0.5);
  EXPECT_EQ(card.metrics.count("fit_ece"), 1U);
  EXPECT_EQ(card.metrics.count("length_coverage"), 0U);
}

TEST(FillMetrics, WritesFiguresByPartAndKeepsWhatAPersonWrote) {
  EvaluationReport report;
  report.segmentation.miou = 0.5;
  report.segmentation.parts[3].found = 0.25;
  report.segmentation.parts[3].photos = 24;
  report.best_of_two.miou = 0.6;
  report.calibration.ece = 0.04;
  ModelCard card;
  card.weaknesses = {"Knows no hats", "Measured: an old finding"};
  card.metrics["of_an_old_run"] = 1;
  fill_metrics(report, card);
  EXPECT_DOUBLE_EQ(card.metrics.at("miou"), 0.5);
  EXPECT_DOUBLE_EQ(card.metrics.at("best_of_two_miou"), 0.6);
  EXPECT_DOUBLE_EQ(card.metrics.at("score_ece"), 0.04);
  EXPECT_EQ(card.metrics.count("of_an_old_run"), 0U);
  EXPECT_DOUBLE_EQ(card.part_metrics.at("dress").at("found"), 0.25);
  EXPECT_DOUBLE_EQ(card.part_metrics.at("dress").at("photos"), 24);
  ASSERT_GE(card.weaknesses.size(), 2U);
  EXPECT_EQ(card.weaknesses[0], "Knows no hats");
  for (const std::string& sentence : card.weaknesses) EXPECT_EQ(sentence.find("old finding"), std::string::npos);
}

}  // namespace
}  // namespace jaedan::inference
