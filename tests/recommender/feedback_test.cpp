#include "recommender/feedback.h"

#include <gtest/gtest.h>

#include "tests/recommender/item_builder.h"

namespace jaedan::recommender {
namespace {

using testing::item;

double worth_of(const WantedLabels& wanted, const std::string& attribute, const std::string& value) {
  for (const WantedLabel& label : wanted) {
    for (const auto& [name, worth] : label.values) {
      if (label.attribute == attribute && name == value) return worth;
    }
  }
  return 0;
}

TEST(Feedback, TheQueryMovesTowardsTheLikedAndFromTheDisliked) {
  const Item query = item(1, 1, Part::kTop, {0, 0});
  const Item there = moved_query(query, {{item(2, 1, Part::kTop, {2, 0}), item(3, 1, Part::kTop, {0, 2})}, {}});
  EXPECT_FLOAT_EQ(there.vector[0], 0.75F / 1.75F) << "the mean of the liked is (1, 1)";
  EXPECT_FLOAT_EQ(there.vector[1], 0.75F / 1.75F);
  const Item away = moved_query(query, {{}, {item(2, 1, Part::kTop, {1, 0})}});
  EXPECT_LT(away.vector[0], 0);
  EXPECT_EQ(away.vector[1], 0);
}

TEST(Feedback, NothingMovesWithoutIt) {
  const Item query = item(1, 1, Part::kTop, {0.3F, 0.7F}, {{"colour", "red"}});
  EXPECT_EQ(moved_query(query, {}).vector, query.vector);
  const WantedLabels wanted = moved_labels(query, {});
  EXPECT_EQ(worth_of(wanted, "colour", "red"), 1);
}

TEST(Feedback, WhatTheLikedHaveIsWantedToo) {
  const Item query = item(1, 1, Part::kTop, {1}, {{"colour", "red"}});
  const Item liked = item(2, 1, Part::kTop, {1}, {{"colour", "black"}, {"fit", "slim"}});
  const WantedLabels wanted = moved_labels(query, {{liked}, {}});
  EXPECT_DOUBLE_EQ(worth_of(wanted, "colour", "red"), 1);
  EXPECT_DOUBLE_EQ(worth_of(wanted, "colour", "black"), 0.75);
  EXPECT_DOUBLE_EQ(worth_of(wanted, "fit", "slim"), 1) << "of which the query says nothing";
}

TEST(Feedback, WhatOnlyTheDislikedHaveIsNotWanted) {
  const Item query = item(1, 1, Part::kTop, {1}, {{"colour", "red"}});
  const Item disliked = item(2, 1, Part::kTop, {1}, {{"colour", "pink"}, {"fit", "slim"}});
  const WantedLabels wanted = moved_labels(query, {{}, {disliked}});
  ASSERT_EQ(wanted.size(), 1u);
  EXPECT_EQ(worth_of(wanted, "colour", "red"), 1);
  EXPECT_EQ(worth_of(wanted, "colour", "pink"), 0);
}

TEST(Feedback, AHistogramStaysOne) {
  Item query = item(1, 1, Part::kTop, {1}), disliked = query, without = query;
  query.colour = {0.1F, 0.9F};
  disliked.colour = {1, 0};
  const Item now = moved_query(query, {{without}, {disliked}});
  EXPECT_EQ(now.colour[0], 0) << "no share is below zero";
  EXPECT_GT(now.colour[1], 0.9F);
}

}  // namespace
}  // namespace jaedan::recommender
