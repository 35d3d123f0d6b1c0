#include "inference/garments/garment_score.h"

#include <gtest/gtest.h>

#include <cmath>

#include "inference/garments/segmentation_classes.h"

namespace jaedan::inference {
namespace {

// Four cells; only the dress' probabilities are not 0.
std::vector<float> dress_probabilities(const std::vector<float>& dress) {
  std::vector<float> all(kPixelClassCount * dress.size());
  std::copy(dress.begin(), dress.end(), all.begin() + std::ptrdiff_t(mask_value(Part::kDress) * dress.size()));
  return all;
}

TEST(GarmentScore, FeaturesSayHowProbableTheRegionIsAndHowMuchLiesOutside) {
  const auto probabilities = dress_probabilities({1.0F, 0.5F, 0.25F, 0.0F});
  const ScoreFeatures features = score_features(probabilities, {1, 1, 0, 0}, Part::kDress, 0.7);
  EXPECT_EQ(features.part, Part::kDress);
  EXPECT_NEAR(features.confidence, 0.75, 1e-6);
  EXPECT_NEAR(features.expected_iou, 1.5 / 2.25, 1e-6);
  EXPECT_DOUBLE_EQ(features.part_probability, 0.7);
}

TEST(GarmentScore, ARegionOfNoCellIsNotProbableAtAll) {
  const ScoreFeatures features = score_features(dress_probabilities({1, 1}), {0, 0}, Part::kDress, 1);
  EXPECT_DOUBLE_EQ(features.confidence, 0);
  EXPECT_DOUBLE_EQ(features.expected_iou, 0);
}

TEST(GarmentScore, ACardWithoutWeightsUsesTheCurveOfTheConfidence) {
  ModelCard card;
  card.score_slope = 10;
  card.score_middle = 0.8;
  ScoreFeatures features;
  features.confidence = 0.8;
  EXPECT_DOUBLE_EQ(garment_score(card, features), 0.5);
  features.confidence = 0.9;
  EXPECT_NEAR(garment_score(card, features), 1 / (1 + std::exp(-1.0)), 1e-12);
}

TEST(GarmentScore, WeightsOfTheCardAreAppliedByName) {
  ModelCard card;
  card.score_weights = {{"offset", 0.5}, {"expected_iou", 2}, {"part_probability", -1}, {"part_dress", 3}};
  ScoreFeatures features;
  features.part = Part::kDress;
  features.expected_iou = 0.5;  // log-odds 0
  features.part_probability = 0.5;
  EXPECT_NEAR(garment_score(card, features), 1 / (1 + std::exp(-3.0)), 1e-12);
  features.part = Part::kTop;
  EXPECT_NEAR(garment_score(card, features), 0.5, 1e-12);
}

TEST(GarmentScore, StaysFiniteForCertainGarments) {
  ModelCard card;
  card.score_weights = {{"expected_iou", 5}};
  for (const double iou : {0.0, 1.0}) {
    ScoreFeatures features;
    features.expected_iou = iou;
    const double score = garment_score(card, features);
    EXPECT_TRUE(std::isfinite(score));
    EXPECT_EQ(score > 0.5, iou > 0.5);
  }
}

}  // namespace
}  // namespace jaedan::inference
