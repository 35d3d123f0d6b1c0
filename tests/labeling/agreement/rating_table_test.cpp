#include "labeling/agreement/rating_table.h"

#include <gtest/gtest.h>

#include "tests/support/matchers.h"

namespace jaedan::labeling {
namespace {

TEST(RatingTable, TheSameNumberIsTheSameCategory) {
  ASSERT_OK_AND_ASSIGN(const RatingTable table, RatingTable::from_text({{"10", "2.0"}, {" 2 ", ""}, {"-0", "0"}}));
  EXPECT_EQ(table.categories().size(), 3u);
  EXPECT_EQ(table.numbers(), (std::vector<double>{0, 2, 10}));
  EXPECT_EQ(table.at(0, 1), table.at(1, 0));
  EXPECT_EQ(table.at(1, 1), RatingTable::kMissing);
  EXPECT_EQ(table.at(2, 0), table.at(2, 1));
  EXPECT_EQ(table.ratings(), 5u);
}

TEST(RatingTable, WordsAreTextsAndNumbersAmongThemToo) {
  ASSERT_OK_AND_ASSIGN(const RatingTable table, RatingTable::from_text({{"1", "1.0"}, {"nan", "inf"}}));
  EXPECT_EQ(table.categories(), (std::vector<std::string>{"1", "1.0", "inf", "nan"}));
  EXPECT_TRUE(table.numbers().empty());
  EXPECT_FALSE(table.allows(Level::kOrdinal));
  EXPECT_FALSE(table.allows(Level::kInterval));
  const Status refused = table.require(Level::kInterval);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().text(), "interval needs numbers; 'inf' is no number");
  EXPECT_EQ(table.require(Level::kOrdinal).error().message.key, "agreement.no_order");
}

TEST(RatingTable, AWordIsTheSameHoweverItWasTyped) {
  ASSERT_OK_AND_ASSIGN(const RatingTable table, RatingTable::from_text({{"가", "\u1100\u1161"}}));
  EXPECT_EQ(table.at(0, 0), table.at(0, 1));
}

TEST(RatingTable, AnOrderGivesWordsTheOrdinalLevel) {
  ASSERT_OK_AND_ASSIGN(const RatingTable table, RatingTable::from_text({{"low", "high"}}, {"low", "mid", "high"}));
  EXPECT_EQ(table.categories(), (std::vector<std::string>{"low", "mid", "high"}));
  EXPECT_EQ(table.at(0, 1), 2);
  EXPECT_TRUE(table.allows(Level::kOrdinal));
  EXPECT_FALSE(table.allows(Level::kInterval));
  EXPECT_ERROR(RatingTable::from_text({{"low", "huge"}}, {"low"}), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(RatingTable::from_text({{"low"}}, {"low", "low"}), ErrorCode::kInvalidArgument);
}

TEST(RatingTable, RatioTakesNothingBelowZero) {
  ASSERT_OK_AND_ASSIGN(const RatingTable table, RatingTable::from_text({{"-1", "2"}}));
  EXPECT_TRUE(table.allows(Level::kInterval));
  EXPECT_EQ(table.require(Level::kRatio).error().message.key, "agreement.below_zero");
}

TEST(RatingTable, RowsAreAllAsLong) {
  EXPECT_ERROR(RatingTable::from_text({{"1", "2"}, {"1"}}), ErrorCode::kInvalidArgument);
}

TEST(RatingTable, WithoutValuesAllLevelsAreAllowed) {
  ASSERT_OK_AND_ASSIGN(const RatingTable table, RatingTable::from_text({{"", ""}}));
  for (const Level level : {Level::kNominal, Level::kOrdinal, Level::kInterval, Level::kRatio}) {
    EXPECT_OK(table.require(level));
    EXPECT_EQ(level_from_id(id_of(level)), level);
  }
  EXPECT_FALSE(level_from_id("metric"));
}

TEST(RatingTable, UnitsMayComeSeveralTimes) {
  ASSERT_OK_AND_ASSIGN(const RatingTable table, RatingTable::from_text({{"a", "b"}, {"c", ""}}));
  const RatingTable drawn = table.of_units({1, 1, 0});
  EXPECT_EQ(drawn.units(), 3u);
  EXPECT_EQ(drawn.at(1, 0), table.at(1, 0));
  EXPECT_EQ(drawn.at(2, 1), table.at(0, 1));
  EXPECT_EQ(&drawn.categories(), &table.categories());
}

}  // namespace
}  // namespace jaedan::labeling
