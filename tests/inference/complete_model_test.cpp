#include "inference/train/complete_model.h"

#include <gtest/gtest.h>

#include <cmath>

namespace jaedan::inference {
namespace {

double score_at(const ScoreCurve& curve, double confidence) {
  return 1 / (1 + std::exp(-curve.slope * (confidence - curve.middle)));
}

TEST(ScoreCurve, FindsTheShareThatIsKeptAtEachConfidence) {
  std::vector<float> confidences;
  std::vector<bool> kept;
  for (int i = 0; i < 1000; ++i) {
    confidences.push_back(i % 2 == 0 ? 0.6F : 0.9F);
    kept.push_back(i % 2 == 0 ? i % 10 == 0 : i % 10 != 1);  // one in five, four in five
  }
  const ScoreCurve curve = fit_score_curve(confidences, kept);
  EXPECT_NEAR(score_at(curve, 0.6), 0.2, 0.03);
  EXPECT_NEAR(score_at(curve, 0.9), 0.8, 0.03);
}

TEST(ScoreCurve, StaysFiniteWhenAllOrNothingIsKept) {
  for (const bool all : {true, false}) {
    const ScoreCurve curve = fit_score_curve({0.7F, 0.8F, 0.9F}, std::vector<bool>(3, all));
    EXPECT_TRUE(std::isfinite(curve.slope) && std::isfinite(curve.middle));
    EXPECT_GT(curve.slope, 0);
    EXPECT_EQ(score_at(curve, 0.8) > 0.5, all);
  }
  EXPECT_NEAR(score_at(fit_score_curve({}, {}), 0.5), 0.5, 0.01);
}

TEST(ScoreCurve, NeverFallsWithConfidence) {
  const ScoreCurve curve = fit_score_curve({0.2F, 0.3F, 0.8F, 0.9F}, {true, true, false, false});
  EXPECT_LE(score_at(curve, 0.2), score_at(curve, 0.9));
}

}  // namespace
}  // namespace jaedan::inference
