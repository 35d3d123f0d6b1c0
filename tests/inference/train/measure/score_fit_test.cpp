#include "inference/train/measure/score_fit.h"

#include <gtest/gtest.h>

#include <cmath>

namespace jaedan::inference {
namespace {

constexpr double kPull = 0.02;

// At 0.6 one in five reaches, at 0.9 four in five; the second feature says nothing.
std::vector<ScoreExample> two_kinds(int count) {
  std::vector<ScoreExample> examples;
  for (int i = 0; i < count; ++i) {
    const bool low = i % 2 == 0;
    examples.push_back({{low ? 0.6 : 0.9, double(i / 10 % 2)}, low ? i % 10 == 0 : i % 10 != 1, i / 10});
  }
  return examples;
}

TEST(ScoreFit, FindsTheShareThatReachesAtEachConfidence) {
  const ScoreCurve curve = fit_score_curve(two_kinds(1000), 2, kPull);
  EXPECT_NEAR(curve.score_of({0.6, 0.5}), 0.2, 0.03);
  EXPECT_NEAR(curve.score_of({0.9, 0.5}), 0.8, 0.03);
  EXPECT_NEAR(curve.weights[1], 0, 0.05);
}

TEST(ScoreFit, UsesEveryFeatureThatSaysSomething) {
  std::vector<ScoreExample> examples;
  for (int i = 0; i < 400; ++i) examples.push_back({{double(i % 2), double(i / 2 % 2)}, i % 2 + i / 2 % 2 > 0, i});
  const ScoreCurve curve = fit_score_curve(examples, 2, kPull);
  EXPECT_LT(curve.score_of({0, 0}), 0.1);
  EXPECT_GT(curve.score_of({1, 0}), 0.9);
  EXPECT_GT(curve.score_of({0, 1}), 0.9);
}

TEST(ScoreFit, StaysFiniteWhenAllOrNothingReaches) {
  for (const bool all : {true, false}) {
    const ScoreCurve curve = fit_score_curve({{{0.7}, all, 0}, {{0.8}, all, 1}, {{0.9}, all, 2}}, 1, kPull);
    EXPECT_TRUE(std::isfinite(curve.weights[0]) && std::isfinite(curve.offset));
    EXPECT_EQ(curve.score_of({0.8}) > 0.5, all);
  }
}

TEST(ScoreFit, WithoutExamplesEveryScoreIsOneHalf) {
  EXPECT_NEAR(fit_score_curve({}, 3, kPull).score_of({1, 2, 3}), 0.5, 1e-9);
}

TEST(ScoreFit, PerfectlySeparatedExamplesGiveNoStep) {
  const ScoreCurve curve = fit_score_curve({{{0.1}, false, 0}, {{0.9}, true, 1}}, 1, 1.0);
  EXPECT_GT(curve.score_of({0.9}), 0.5);
  EXPECT_LT(curve.score_of({0.9}), 0.9);
}

TEST(ScoreFit, CrossFittedScoresNeverSawTheirOwnPhoto) {
  // Every photo of fold 3 reaches although nothing else does: fitted on the others, its scores cannot know that.
  std::vector<ScoreExample> examples;
  for (int photo = 0; photo < 100; ++photo) examples.push_back({{0.5}, photo % 10 == 3, photo});
  const std::vector<double> scores = cross_fitted_scores(examples, 1, kPull);
  for (int photo = 0; photo < 100; ++photo) {
    if (photo % 10 == 3) {
      EXPECT_LT(scores[std::size_t(photo)], 0.05);
    } else {
      EXPECT_GT(scores[std::size_t(photo)], 0.05);
    }
  }
}

TEST(ScoreFit, OfASinglePhotoTheScoresAreThoseOfItsOwnCurve) {
  const std::vector<ScoreExample> examples = {{{0.9}, true, 0}, {{0.8}, true, 0}, {{0.2}, false, 0}};
  const ScoreCurve curve = fit_score_curve(examples, 1, kPull);
  const std::vector<double> scores = cross_fitted_scores(examples, 1, kPull);
  for (std::size_t i = 0; i < examples.size(); ++i) EXPECT_DOUBLE_EQ(scores[i], curve.score_of(examples[i].features));
}

}  // namespace
}  // namespace jaedan::inference
