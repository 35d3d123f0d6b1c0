#include "recommender/label_likeness.h"

#include <gtest/gtest.h>

#include "tests/recommender/item_builder.h"

namespace jaedan::recommender {
namespace {

AttributeValues said(const testing::Values& values) { return testing::item(1, 1, Part::kTop, {}, values).attributes; }

/// What a model says of the colour: its word and its next guesses.
AttributeValues guessed(const std::string& value, double score, std::vector<AlternativeValue> alternatives) {
  return {{"colour", value, "", Provenance::model("m1", score), std::move(alternatives)}};
}

TEST(LabelLikeness, EqualLabelsAreAlikeAndOthersAreNot) {
  const AttributeValues black_mini = said({{"colour", "black"}, {"length", "mini"}});
  EXPECT_DOUBLE_EQ(label_likeness(black_mini, black_mini), 1);
  EXPECT_DOUBLE_EQ(label_likeness(black_mini, said({{"length", "maxi"}, {"colour", "black"}})), 0.5);
  EXPECT_DOUBLE_EQ(label_likeness(black_mini, said({{"colour", "red"}, {"length", "maxi"}})), 0);
}

TEST(LabelLikeness, WhatOnlyOneAnswersCountsAgainstIt) {
  const AttributeValues black = said({{"colour", "black"}});
  const AttributeValues black_slim = said({{"colour", "black"}, {"fit", "slim"}});
  EXPECT_DOUBLE_EQ(label_likeness(black, black_slim), 0.5);
  EXPECT_DOUBLE_EQ(label_likeness(black_slim, black), 0.5);
}

TEST(LabelLikeness, NothingAndNotSureAreLikeNothing) {
  EXPECT_EQ(label_likeness({}, {}), 0);
  EXPECT_EQ(label_likeness(said({{"colour", "not_sure"}}), said({{"colour", "not_sure"}})), 0);
  EXPECT_EQ(label_likeness(said({{"colour", "black"}}), {}), 0);
}

TEST(LabelLikeness, GuessesOfAModelCountByTheirScores) {
  const AttributeValues black = said({{"colour", "black"}});
  const AttributeValues perhaps_black = guessed("navy", 0.6, {{"black", 0.4}});
  const AttributeValues never_black = guessed("navy", 0.6, {{"blue", 0.4}});
  EXPECT_GT(label_likeness(black, perhaps_black), label_likeness(black, never_black));
  EXPECT_GT(label_likeness(perhaps_black, never_black), 0);
  EXPECT_DOUBLE_EQ(label_likeness(black, perhaps_black), label_likeness(perhaps_black, black));
  // p = (1, 0), q = (0.4, 0.6): the divergence is half of log2(2 / 1.4) + 0.4 log2(0.8 / 1.4) + 0.6.
  EXPECT_NEAR(label_likeness(black, perhaps_black), 0.604184, 1e-6);
}

TEST(LabelLikeness, SeveralValuesShareAlike) {
  const AttributeValues both = said({{"print", "dot"}, {"print", "stripe"}});
  const LabelShares shares = label_shares(both, "print");
  ASSERT_EQ(shares.size(), 2u);
  EXPECT_DOUBLE_EQ(shares[0].second, 0.5);
  const double to_one = label_likeness(both, said({{"print", "dot"}}));
  EXPECT_GT(to_one, 0.5);
  EXPECT_LT(to_one, 1);
}

}  // namespace
}  // namespace jaedan::recommender
