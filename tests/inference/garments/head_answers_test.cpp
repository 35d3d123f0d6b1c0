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

TEST(HeadAnswers, TheTemperatureMakesThemLessSureAndTheThresholdMakesGuessesOfThem) {
  HeadSpec head = kLengthHead;
  const float logits[] = {2, 0, 9};
  head.confidence = {2, 0.8};
  const HeadAnswer answer = answers_of(head, logits, Part::kBottom).at(0);
  EXPECT_NEAR(answer.probability, std::exp(1) / (std::exp(1) + 1), 1e-9);
  EXPECT_FALSE(answer.filled_in);
  EXPECT_TRUE(answer.next) << "a guess shows what it would be instead";
  head.confidence.threshold = answer.probability;
  EXPECT_TRUE(answers_of(head, logits, Part::kBottom).at(0).filled_in) << "the least that is filled in";
  EXPECT_TRUE(answers_of(head, logits, Part::kTop).at(0).filled_in) << "there is nothing else to say";
}

TEST(HeadAnswers, AreNumbersHoweverSureANetworkIs) {
  HeadSpec head = kLengthHead;
  head.confidence.temperature = 0.1;
  const float logits[] = {900, 0, 0};
  EXPECT_DOUBLE_EQ(answers_of(head, logits, Part::kBottom).at(0).probability, 1);
  const float doubtful[] = {-900, -900, 0};
  EXPECT_DOUBLE_EQ(answers_of(head, doubtful, Part::kBottom).at(0).probability, 0.5);
  head.multiple = true;
  EXPECT_DOUBLE_EQ(answers_of(head, logits, Part::kBottom).at(0).probability, 1);
}

TEST(HeadAnswers, LabelsAreFilledInOrGuessed) {
  HeadSpec details{"detail", {{"button", {}}, {"frill", {}}, {"pocket", {}}}, true};
  details.confidence.threshold = 0.9;
  const float logits[] = {1, -1, 3};
  SaidLabels said;
  add_labels(details, logits, Part::kTop, "m", said);
  ASSERT_EQ(said.filled_in.size(), 1U);
  EXPECT_EQ(said.filled_in[0].value, "pocket");
  EXPECT_EQ(said.filled_in[0].provenance.author, "m");
  ASSERT_EQ(said.guesses.size(), 1U);
  EXPECT_EQ(said.guesses[0].value, "button");
  EXPECT_NEAR(said.guesses[0].provenance.score, 1 / (1 + std::exp(-1.0)), 1e-9);
}

TEST(HeadAnswers, OfThePhotoEveryValueMayBeSaid) {
  const HeadSpec season{"season", {{"summer", {}}, {"winter", {}}}, false, HeadScope::kPhoto};
  const float logits[] = {0, 1};
  SaidLabels said;
  add_labels(season, logits, std::nullopt, "m", said);
  ASSERT_EQ(said.filled_in.size(), 1U);
  EXPECT_EQ(said.filled_in[0].value, "winter");
  ASSERT_EQ(said.filled_in[0].alternatives.size(), 1U);
  EXPECT_EQ(said.filled_in[0].alternatives[0].value, "summer");
}

TEST(HeadAnswers, OfSeveralStylesTheLikeliestIsTheStyleAndTheNextItsSubStyle) {
  HeadSpec styles{"style", {{"street", {}}, {"punk", {}}, {"retro", {}}, {"modern", {}}}, true, HeadScope::kPhoto};
  const float two[] = {1, 2, 0.5F, -3};
  SaidLabels said;
  add_labels(styles, two, std::nullopt, "m", said);
  ASSERT_EQ(said.filled_in.size(), 2U);
  EXPECT_EQ(said.filled_in[0].attribute, attribute::kStyle);
  EXPECT_EQ(said.filled_in[0].value, "punk");
  EXPECT_EQ(said.filled_in[0].alternatives.at(0).value, "retro") << "never what is the sub-style";
  EXPECT_EQ(said.filled_in[1].attribute, attribute::kSubStyle);
  EXPECT_EQ(said.filled_in[1].value, "street");

  const float unlikely[] = {-1, -2, -3, -4};
  styles.confidence.threshold = 0.6;
  SaidLabels guessed;
  add_labels(styles, unlikely, std::nullopt, "m", guessed);
  EXPECT_TRUE(guessed.filled_in.empty());
  ASSERT_EQ(guessed.guesses.size(), 1U) << "of a style something is always said, of a sub-style what is likely";
  EXPECT_EQ(guessed.guesses[0].value, "street");
  EXPECT_EQ(guessed.guesses[0].alternatives.at(0).value, "punk");
}

}  // namespace
}  // namespace jaedan::inference
