#include "labeling/domain/mask.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <set>

namespace jaedan {
namespace {

Mask random_mask(int width, int height, unsigned seed, double share) {
  std::mt19937 random(seed);
  Mask mask = Mask::of_size(width, height);
  for (std::uint8_t& pixel : mask.pixels) pixel = random() % 1000 < share * 1000 ? 255 : 0;
  return mask;
}

std::size_t count(const Mask& mask) {
  return static_cast<std::size_t>(std::count_if(mask.pixels.begin(), mask.pixels.end(), [](auto p) { return p != 0; }));
}

/// Pixels that share a side with an equal one, as one piece: what `trace` calls a piece.
int pieces_of(Mask mask, bool inside) {
  int pieces = 0;
  for (int y0 = 0; y0 < mask.height; ++y0) {
    for (int x0 = 0; x0 < mask.width; ++x0) {
      if ((mask.at(x0, y0) != 0) != inside) continue;
      ++pieces;
      std::vector<std::pair<int, int>> open = {{x0, y0}};
      while (!open.empty()) {
        const auto [x, y] = open.back();
        open.pop_back();
        if (x < 0 || y < 0 || x >= mask.width || y >= mask.height || (mask.at(x, y) != 0) != inside) continue;
        mask.at(x, y) = inside ? 0 : 255;
        for (const auto& [dx, dy] : {std::pair(1, 0), std::pair(-1, 0), std::pair(0, 1), std::pair(0, -1)}) {
          open.emplace_back(x + dx, y + dy);
        }
      }
    }
  }
  return pieces;
}

TEST(Mask, TracingAndFillingGivesTheSamePixels) {
  for (unsigned seed = 0; seed < 300; ++seed) {
    const int width = 1 + static_cast<int>(seed * 7 % 23);
    const int height = 1 + static_cast<int>(seed * 5 % 19);
    const Mask mask = random_mask(width, height, seed, 0.05 + 0.9 * (seed % 10) / 10);
    const Region region = trace(mask);
    ASSERT_EQ(rasterize(region, width, height).pixels, mask.pixels) << "seed " << seed;
    EXPECT_DOUBLE_EQ(area_px(region), static_cast<double>(count(mask))) << "seed " << seed;
  }
}

TEST(Mask, TraceHasOnlyCornersAndNoRingTwice) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    const Region region = trace(random_mask(17, 13, seed, 0.5));
    std::set<std::pair<double, double>> edges;  // middles of edges: no edge belongs to two rings
    for (const Ring& ring : region.rings) {
      ASSERT_GE(ring.size(), 4u);
      for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point a = ring[i];
        const Point b = ring[(i + 1) % ring.size()];
        const Point c = ring[(i + 2) % ring.size()];
        EXPECT_TRUE((a.x == b.x) != (a.y == b.y));
        EXPECT_NE(cross(a, b, c), 0) << "a corner that is none, seed " << seed;
        EXPECT_TRUE(edges.insert({a.x + b.x, a.y + b.y}).second) << "seed " << seed;
      }
    }
  }
}

TEST(Mask, PiecesRunClockwiseAndHolesAgainst) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    const Mask mask = random_mask(15, 15, seed, 0.6);
    int pieces = 0;
    for (const Ring& ring : trace(mask).rings) pieces += signed_area(ring) > 0;
    EXPECT_EQ(pieces, pieces_of(mask, true)) << "seed " << seed;
  }
}

TEST(Mask, DiagonalNeighboursAreSeparatePieces) {
  Mask mask = Mask::of_size(2, 2);
  mask.at(0, 0) = mask.at(1, 1) = 1;
  EXPECT_EQ(trace(mask).rings.size(), 2u);
  mask.at(0, 0) = mask.at(1, 1) = 0;
  mask.at(1, 0) = mask.at(0, 1) = 1;
  EXPECT_EQ(trace(mask).rings.size(), 2u);
}

TEST(Mask, AFullMaskIsItsBorder) {
  Mask mask = Mask::of_size(7, 3);
  std::fill(mask.pixels.begin(), mask.pixels.end(), 255);
  const Region region = trace(mask);
  ASSERT_EQ(region.rings.size(), 1u);
  EXPECT_EQ(region.rings[0].size(), 4u);
  EXPECT_EQ(bounds_of(region), (Rect{0, 0, 7, 3}));
  EXPECT_TRUE(trace(Mask::of_size(4, 4)).empty());
  EXPECT_TRUE(trace(Mask{}).empty());
}

