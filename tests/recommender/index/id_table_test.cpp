#include "recommender/index/id_table.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace jaedan::recommender {
namespace {

TEST(IdTable, KnowsWhatWasInsertedUntilItIsErased) {
  IdTable table;
  EXPECT_FALSE(table.find(0).has_value());
  table.erase(0);
  EXPECT_TRUE(table.insert(0, 7));
  EXPECT_FALSE(table.insert(0, 8)) << "one place an id";
  EXPECT_TRUE(table.insert(~VectorId{0}, 9));
  EXPECT_EQ(table.find(0), 7u);
  EXPECT_EQ(table.find(~VectorId{0}), 9u);
  table.erase(0);
  EXPECT_FALSE(table.find(0).has_value());
  EXPECT_EQ(table.size(), 1u);
}

/// Against a plain map, with ids that begin their search at few places.
TEST(IdTable, HoldsWhatAMapHoldsThroughManyChanges) {
  IdTable table;
  std::map<VectorId, Place> map;
  std::mt19937 random(3);
  for (Place i = 0; i < 50000; ++i) {
    const VectorId id = random() % 3 == 0 ? VectorId{random() % 700} << 40 : random() % 700;
    if (random() % 2 == 0) {
      EXPECT_EQ(table.insert(id, i), map.emplace(id, i).second);
    } else {
      table.erase(id);
      map.erase(id);
    }
    ASSERT_EQ(table.size(), map.size());
    const VectorId asked = random() % 700;
    const auto known = map.find(asked);
    ASSERT_EQ(table.find(asked).has_value(), known != map.end());
    ASSERT_EQ(table.find(asked).value_or(0), known == map.end() ? 0 : known->second);
  }
  for (const auto& [id, place] : map) EXPECT_EQ(table.find(id), place);
}

}  // namespace
}  // namespace jaedan::recommender
