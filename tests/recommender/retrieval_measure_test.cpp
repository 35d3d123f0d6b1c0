#include "recommender/retrieval_measure.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/recommender/item_builder.h"
#include "tests/support/matchers.h"

namespace jaedan::recommender {
namespace {

using testing::item;

TEST(RetrievalMeasure, CountsWhatSaysTheSameAmongTheNearest) {
  const std::vector<Item> gallery = {
      item(2, 1, Part::kTop, {1, 0}, {{"colour", "red"}}), item(3, 1, Part::kTop, {1, 0.1F}, {{"colour", "black"}}),
      item(4, 1, Part::kTop, {1, 0.2F}, {{"colour", "red"}}), item(5, 1, Part::kTop, {0, 1}),
      item(6, 1, Part::kDress, {1, 0}, {{"colour", "red"}})};
  const std::vector<Item> queries = {item(1, 1, Part::kTop, {1, 0}, {{"colour", "red"}}),
                                     item(1, 2, Part::kTop, {1, 0}, {{"fit", "slim"}})};
  RetrievalOptions options;
  options.k = 2;
  ASSERT_OK_AND_ASSIGN(const RetrievalFigures found, measure_retrieval(gallery, queries, {"colour"}, options));
  EXPECT_EQ(found.precision.queries, 1u) << "the other says no colour";
  EXPECT_DOUBLE_EQ(found.precision.value, 0.5);
  EXPECT_DOUBLE_EQ(found.precision.chance, 0.5) << "two of four tops are red";
  EXPECT_DOUBLE_EQ(found.average_precision.value, (1.0 + 2.0 / 3) / 2);
}

TEST(RetrievalMeasure, AllAttributesMustBeShared) {
  const std::vector<Item> gallery = {item(2, 1, Part::kTop, {1}, {{"colour", "red"}, {"print", "dot"}}),
                                     item(3, 1, Part::kTop, {1}, {{"colour", "red"}, {"print", "plain"}})};
  const std::vector<Item> queries = {item(1, 1, Part::kTop, {1}, {{"colour", "red"}, {"print", "dot"}})};
  ASSERT_OK_AND_ASSIGN(const auto both, measure_retrieval(gallery, queries, {"colour", "print"}, {}));
  EXPECT_DOUBLE_EQ(both.precision.value, 0.5);
  ASSERT_OK_AND_ASSIGN(const auto colour, measure_retrieval(gallery, queries, {"colour"}, {}));
  EXPECT_DOUBLE_EQ(colour.precision.value, 1) << "among as many as there are";
}

TEST(RetrievalMeasure, ThePhotoOfTheQueryIsNotLookedAt) {
  const std::vector<Item> all = {item(1, 1, Part::kTop, {1}, {{"colour", "red"}}),
                                 item(1, 2, Part::kTop, {1}, {{"colour", "red"}}),
                                 item(2, 1, Part::kTop, {1}, {{"colour", "black"}})};
  ASSERT_OK_AND_ASSIGN(const auto found, measure_retrieval(all, {all[0]}, {"colour"}, {}));
  EXPECT_EQ(found.precision.value, 0);
  EXPECT_EQ(found.average_precision.queries, 0u) << "there is no right one to find";
}

TEST(RetrievalMeasure, VectorsThatSayNothingReachChance) {
  std::mt19937_64 random(7);
  std::vector<Item> gallery, queries;
  for (int i = 1; i <= 1200; ++i) {
    const float x = static_cast<float>(random() % 1000) / 1000;
    const std::string colour = random() % 4 == 0 ? "red" : "black";
    (i <= 400 ? queries : gallery).push_back(item(i, 1, Part::kTop, {x, 1 - x}, {{"colour", colour}}));
  }
  ASSERT_OK_AND_ASSIGN(const RetrievalFigures found, measure_retrieval(gallery, queries, {"colour"}, {}));
  EXPECT_NEAR(found.precision.value, found.precision.chance, 0.03);
  EXPECT_NEAR(found.average_precision.value, found.average_precision.chance, 0.03);
  ASSERT_TRUE(found.precision.interval.interval.has_value());
  EXPECT_LT(found.precision.interval.interval->low, found.precision.value);
  EXPECT_GT(found.precision.interval.interval->high, found.precision.value);
}

TEST(RetrievalMeasure, ChanceOfAveragePrecisionIsTheMeanOverAllOrders) {
  // Two right ones among four: every order of the gallery is the order of one query's likenesses.
  std::vector<int> order = {0, 1, 2, 3};
  double sum = 0, chance = 0;
  int orders = 0;
  do {
    std::vector<Item> gallery;
    for (int i = 0; i < 4; ++i) {
      const auto place = static_cast<float>(order[static_cast<std::size_t>(i)]);
      gallery.push_back(item(i + 2, 1, Part::kTop, {1, place}, {{"colour", i < 2 ? "red" : "black"}}));
    }
    const auto found =
        measure_retrieval(gallery, {item(1, 1, Part::kTop, {1, 0}, {{"colour", "red"}})}, {"colour"}, {}).value();
    sum += found.average_precision.value;
    chance = found.average_precision.chance;
    ++orders;
  } while (std::next_permutation(order.begin(), order.end()));
  EXPECT_NEAR(sum / orders, chance, 1e-12);
}

TEST(RetrievalMeasure, TheSameGarmentIsTheNearestOrNot) {
  const std::vector<Item> gallery = {item(1, 1, Part::kTop, {1, 0}), item(2, 1, Part::kTop, {0, 1}),
                                     item(3, 1, Part::kDress, {0, 1})};
  const std::vector<Item> queries = {item(1, 1, Part::kTop, {1, 0.1F}), item(2, 1, Part::kTop, {1, 0.2F})};
  ASSERT_OK_AND_ASSIGN(const auto found, measure_same_garment(gallery, queries, {{0, 0}, {1, 1}}, {}));
  EXPECT_DOUBLE_EQ(found.value, 0.5);
  EXPECT_DOUBLE_EQ(found.chance, 0.5);
  EXPECT_ERROR(measure_same_garment(gallery, queries, {{0, 9}}, {}), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(measure_same_garment(gallery, queries, {{0, 2}}, {}), ErrorCode::kInvalidArgument);
}

TEST(RetrievalMeasure, WhatCannotBeMeasuredIsRefusedOrCountsNothing) {
  const std::vector<Item> one = {item(1, 1, Part::kTop, {1}, {{"colour", "red"}})};
  EXPECT_ERROR(measure_retrieval(one, one, {}, {}), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(measure_retrieval(one, {item(2, 1, Part::kTop, {1, 0})}, {"colour"}, {}), ErrorCode::kInvalidArgument);
  ASSERT_OK_AND_ASSIGN(const auto alone, measure_retrieval(one, one, {"colour"}, {}));
  EXPECT_EQ(alone.precision.queries, 0u);
  ASSERT_OK_AND_ASSIGN(const auto none, measure_retrieval({}, {}, {"colour"}, {}));
  EXPECT_EQ(none.precision.queries, 0u);
}

}  // namespace
}  // namespace jaedan::recommender
