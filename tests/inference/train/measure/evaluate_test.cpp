#include "inference/train/measure/evaluate.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <opencv2/imgcodecs.hpp>

#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::inference {
namespace {

constexpr int kWidth = 40, kHeight = 60;

Region rows(double from, double to) { return {{{{0, from}, {kWidth, from}, {kWidth, to}, {0, to}}}}; }

Proposal proposal(Part part, double from, double to, double score) {
  Proposal garment;
  garment.part = part;
  garment.region = rows(from, to);
  garment.score = score;
  return garment;
}

/// Says the same readings of every photo.
class Parrot final : public Prefiller {
 public:
  explicit Parrot(std::vector<Reading> readings) : readings_(std::move(readings)) {
    card_.id = "parrot";
    card_.heads = {category_head()};
  }
  const ModelCard& card() const override { return card_; }
  Result<Prediction> prefill(const ImageView&) override { return Prediction{"parrot", readings_}; }
  Result<std::vector<std::vector<float>>> embed(const ImageView&, const std::vector<Region>&) override {
    return Error{ErrorCode::kUnsupported, "test.no_vectors", "knows no vectors"};
  }
  Result<ClassScores> score_pixels(const ImageView&, std::optional<PartSet>) override {
    return Error{ErrorCode::kUnsupported, "test.no_pixels", "knows no pixels"};
  }
  /// The first garment of each reading has an expected IoU of 0.5 and logits of 0, the next of 0.6 and 1, …
  Result<ScoredPrediction> prefill_with_features(const ImageView&) override {
    ScoredPrediction scored{{"parrot", readings_}, {}};
    for (const Reading& reading : readings_) {
      scored.features.emplace_back(reading.garments.size());
      scored.logits.emplace_back();
      for (std::size_t i = 0; i < reading.garments.size(); ++i) {
        scored.logits.back().push_back({std::vector<float>(category_head().values.size(), float(i))});
      }
      for (std::size_t i = 0; i < reading.garments.size(); ++i) {
        scored.features.back()[i].expected_iou = 0.5 + 0.1 * double(i);
      }
    }
    return scored;
  }

 private:
  ModelCard card_;
  std::vector<Reading> readings_;
};

/// One val photo: a dress in the upper half, pixels nobody judges in the lowest rows.
class Evaluate : public ::testing::Test {
 protected:
  void SetUp() override {
    cv::imwrite(folder_ / "a.png", cv::Mat(kHeight, kWidth, CV_8UC3, cv::Scalar(90, 90, 90)));
    cv::Mat mask(kHeight, kWidth, CV_8UC1, cv::Scalar(0));
    mask.rowRange(0, 30).setTo(mask_value(Part::kDress));
    mask.rowRange(50, 60).setTo(kIgnoredPixel);
    cv::imwrite(folder_ / "a_mask.png", mask);
    std::ofstream(folder_ / "snapshot.json") << R"({"version":1,"classes":"pixel_classes","items":[
      {"name":"a","photo":"a.png","mask":"a_mask.png","split":"val","categories":{"dress":"dress"}}]})";
    options_.folders = {{DataKind::kSnapshot, folder_.path(), 1.0}};
  }

  testing::TemporaryFolder folder_;
  EvaluationOptions options_;
};

TEST_F(Evaluate, SaysWhenTheTruthIsTheModelsOwnOutputAndCanLeaveItOut) {
  std::filesystem::create_directories(folder_ / "labels");
  std::ofstream(folder_ / "labels/a.json") << R"({"photo":0,"revision":0,"state":"approved","attributes":[],"garments":[
    {"id":1,"part":"dress","rings":[],"source":"model","author":"parrot","score":0.9,"attributes":[],"locked":false,
     "hidden":false},
    {"id":2,"part":"top","rings":[],"source":"model","author":"other","score":0.9,"attributes":[],"locked":false,
     "hidden":false,"looked_by":"mina"}]})";
  Parrot model({{1.0, {proposal(Part::kDress, 0, 30, 0.9)}}});
  ASSERT_OK_AND_ASSIGN(const EvaluationReport report, evaluate(model, options_));
  EXPECT_EQ(report.truth.garments, 2);
  EXPECT_EQ(report.truth.own, 1);
  EXPECT_EQ(report.truth.unseen, 1);
  options_.without_own = true;
  EXPECT_ERROR(evaluate(model, options_), ErrorCode::kInvalidArgument);
}

