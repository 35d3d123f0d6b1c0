#include "recommender/map/point_grid.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <set>

#include "recommender/map/density_grid.h"
#include "recommender/map/vectors.h"

namespace jaedan::recommender::testing {
namespace {

using Places = std::vector<std::uint32_t>;

std::vector<Point> scattered(std::size_t count, std::uint64_t seed = 11) {
  std::mt19937_64 random(seed);
  std::vector<Point> points;
  for (std::size_t i = 0; i < count; ++i) {
    // Half of them in a corner, so that cells are full and empty.
    const double wide = i % 2 == 0 ? 10 : 1;
    points.push_back({(draw_share(random) - 0.5) * wide, draw_share(random) * wide});
  }
  return points;
}

Places all_that(const std::vector<Point>& points, const std::function<bool(Point)>& test) {
  Places found;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (test(points[i])) found.push_back(static_cast<std::uint32_t>(i));
  }
  return found;
}

TEST(PointGrid, FindsInARectangleWhatLookingAtAllFinds) {
  const auto points = scattered(3000);
  const PointGrid grid(points);
  std::mt19937_64 random(2);
  for (int i = 0; i < 50; ++i) {
    const Rect rect{draw_share(random) * 12 - 6, draw_share(random) * 12 - 1, draw_share(random) * 5,
                    draw_share(random) * 5};
    const auto expected = all_that(
        points, [&](Point p) { return p.x >= rect.x && p.x <= rect.right() && p.y >= rect.y && p.y <= rect.bottom(); });
    EXPECT_EQ(grid.in(rect), expected);
    EXPECT_EQ(grid.count(rect), expected.size());
  }
  EXPECT_EQ(grid.in(grid.bounds()).size(), points.size());
}

TEST(PointGrid, TheNearestIsTheNearestOfAllWithinReach) {
  const auto points = scattered(2000);
  const PointGrid grid(points);
  std::mt19937_64 random(3);
  for (int i = 0; i < 100; ++i) {
    const Point at{draw_share(random) * 12 - 6, draw_share(random) * 12 - 1};
    const auto nearest = static_cast<std::uint32_t>(
        std::min_element(points.begin(), points.end(),
                         [&](Point a, Point b) { return distance(a, at) < distance(b, at); }) -
        points.begin());
    EXPECT_EQ(grid.nearest(at, 100), nearest);
    const auto close = grid.nearest(at, 0.1);
    EXPECT_EQ(close.has_value(), distance(points[nearest], at) <= 0.1);
  }
}

TEST(PointGrid, OfPointsAtOnePlaceTheFirstIsNearest) {
  const PointGrid grid({{5, 5}, {1, 1}, {1, 1}, {1, 1}});
  EXPECT_EQ(grid.nearest({1, 1}, 0), 1U);
  EXPECT_EQ(grid.nearest({1.2, 1}, 0.3), 1U);
  EXPECT_FALSE(grid.nearest({3, 3}, 0.5));
  EXPECT_FALSE(grid.nearest({1, 1}, -1));
}

TEST(PointGrid, ALassoCatchesWhatLiesWithinItByTheEvenOddRule) {
  const auto points = scattered(2000);
  const PointGrid grid(points);
  const Ring star = {{0, 0}, {3, 8}, {-4, 3}, {4, 3}, {-3, 8}};  // its middle is outside
  const Places caught = grid.inside(star);
  EXPECT_EQ(caught, all_that(points, [&](Point p) { return contains(star, p); }));
  EXPECT_FALSE(caught.empty());
  EXPECT_EQ(PointGrid({{0, 4}}).inside(star), Places{}) << "crossed twice";
  EXPECT_TRUE(grid.inside({{0, 0}, {1, 1}}).empty());
  EXPECT_TRUE(grid.inside({{0, 0}, {1, 1}, {std::numeric_limits<double>::quiet_NaN(), 0}}).empty());
}

TEST(PointGrid, SpreadsOnePointASquare) {
  const auto points = scattered(5000);
  const PointGrid grid(points);
  const Places chosen = grid.spread(grid.bounds(), 0.5, 100000);
  std::set<std::pair<int, int>> met, all;
  const auto square_of = [&](std::uint32_t place) {
    return std::make_pair(static_cast<int>(std::floor(points[place].x / 0.5)),
                          static_cast<int>(std::floor(points[place].y / 0.5)));
  };
  for (const std::uint32_t place : chosen) EXPECT_TRUE(met.insert(square_of(place)).second);
  for (std::uint32_t i = 0; i < points.size(); ++i) {
    if (all.insert(square_of(i)).second) {
      EXPECT_TRUE(std::binary_search(chosen.begin(), chosen.end(), i)) << "the first of its square";
    }
  }
  EXPECT_EQ(met, all);
}

TEST(PointGrid, SpreadsNoMoreThanIsWantedAndTheSameEveryTime) {
  const auto points = scattered(5000);
  const PointGrid grid(points);
  for (const std::size_t most : {1U, 3U, 50U, 400U}) {
    const Places chosen = grid.spread(grid.bounds(), 0.01, most);
    EXPECT_LE(chosen.size(), most);
    EXPECT_FALSE(chosen.empty());
    EXPECT_EQ(chosen, grid.spread(grid.bounds(), 0.01, most));
  }
  EXPECT_TRUE(grid.spread(grid.bounds(), 0, 10).empty());
  EXPECT_TRUE(grid.spread(grid.bounds(), 1, 0).empty());
}

TEST(PointGrid, SpreadKeepsItsChoiceWhileTheMapIsMoved) {
  const PointGrid grid(scattered(5000));
  const Places before = grid.spread({-2, 0, 4, 4}, 0.25, 10000);
  const Places after = grid.spread({-1.5, 0.5, 4, 4}, 0.25, 10000);
  // Squares that are wholly in both keep their point.
  for (const std::uint32_t place : before) {
    const Point p = grid.points()[place];
    if (p.x < -1.25 || p.x > 1.75 || p.y < 0.75 || p.y > 3.75) continue;
    EXPECT_TRUE(std::binary_search(after.begin(), after.end(), place));
  }
}

TEST(PointGrid, PointsThatAreNotFiniteAreNeverFound) {
  const double nan = std::numeric_limits<double>::quiet_NaN(), infinite = std::numeric_limits<double>::infinity();
  const PointGrid grid({{nan, 0}, {1, 1}, {0, infinite}, {1e300, 0}, {2, 2}});
  EXPECT_EQ(grid.found_count(), 2U);
  EXPECT_EQ(grid.in({-1e9, -1e9, 2e9, 2e9}), (Places{1, 4}));
  EXPECT_EQ(grid.bounds(), (Rect{1, 1, 1, 1}));
  EXPECT_TRUE(grid.in({nan, 0, 1, 1}).empty());
  EXPECT_FALSE(grid.nearest({nan, 0}, 5));
}

TEST(PointGrid, OfNothingOrOnePointAnswersAsWell) {
  const PointGrid nothing;
  EXPECT_TRUE(nothing.in({0, 0, 1, 1}).empty());
  EXPECT_FALSE(nothing.nearest({0, 0}, 1));
  EXPECT_TRUE(nothing.spread({0, 0, 1, 1}, 0.1, 5).empty());
  EXPECT_TRUE(PointGrid(std::vector<Point>{}).inside({{0, 0}, {1, 0}, {0, 1}}).empty());
  const PointGrid one({{3, 3}});
  EXPECT_EQ(one.in({3, 3, 0, 0}), Places{0});
  EXPECT_EQ(one.spread({0, 0, 9, 9}, 1e-9, 5), Places{0});
}

TEST(DensityGrid, IsHighestWherePointsLieClosest) {
  std::vector<Point> points(20, {2.5, 7.5});
  points.insert(points.end(), 5, {7.5, 2.5});
  const DensityGrid grid = density_of(points, {0, 0, 10, 10}, 10, 10, 0);
  EXPECT_FLOAT_EQ(grid.values[7 * 10 + 2], 1);
  EXPECT_FLOAT_EQ(grid.values[2 * 10 + 7], 0.25F);
  EXPECT_FLOAT_EQ(grid.values[0], 0);
}

TEST(DensityGrid, BlursIntoTheNeighboursAndStaysSymmetric) {
  const DensityGrid grid = density_of({{5.5, 5.5}}, {0, 0, 11, 11}, 11, 11, 1.5);
  const auto at = [&](std::size_t column, std::size_t row) { return grid.values[row * 11 + column]; };
  EXPECT_FLOAT_EQ(at(5, 5), 1);
  EXPECT_GT(at(6, 5), 0.5F);
  EXPECT_FLOAT_EQ(at(6, 5), at(4, 5));
  EXPECT_FLOAT_EQ(at(6, 5), at(5, 6));
  EXPECT_LT(at(8, 5), at(7, 5));
}

TEST(DensityGrid, LeavesOutWhatIsOutsideAndTakesNoArea) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const DensityGrid grid = density_of({{nan, 1}, {20, 1}, {10, 10}}, {0, 0, 10, 10}, 4, 4, 0);
  EXPECT_FLOAT_EQ(grid.values[15], 1) << "the far border belongs to the last cell";
  EXPECT_EQ(std::count(grid.values.begin(), grid.values.end(), 0.0F), 15);
  EXPECT_TRUE(density_of({{1, 1}}, {0, 0, 0, 5}, 4, 4).values.empty());
  EXPECT_TRUE(density_of({{1, 1}}, {0, 0, 5, 5}, 0, 4).values.empty());
  EXPECT_EQ(density_of({}, {0, 0, 5, 5}, 5000, 2).columns, 1024U);
}

}  // namespace
}  // namespace jaedan::recommender::testing
