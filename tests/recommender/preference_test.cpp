#include "recommender/preference.h"

#include <gtest/gtest.h>

#include "tests/recommender/item_builder.h"

namespace jaedan::recommender {
namespace {

using testing::item;

Item of_colour(const std::string& colour) { return item(1, 1, Part::kTop, {}, {{"colour", colour}}); }

const ValueCounts kAll = {{{"colour", "black"}, 50}, {{"colour", "red"}, 50}, {{"fit", "slim"}, 20}};

TEST(Taste, WhatTheyHaveOftenerThanOthersIsToTheirLiking) {
  const Taste taste({}, kAll, {{{"colour", "red"}, 8}, {{"colour", "black"}, 2}});
  EXPECT_GT(taste.of(of_colour("red")), 0);
  EXPECT_LT(taste.of(of_colour("black")), 0);
  EXPECT_EQ(taste.of(item(1, 1, Part::kTop, {}, {{"fit", "slim"}})), 0) << "they are not known by their fits";
}

TEST(Taste, OneGarmentIsLessThanMany) {
  const double one = Taste({}, kAll, {{{"colour", "red"}, 1}}).of(of_colour("red"));
  const double many = Taste({}, kAll, {{{"colour", "red"}, 30}}).of(of_colour("red"));
  EXPECT_GT(one, 0);
  EXPECT_GT(many, 2 * one);
}

TEST(Taste, WhoHasTheSameAsAllHasNone) {
  const Taste taste({}, kAll, {{{"colour", "red"}, 40}, {{"colour", "black"}, 40}});
  EXPECT_NEAR(taste.of(of_colour("red")), 0, 1e-9);
}

TEST(Taste, AStatedValueCountsAlsoWhenItIsOfThePhoto) {
  Preferences preferences;
  preferences.values = {{"style", "casual"}};
  Item casual = of_colour("red"), formal = casual;
  casual.photo_values = {{"style", "casual", "", Provenance::human("mina")}};
  formal.photo_values = {{"style", "formal", "", Provenance::human("mina")}};
  const ValueCounts all = count_values({&casual, &formal, &formal});
  EXPECT_EQ((all.at({"style", "formal"})), 2u);
  const Taste taste(preferences, all, {});
  EXPECT_GT(taste.of(casual), 0);
  EXPECT_LT(taste.of(formal), 0);
}

TEST(Taste, AStatedValueThatNobodyHasLeavesTheOthersEqual) {
  Preferences preferences;
  preferences.values = {{"colour", "gold"}};
  const Taste taste(preferences, kAll, {});
  EXPECT_EQ(taste.of(of_colour("red")), taste.of(of_colour("black")));
}

}  // namespace
}  // namespace jaedan::recommender