TEST_F(Evaluate, ASecondReadingThatIsBetterCountsInBestOfTwoOnly) {
  Parrot model({{0.6, {proposal(Part::kTop, 0, 15, 0.3), proposal(Part::kBottom, 15, 30, 0.4)}},
                {0.4, {proposal(Part::kDress, 0, 30, 0.9)}}});
  ASSERT_OK_AND_ASSIGN(const EvaluationReport report, evaluate(model, options_));
  EXPECT_DOUBLE_EQ(report.segmentation.parts[3].iou, 0);
  EXPECT_DOUBLE_EQ(report.best_of_two.parts[3].iou, 1);
  EXPECT_DOUBLE_EQ(report.best_of_two.kept, 1);
  EXPECT_EQ(report.second_readings, 1);
  const PartSet said = part_set_of(Part::kTop) | part_set_of(Part::kBottom);
  EXPECT_EQ(report.part_sets.at(part_set_of(Part::kDress), said), 1);
  EXPECT_EQ(report.pixels.at(mask_value(Part::kDress), mask_value(Part::kTop)), 15 * kWidth);
  EXPECT_EQ(report.pixels.total(), 50 * kWidth) << "pixels that nobody judges count nowhere";
}

TEST_F(Evaluate, AWorseSecondReadingChangesNothing) {
  Parrot model({{0.6, {proposal(Part::kDress, 0, 30, 0.9)}}, {0.4, {proposal(Part::kTop, 0, 30, 0.3)}}});
  ASSERT_OK_AND_ASSIGN(const EvaluationReport report, evaluate(model, options_));
  EXPECT_DOUBLE_EQ(report.best_of_two.miou, report.segmentation.miou);
  EXPECT_DOUBLE_EQ(report.best_of_two.parts[3].iou, 1);
}

TEST_F(Evaluate, ScoresAreComparedWithIoUThreeQuarters) {
  Parrot model({{1.0,
                 {proposal(Part::kDress, 0, 24, 0.95),      // IoU 0.8
                  proposal(Part::kTop, 30, 40, 0.35),       // not there
                  proposal(Part::kOuter, 50, 60, 0.5)}}});  // nobody judges it
  ASSERT_OK_AND_ASSIGN(const EvaluationReport report, evaluate(model, options_));
  ASSERT_EQ(report.garments.size(), 2U);
  EXPECT_NEAR(report.garments[0].iou, 0.8, 1e-9);
  EXPECT_TRUE(report.garments[0].reached());
  EXPECT_FALSE(report.garments[1].reached());
  EXPECT_EQ(report.calibration.sure, 1);
  EXPECT_DOUBLE_EQ(report.calibration.sure_reached, 1);
  EXPECT_NEAR(report.calibration.ece, (0.05 + 0.35) / 2, 1e-9);
}

TEST_F(Evaluate, WhatHeadsSayOfFoundGarmentsIsComparedWithTheTruth) {
  Proposal found = proposal(Part::kDress, 0, 30, 0.9), missed = proposal(Part::kDress, 0, 3, 0.9);
  found.attributes = {{"category", "jumpsuit", "", {}}, {"colour", "black", "", {}}};
  missed.attributes = found.attributes;
  Parrot right({{1, {found}}}), wrong({{1, {missed}}});
  ASSERT_OK_AND_ASSIGN(const EvaluationReport report, evaluate(right, options_));
  ASSERT_EQ(report.heads.size(), 1U) << "nobody asks for the colour";
  EXPECT_EQ(report.heads[0].garments(), 1);
  EXPECT_EQ(report.heads[0].accuracy(), 0) << "it is a dress";
  ASSERT_OK_AND_ASSIGN(const EvaluationReport none, evaluate(wrong, options_));
  EXPECT_EQ(none.heads[0].garments(), 0) << "what was not found is not asked about";
}