TEST(Mask, TracesOneValueOfALabelMap) {
  Mask mask = Mask::of_size(4, 1);
  mask.pixels = {1, 2, 2, 3};
  EXPECT_EQ(bounds_of(trace(mask, 2)), (Rect{1, 0, 2, 1}));
  EXPECT_TRUE(trace(mask, 9).empty());
  EXPECT_EQ(bounds_of(trace(mask, 0)), (Rect{0, 0, 0, 0}));
}

TEST(Mask, APixelBelongsToTheRegionByItsCentre) {
  EXPECT_EQ(count(rasterize({{{{0.6, 0}, {2, 0}, {2, 2}, {0.6, 2}}}}, 4, 4)), 2u);
  EXPECT_EQ(count(rasterize({{{{0.4, 0}, {2, 0}, {2, 2}, {0.4, 2}}}}, 4, 4)), 4u);
  // Two regions with a common border share no pixel and leave none out, through the centres too.
  const Region left = {{{{0, 0}, {2.5, 0}, {1.5, 4}, {0, 4}}}};
  const Region right = {{{{2.5, 0}, {4, 0}, {4, 4}, {1.5, 4}}}};
  const Mask a = rasterize(left, 4, 4);
  const Mask b = rasterize(right, 4, 4);
  for (std::size_t i = 0; i < a.pixels.size(); ++i) EXPECT_NE(a.pixels[i] != 0, b.pixels[i] != 0);
}

TEST(Mask, WhatLiesOutsideIsCutOff) {
  const Region region = {{{{-100, -50}, {1e7, -50}, {1e7, 1e7}, {-100, 1e7}}}};
  EXPECT_EQ(count(rasterize(region, 9, 5)), 45u);
  EXPECT_EQ(count(rasterize({{{{-9, -9}, {-1, -9}, {-1, -1}}}}, 9, 5)), 0u);
  EXPECT_EQ(rasterize(region, 0, 0).pixels.size(), 0u);
}

TEST(Mask, RingsWithoutAreaFillNothing) { EXPECT_EQ(count(rasterize({{{}, {{1, 1}}, {{1, 1}, {3, 3}}}}, 5, 5)), 0u); }

TEST(Mask, PointsThatAreNoPlaceDoNoHarm) {
  const double none = std::nan("");
  const double endless = std::numeric_limits<double>::infinity();
  for (const double bad : {none, endless, -endless, 1e300, 5e-324}) {
    rasterize({{{{1, 1}, {bad, 3}, {4, 4}}}}, 6, 6);
    rasterize({{{{1, 1}, {3, bad}, {4, 4}, {1, 4}}}}, 6, 6);
    EXPECT_EQ(count(rasterize({{{{bad, bad}, {bad, bad}, {bad, bad}}}}, 6, 6)), 0u);
  }
}

TEST(Mask, HolesAreLeftOutAndOtherValuesStay) {
  Mask mask = Mask::of_size(10, 10);
  std::fill(mask.pixels.begin(), mask.pixels.end(), 7);
  fill(mask, {{{{1, 1}, {9, 1}, {9, 9}, {1, 9}}, {{3, 3}, {7, 3}, {7, 7}, {3, 7}}}}, 2);
  EXPECT_EQ(mask.at(0, 0), 7);
  EXPECT_EQ(mask.at(2, 2), 2);
  EXPECT_EQ(mask.at(5, 5), 7);
}

TEST(Mask, FillingAgreesWithContains) {
  std::mt19937 random(3);
  std::uniform_real_distribution<double> place(-5, 35);
  for (int round = 0; round < 50; ++round) {
    Region region;
    for (int r = 0; r < 2; ++r) {
      Ring ring;
      for (int i = 0; i < 6; ++i) ring.push_back({place(random), place(random)});
      region.rings.push_back(ring);
    }
    const Mask mask = rasterize(region, 30, 30);
    for (int y = 0; y < 30; ++y) {
      for (int x = 0; x < 30; ++x) EXPECT_EQ(mask.at(x, y) != 0, contains(region, {x + 0.5, y + 0.5}));
    }
  }
}

TEST(Mask, IouIsOneForEqualAndForEmptyMasks) {
  const Mask a = random_mask(9, 9, 1, 0.5);
  EXPECT_EQ(iou(a, a), 1);
  EXPECT_EQ(iou(Mask::of_size(3, 3), Mask::of_size(3, 3)), 1);
  EXPECT_EQ(iou(a, Mask::of_size(9, 9)), 0);
  Mask half = Mask::of_size(2, 1);
  half.at(0, 0) = 1;
  Mask full = half;
  full.at(1, 0) = 200;
  EXPECT_EQ(iou(half, full), 0.5);
}

}  // namespace
}  // namespace jaedan
