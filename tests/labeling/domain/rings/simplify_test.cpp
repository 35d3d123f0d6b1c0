#include "labeling/domain/rings/simplify.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "labeling/domain/mask.h"

namespace jaedan {
namespace {

Mask blob(unsigned seed, int size) {
  std::mt19937 random(seed);
  Mask mask = Mask::of_size(size, size);
  for (int i = 0; i < 5; ++i) {
    const double cx = size * (0.3 + 0.4 * (random() % 100) / 100.0);
    const double cy = size * (0.3 + 0.4 * (random() % 100) / 100.0);
    const double r = size * (0.08 + 0.15 * (random() % 100) / 100.0);
    for (int y = 0; y < size; ++y) {
      for (int x = 0; x < size; ++x) {
        if (std::hypot(x + 0.5 - cx, y + 0.5 - cy) < r) mask.at(x, y) = i == 4 ? 0 : 255;
      }
    }
  }
  return mask;
}

double distance_to_ring(Point p, const Ring& ring) {
  double best = 1e300;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    best = std::min(best, distance_to_segment(p, ring[i], ring[(i + 1) % ring.size()]).distance);
  }
  return best;
}

TEST(Simplify, NoPointMovesFartherThanTheTolerance) {
  for (unsigned seed = 0; seed < 20; ++seed) {
    for (const double tolerance : {0.5, 1.0, 3.0}) {
      for (const Ring& ring : trace(blob(seed, 120)).rings) {
        const Region simple = simplify({{ring}}, {tolerance, 0});
        if (simple.empty()) continue;
        for (const Point& p : ring) EXPECT_LE(distance_to_ring(p, simple.rings[0]), tolerance + 1e-9);
        for (const Point& p : simple.rings[0]) EXPECT_NE(std::find(ring.begin(), ring.end(), p), ring.end());
      }
    }
  }
}

TEST(Simplify, MakesOutlinesShortAndKeepsTheShape) {
  for (unsigned seed = 0; seed < 20; ++seed) {
    const Mask mask = blob(seed, 200);
    const Region exact = trace(mask);
    const Region simple = simplify(smooth_staircase(exact), {1.0, 16.0});
    EXPECT_LT(point_count(simple) * 5, point_count(exact)) << seed;
    EXPECT_GT(iou(rasterize(simple, 200, 200), mask), 0.975) << seed;
  }
}

TEST(Simplify, CollinearPointsGoAwayWhereverTheRingStarts) {
  Ring square;
  for (int i = 0; i < 10; ++i) square.push_back({static_cast<double>(i), 0});
  for (int i = 0; i < 10; ++i) square.push_back({10, static_cast<double>(i)});
  for (int i = 10; i > 0; --i) square.push_back({static_cast<double>(i), 10});
  for (int i = 10; i > 0; --i) square.push_back({0, static_cast<double>(i)});
  for (std::size_t shift = 0; shift < square.size(); ++shift) {
    const Region simple = simplify({{square}}, {0.1, 0});
    ASSERT_EQ(simple.rings.size(), 1u);
    EXPECT_EQ(simple.rings[0].size(), 4u) << shift;
    EXPECT_EQ(std::abs(signed_area(simple.rings[0])), 100);
    std::rotate(square.begin(), square.begin() + 1, square.end());
  }
}

TEST(Simplify, SpecksAndSpeckHolesGoAway) {
  const Ring large = {{0, 0}, {50, 0}, {50, 50}, {0, 50}};
  const Ring speck = {{10, 10}, {12, 10}, {12, 12}, {10, 12}};
  EXPECT_EQ(simplify({{large, speck}}, {0.5, 16}).rings, (std::vector<Ring>{large}));
  EXPECT_EQ(simplify({{large, speck}}, {0.5, 1}).rings.size(), 2u);
}

TEST(Simplify, DegenerateRingsDoNoHarm) {
  const Ring one_place(100, Point{5, 5});
  EXPECT_TRUE(simplify({{{}, {{1, 1}}, {{1, 1}, {2, 2}}, one_place}}, {1, 0}).empty());
  EXPECT_TRUE(simplify(Region{}, {1, 1}).empty());
}

TEST(SmoothStaircase, ASlopeOfStepsBecomesALine) {
  for (const int run : {1, 2}) {  // steps of 1:1 and 2:1
    Ring stairs;
    for (int i = 0; i < 20; ++i) {
      stairs.push_back({static_cast<double>(i * run), static_cast<double>(i)});
      stairs.push_back({static_cast<double>((i + 1) * run), static_cast<double>(i)});
    }
    stairs.push_back({20.0 * run, 40});
    stairs.push_back({0, 40});
    const Ring smooth = smooth_staircase({{stairs}}).rings[0];
    for (std::size_t i = 1; i + 2 < 36; ++i) EXPECT_NEAR(cross(smooth[i], smooth[i + 1], smooth[i + 2]), 0, 1e-9) << i;
  }
}

TEST(SmoothStaircase, MovesNoPointFar) {
  for (unsigned seed = 0; seed < 20; ++seed) {
    const Region exact = trace(blob(seed, 120));
    const Region smooth = smooth_staircase(exact);
    ASSERT_EQ(smooth.rings.size(), exact.rings.size());
    for (std::size_t r = 0; r < exact.rings.size(); ++r) {
      for (const Point& p : exact.rings[r]) EXPECT_LE(distance_to_ring(p, smooth.rings[r]), 0.71);
      for (const Point& p : smooth.rings[r]) EXPECT_LE(distance_to_ring(p, exact.rings[r]), 1e-9);
    }
    EXPECT_GT(iou(rasterize(smooth, 120, 120), rasterize(exact, 120, 120)), 0.98);
  }
}

TEST(SmoothStaircase, LongEdgesStayWhereTheyAre) {
  const Ring square = {{10, 10}, {60, 10}, {60, 60}, {10, 60}};
  const Ring smooth = smooth_staircase({{square}}).rings[0];
  EXPECT_EQ(smooth.size(), 8u);
  EXPECT_EQ(rasterize({{smooth}}, 70, 70).pixels, rasterize({{square}}, 70, 70).pixels);
}

}  // namespace
}  // namespace jaedan