TEST_F(Evaluate, GuessesAreAnswersThatAreNotFilledIn) {
  Proposal found = proposal(Part::kDress, 0, 30, 0.9);
  found.guesses = {{"category", "dress", "", Provenance::model("parrot", 0.4)}};
  Parrot model({{1, {found}}});
  ASSERT_OK_AND_ASSIGN(const EvaluationReport report, evaluate(model, options_));
  EXPECT_EQ(report.heads[0].garments(), 1);
  EXPECT_DOUBLE_EQ(report.heads[0].accuracy(), 1);
  EXPECT_DOUBLE_EQ(report.heads[0].coverage(), 0);
  EXPECT_TRUE(report.examples[0].empty()) << "nobody asked for logits";
}

TEST_F(Evaluate, LogitsOfTheGarmentThatIsJudgedAreCollectedWithItsTruth) {
  Parrot model({{1, {proposal(Part::kOuter, 50, 60, 0.3), proposal(Part::kDress, 0, 30, 0.9)}}});
  options_.score_features = true;
  ASSERT_OK_AND_ASSIGN(const EvaluationReport report, evaluate(model, options_));
  ASSERT_EQ(report.examples.size(), 1U);
  ASSERT_EQ(report.examples[0].size(), 1U);
  EXPECT_EQ(report.examples[0][0].part, Part::kDress);
  EXPECT_EQ(report.examples[0][0].truth, std::vector<int>{index_of(category_head(), "dress")});
  EXPECT_EQ(report.examples[0][0].logits.front(), 1) << "of the second garment";
}

TEST_F(Evaluate, FeaturesAreThoseOfTheGarmentThatIsJudged) {
  Parrot model({{0.6, {proposal(Part::kOuter, 50, 60, 0.3), proposal(Part::kTop, 0, 30, 0.3)}}});
  options_.score_features = true;
  ASSERT_OK_AND_ASSIGN(const EvaluationReport report, evaluate(model, options_));
  ASSERT_EQ(report.garments.size(), 1U);
  EXPECT_DOUBLE_EQ(report.garments[0].features.expected_iou, 0.6);
}

TEST_F(Evaluate, OfTwoPeoplesGarmentsOfOnePartTheFirstIsJudged) {
  Parrot model({{1, {proposal(Part::kDress, 0, 15, 0.8), proposal(Part::kDress, 15, 30, 0.1)}}});
  ASSERT_OK_AND_ASSIGN(const EvaluationReport report, evaluate(model, options_));
  ASSERT_EQ(report.garments.size(), 1U);
  EXPECT_DOUBLE_EQ(report.garments[0].score, 0.8);
}

TEST_F(Evaluate, HandsOutEachPhotoWithBothReadings) {
  Parrot model({{0.6, {proposal(Part::kDress, 0, 15, 0.3)}}, {0.4, {proposal(Part::kDress, 0, 30, 0.9)}}});
  int photos = 0;
  options_.on_photo = [&](const PhotoOutcome& outcome) {
    ++photos;
    EXPECT_EQ(outcome.name, "a");
    EXPECT_DOUBLE_EQ(outcome.iou, 0.5);
    ASSERT_NE(outcome.second, nullptr);
    EXPECT_DOUBLE_EQ(outcome.second_iou, 1);
    EXPECT_EQ(outcome.predicted.at(5, 20), 0);
    EXPECT_EQ(outcome.second->at(5, 20), mask_value(Part::kDress));
  };
  ASSERT_OK(evaluate(model, options_));
  EXPECT_EQ(photos, 1);
}

TEST_F(Evaluate, ASplitWithoutPhotosIsRefused) {
  Parrot model({Reading{}});
  options_.split = Split::kTest;
  EXPECT_ERROR(evaluate(model, options_), ErrorCode::kInvalidArgument);
}

}  // namespace
}  // namespace jaedan::inference
