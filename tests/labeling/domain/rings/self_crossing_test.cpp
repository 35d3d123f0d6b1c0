#include "labeling/domain/rings/self_crossing.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace jaedan {
namespace {

TEST(SelfCrossing, ABowTieCrossesItself) {
  EXPECT_TRUE(crosses_itself({{0, 0}, {10, 10}, {10, 0}, {0, 10}}));
  EXPECT_FALSE(crosses_itself({{0, 0}, {10, 0}, {10, 10}, {0, 10}}));
}

TEST(SelfCrossing, TouchingAndRunningBackIsNoCrossing) {
  // A hole reached by a bridge that runs there and back.
  EXPECT_FALSE(crosses_itself({{0, 0}, {9, 0}, {9, 9}, {0, 9}, {0, 0}, {3, 3}, {3, 6}, {6, 6}, {6, 3}, {3, 3}}));
  // Two squares that meet at a corner.
  EXPECT_FALSE(crosses_itself({{0, 0}, {5, 0}, {5, 5}, {9, 5}, {9, 9}, {5, 9}, {5, 5}, {0, 5}}));
}

TEST(SelfCrossing, LittleRingsAndOddNumbersCrossNothing) {
  EXPECT_FALSE(crosses_itself({}));
  EXPECT_FALSE(crosses_itself({{1, 1}}));
  EXPECT_FALSE(crosses_itself({{0, 0}, {std::numeric_limits<double>::infinity(), 1}, {1, std::nan("")}, {0, 4}}));
}

TEST(SelfCrossing, OneCrossingInALongOutlineIsFound) {
  Ring ring;
  for (int i = 0; i < 5000; ++i) {
    const double angle = 2 * M_PI * i / 5000;
    ring.push_back({500 + 400 * std::cos(angle), 500 + 400 * std::sin(angle)});
  }
  EXPECT_FALSE(crosses_itself(ring));
  std::swap(ring[1200], ring[1201]);
  EXPECT_TRUE(crosses_itself(ring));
}

}  // namespace
}  // namespace jaedan
