#include "labeling/formats/kfashion/java_hash_order.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace jaedan::labeling {
namespace {

/// The keys of a polygon of `points`, in the order in which the exporter puts them, then as HashMap walks: "X2 X3 …".
std::string polygon_order(int points) {
  std::vector<std::string> keys;
  for (int i = 1; i <= points; ++i) {
    keys.push_back("X좌표" + std::to_string(i));
    keys.push_back("Y좌표" + std::to_string(i));
  }
  std::string order;
  for (const std::size_t i : java_hash_map_order(keys)) {
    order += (order.empty() ? "" : " ") + keys[i].substr(0, 1) + keys[i].substr(std::string("X좌표").size());
  }
  return order;
}

TEST(JavaHashOrder, HashesAStringAsJavaDoes) {
  EXPECT_EQ(java_string_hash("X좌표1"), 53644681);
  EXPECT_EQ(java_string_hash(""), 0);
  EXPECT_EQ(java_string_hash("polygenelubricants"), -2147483647 - 1);     // a well-known one
  EXPECT_EQ(java_string_hash("\xF0\x9F\x91\x97"), 31 * 0xD83D + 0xDC57);  // a dress: two UTF-16 units
}

TEST(JavaHashOrder, OrdersPolygonsLikeTheCheckVectors) {
  EXPECT_EQ(polygon_order(3), "X2 X3 Y3 Y2 X1 Y1");
  EXPECT_EQ(polygon_order(5), "X2 Y4 X3 Y3 Y2 X1 Y1 X4 X5 Y5");
  EXPECT_EQ(polygon_order(10), "X8 X9 Y9 Y10 X2 Y4 X10 X3 Y3 Y2 X1 Y1 X6 Y8 X7 Y7 X4 Y6 X5 Y5");
}

TEST(JavaHashOrder, IsAPermutationAtEverySize) {
  for (int points = 0; points < 300; ++points) {
    std::vector<std::string> keys;
    for (int i = 1; i <= points; ++i) keys.push_back("X좌표" + std::to_string(i));
    std::vector<char> seen(keys.size(), 0);
    for (const std::size_t i : java_hash_map_order(keys)) {
      ASSERT_LT(i, keys.size());
      EXPECT_EQ(seen[i]++, 0);
    }
    EXPECT_EQ(static_cast<std::size_t>(std::count(seen.begin(), seen.end(), 1)), keys.size());
  }
}

}  // namespace
}  // namespace jaedan::labeling
