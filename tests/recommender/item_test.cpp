#include "recommender/item.h"

#include <gtest/gtest.h>

#include <limits>

#include "tests/recommender/item_builder.h"
#include "tests/support/matchers.h"

namespace jaedan::recommender {
namespace {

using testing::Values;
using Names = std::vector<std::string>;

Comparison compared(const Values& a, const Values& b, const std::string& except = "") {
  return compare(testing::item(1, 1, Part::kTop, {}, a).attributes, testing::item(2, 1, Part::kTop, {}, b).attributes,
                 except);
}

TEST(ItemComparison, CountsOnlyWhatBothAnswer) {
  const Comparison comparison = compared({{"colour", "black"}, {"length", "mini"}, {"fit", "loose"}},
                                         {{"colour", "black"}, {"length", "long"}, {"print", "dot"}});
  EXPECT_EQ(comparison.agreeing, Names{"colour"});
  EXPECT_EQ(comparison.differing, Names{"length"});
  EXPECT_EQ(comparison.agreement(), 0.5);
}

TEST(ItemComparison, SeveralValuesAgreeWhenOneIsShared) {
  EXPECT_EQ(compared({{"detail", "zip"}, {"detail", "lace"}}, {{"detail", "lace"}, {"detail", "button"}}).agreement(),
            1);
  EXPECT_EQ(compared({{"detail", "zip"}, {"detail", "lace"}}, {{"detail", "button"}}).agreement(), 0);
}

TEST(ItemComparison, NotSureIsNoAnswer) {
  const Comparison comparison = compared({{"fit", "not_sure"}}, {{"fit", "not_sure"}});
  EXPECT_TRUE(comparison.agreeing.empty());
  EXPECT_EQ(comparison.agreement(), 0.5) << "nothing to compare";
}

TEST(ItemComparison, LeavesOutTheExceptedAttribute) {
  const Comparison comparison =
      compared({{"length", "mini"}, {"fit", "slim"}}, {{"length", "long"}, {"fit", "slim"}}, "length");
  EXPECT_TRUE(comparison.differing.empty());
  EXPECT_EQ(comparison.agreement(), 1);
}

TEST(Item, HasTheValuesSaidOfIt) {
  const Item item = testing::item(1, 1, Part::kTop, {}, {{"detail", "zip"}, {"detail", "lace"}});
  EXPECT_TRUE(has_value(item, "detail", "lace"));
  EXPECT_FALSE(has_value(item, "detail", "button"));
  EXPECT_FALSE(has_value(item, "fit", "lace"));
}

TEST(Item, HasTheValuesOfItsPhoto) {
  Item item = testing::item(1, 1, Part::kTop, {});
  item.photo_values = {{"style", "casual", "", Provenance::human("mina")}};
  EXPECT_TRUE(has_value(item, "style", "casual"));
  EXPECT_FALSE(has_value(item, "style", "formal"));
}

TEST(Item, HistogramsThatCannotBeComparedAreRefused) {
  std::vector<Item> items = {testing::item(1, 1, Part::kTop, {1}), testing::item(2, 1, Part::kTop, {1}),
                             testing::item(3, 1, Part::kTop, {1})};
  items[1].colour = {0.5F, 0.5F};
  EXPECT_TRUE(check_vectors(items).ok()) << "not all have one";
  items[2].colour = {1};
  EXPECT_ERROR(check_vectors(items), ErrorCode::kInvalidArgument);
  items[2].colour = {1, -0.1F};
  EXPECT_ERROR(check_vectors(items), ErrorCode::kInvalidArgument);
  items[2].colour = {1, std::numeric_limits<float>::quiet_NaN()};
  EXPECT_ERROR(check_vectors(items), ErrorCode::kInvalidArgument);
}

}  // namespace
}  // namespace jaedan::recommender
