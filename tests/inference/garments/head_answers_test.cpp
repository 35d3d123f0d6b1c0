#include "inference/garments/head_answers.h"

#include <gtest/gtest.h>

#include <cmath>

namespace jaedan::inference {
namespace {

const HeadSpec kLength{"length", {{"mini", {Part::kBottom}}, {"midi", {Part::kBottom}}, {"crop", {Part::kTop}}}, false};

TEST(HeadAnswers, OneValueIsTheLikeliestOfThoseThatMayBeSaid) {
  const float logits[] = {1, 0, 9};
  const auto answers = answers_of(kLength, logits, Part::kBottom);
  ASSERT_EQ(answers.size(), 1U);
  EXPECT_EQ(answers[0].value, 0U);
  EXPECT_NEAR(answers[0].probability, std::exp(1) / (std::exp(1) + 1), 1e-9);
  EXPECT_EQ(answers_of(kLength, logits, Part::kTop).at(0).value, 2U);
}

TEST(HeadAnswers, NothingIsSaidOfAPartThatTheHeadDoesNotKnow) {
  const float logits[] = {1, 0, 9};
  EXPECT_TRUE(answers_of(kLength, logits, Part::kDress).empty());
}

TEST(HeadAnswers, OfSeveralTrueValuesAllThatAreLikelierThanNotAreSaid) {
  HeadSpec details{"detail", {{"button", {}}, {"frill", {}}, {"pocket", {}}}, true};
  const float logits[] = {1, -1, 3};
  const auto answers = answers_of(details, logits, Part::kTop);
  ASSERT_EQ(answers.size(), 2U);
  EXPECT_EQ(answers[0].value, 2U) << "the likeliest first";
  EXPECT_EQ(answers[1].value, 0U);
  EXPECT_NEAR(answers[1].probability, 1 / (1 + std::exp(-1.0)), 1e-9);
}

}  // namespace
}  // namespace jaedan::inference
