#include "inference/garments/head_answers.h"

#include <gtest/gtest.h>

#include <cmath>

namespace jaedan::inference {
namespace {

const HeadSpec kLengthHead{
    "length", {{"mini", {Part::kBottom}}, {"midi", {Part::kBottom}}, {"crop", {Part::kTop}}}, false};

TEST(HeadAnswers, OneValueIsTheLikeliestOfThoseThatMayBeSaid) {
  const float logits[] = {1, 0, 9};
  const auto answers = answers_of(kLengthHead, logits, Part::kBottom);
  ASSERT_EQ(answers.size(), 1U);
  EXPECT_EQ(answers[0].value, 0U);
  EXPECT_NEAR(answers[0].probability, std::exp(1) / (std::exp(1) + 1), 1e-9);
  EXPECT_EQ(answers_of(kLengthHead, logits, Part::kTop).at(0).value, 2U);
}

TEST(HeadAnswers, TheSecondGuessIsTheNextLikelyValueThatMayBeSaid) {
  const float logits[] = {0, 1, 9};
  const auto answers = answers_of(kLengthHead, logits, Part::kBottom);
  ASSERT_EQ(answers.size(), 1U);
  EXPECT_EQ(answers[0].value, 1U);
  ASSERT_TRUE(answers[0].next);
  EXPECT_EQ(answers[0].next->value, 0U);
  EXPECT_NEAR(answers[0].next->probability, 1 / (std::exp(1) + 1), 1e-9);
  EXPECT_FALSE(answers_of(kLengthHead, logits, Part::kTop).at(0).next) << "only one may be said";
}

TEST(HeadAnswers, WhatIsNextToImpossibleIsNoSecondGuess) {
  const float sure[] = {9, 0, 0}, less_sure[] = {4, 0, 0};
  EXPECT_FALSE(answers_of(kLengthHead, sure, Part::kBottom).at(0).next);
  EXPECT_TRUE(answers_of(kLengthHead, less_sure, Part::kBottom).at(0).next);
}

TEST(HeadAnswers, NothingIsSaidOfAPartThatTheHeadDoesNotKnow) {
  const float logits[] = {1, 0, 9};
  EXPECT_TRUE(answers_of(kLengthHead, logits, Part::kDress).empty());
}

TEST(HeadAnswers, OfSeveralTrueValuesAllThatAreLikelierThanNotAreSaid) {
  HeadSpec details{"detail", {{"button", {}}, {"frill", {}}, {"pocket", {}}}, true};
  const float logits[] = {1, -1, 3};
  const auto answers = answers_of(details, logits, Part::kTop);
  ASSERT_EQ(answers.size(), 2U);
  EXPECT_EQ(answers[0].value, 2U) << "the likeliest first";
  EXPECT_EQ(answers[1].value, 0U);
  EXPECT_FALSE(answers[0].next) << "the others may be true as well";
  EXPECT_NEAR(answers[1].probability, 1 / (1 + std::exp(-1.0)), 1e-9);
}

}  // namespace
}  // namespace jaedan::inference
