#include "inference/train/measure/confidence_fit.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace jaedan::inference {
namespace {

const HeadSpec kFit{"fit", {{"loose", {}}, {"tight", {}}, {"wide", {}}}, false};

HeadExample head_example(std::vector<float> logits, std::vector<int> truth) {
  return {std::move(logits), Part::kTop, std::move(truth)};
}

/// Answers that are right as often as logits a `boast` times smaller would say.
std::vector<HeadExample> boasting(double boast, int count) {
  std::mt19937 random(5);
  std::vector<HeadExample> examples;
  for (int i = 0; i < count; ++i) {
    const double lead = 4.0 * i / count;
    const double chance = std::exp(lead) / (std::exp(lead) + 2);
    const bool right = double(random() % 10000) < 10000 * chance;
    examples.push_back(head_example({float(boast * lead), 0, 0}, {right ? 0 : 1 + int(random() % 2)}));
  }
  return examples;
}

TEST(ConfidenceFit, TheTemperatureTakesBackWhatAHeadBoasts) {
  for (const double boast : {0.5, 1.0, 3.0}) {
    const auto examples = boasting(boast, 4000);
    const auto fitted = fit_confidence(kFit, examples);
    ASSERT_TRUE(fitted);
    EXPECT_NEAR(fitted->temperature, boast, 0.1 * boast);
    HeadSpec head = kFit;
    head.confidence = *fitted;
    EXPECT_LT(score_of(head, examples).calibration().ece, 0.03);
  }
  EXPECT_GT(score_of(kFit, boasting(3, 4000)).calibration().ece, 0.1) << "as it stands";
}

TEST(ConfidenceFit, TheThresholdIsTheLeastAtWhichNineOfTenAreRight) {
  const auto examples = boasting(1, 4000);
  HeadSpec head = kFit;
  head.confidence = *fit_confidence(head, examples);
  EXPECT_GT(head.confidence.threshold, 0.5);
  EXPECT_LT(head.confidence.threshold, 0.95);
  const HeadScore score = score_of(head, examples);
  EXPECT_GE(*score.filled_in_right(), 0.9);
  EXPECT_LT(*score.filled_in_right(), 0.92) << "no more is left out than must be";
  EXPECT_GT(score.coverage(), 0.3);
  HeadSpec bolder = head;
  bolder.confidence.threshold -= 0.05;
  EXPECT_LT(*score_of(bolder, examples).filled_in_right(), 0.9);
  EXPECT_DOUBLE_EQ(score.accuracy(), score_of(kFit, examples).accuracy()) << "the first choice stays the same";
}

TEST(ConfidenceFit, OfAHeadThatIsAlwaysRightAllIsFilledInAndOfOneThatNeverIsNothing) {
  std::vector<HeadExample> right, wrong;
  for (int i = 0; i < 40; ++i) {
    right.push_back(head_example({1, 0, 0}, {0}));
    wrong.push_back(head_example({1, 0, 0}, {1}));
  }
  EXPECT_DOUBLE_EQ(fit_confidence(kFit, right)->threshold, 0);
  const HeadConfidence never = *fit_confidence(kFit, wrong);
  EXPECT_DOUBLE_EQ(never.threshold, 1);
  EXPECT_TRUE(std::isfinite(never.temperature));
  HeadSpec head = kFit;
  head.confidence = never;
  EXPECT_DOUBLE_EQ(score_of(head, wrong).coverage(), 0);
}

TEST(ConfidenceFit, OfPhotosThatItWasNotFittedToItSaysWhatItIsWorth) {
  // Chance alone: among three values, one in three is right whatever the head says.
  std::mt19937 random(7);
  std::vector<HeadExample> examples;
  for (int i = 0; i < 60; ++i) {
    examples.push_back(head_example({float(random() % 1000) / 250, 0, 0}, {int(random() % 3)}));
    examples.back().photo = i;
  }
  HeadSpec head = kFit;
  head.confidence = *fit_confidence(kFit, examples, 0.5);
  const HeadScore seen = score_of(head, examples), unseen = cross_fitted_score(kFit, examples, 0.5);
  EXPECT_EQ(unseen.garments(), seen.garments()) << "each once";
  ASSERT_TRUE(seen.filled_in_right());
  EXPECT_GE(*seen.filled_in_right(), 0.5);
  EXPECT_LT(unseen.filled_in_right().value_or(0), *seen.filled_in_right());
}

TEST(ConfidenceFit, EqualAnswersAreFilledInTogetherOrNotAtAll) {
  std::vector<HeadExample> examples;
  for (int i = 0; i < 60; ++i) examples.push_back(head_example({2, 0, 0}, {i < 45 ? 0 : 1}));
  EXPECT_DOUBLE_EQ(fit_confidence(kFit, examples)->threshold, 1) << "three quarters are right, whatever their order";
}

TEST(ConfidenceFit, OfFewExamplesNothingIsFitted) {
  const std::vector<HeadExample> few(kLeastExamples - 1, head_example({1, 0, 0}, {0}));
  EXPECT_FALSE(fit_confidence(kFit, few));
}

TEST(ConfidenceFit, WhatAHeadCannotSayOfAPartTeachesNothing) {
  const HeadSpec length{"length", {{"mini", {Part::kBottom}}, {"crop", {Part::kTop}}}, false};
  std::vector<HeadExample> examples;
  for (int i = 0; i < 40; ++i) examples.push_back(head_example({5, 0}, {0}));  // a top that is said to be mini
  const auto fitted = fit_confidence(length, examples);
  ASSERT_TRUE(fitted);
  EXPECT_TRUE(std::isfinite(fitted->temperature));
}

TEST(ConfidenceFit, OfSeveralTrueValuesEachIsAQuestion) {
  const HeadSpec details{"detail", {{"button", {}}, {"frill", {}}}, true};
  std::vector<HeadExample> examples;
  for (int i = 0; i < 100; ++i) {
    // Buttons are said with 4 and there in nine of ten, frills with 1 and there in every second.
    std::vector<int> truth;
    if (i % 10 != 0) truth.push_back(0);
    if (i % 2 == 0) truth.push_back(1);
    if (truth.empty()) truth.push_back(1);
    examples.push_back(head_example({4, 1}, truth));
  }
  HeadSpec head = details;
  head.confidence = *fit_confidence(details, examples);
  const HeadScore score = score_of(head, examples);
  EXPECT_DOUBLE_EQ(score.coverage(), 1);
  EXPECT_DOUBLE_EQ(*score.filled_in_right(), 0.9) << "the buttons alone";
}

}  // namespace
}  // namespace jaedan::inference
