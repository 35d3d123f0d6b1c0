#include "labeling/shape/single_ring.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <random>

#include "labeling/domain/mask.h"
#include "labeling/domain/rings/simplify.h"
#include "labeling/formats/kfashion/kfashion_number.h"

namespace jaedan::labeling {
namespace {

constexpr int kSize = 240;

/// Discs painted and punched out at random: pieces, holes, pieces in holes, rings that touch.
Region random_region(unsigned seed, bool smooth) {
  std::mt19937 random(seed);
  Mask mask = Mask::of_size(kSize, kSize);
  const int discs = 3 + static_cast<int>(random() % 12);
  for (int i = 0; i < discs; ++i) {
    const int x0 = static_cast<int>(random() % kSize);
    const int y0 = static_cast<int>(random() % kSize);
    const int r = 6 + static_cast<int>(random() % 50);
    const std::uint8_t value = random() % 3 ? 255 : 0;
    for (int y = 0; y < kSize; ++y) {
      for (int x = 0; x < kSize; ++x) {
        if ((x - x0) * (x - x0) + (y - y0) * (y - y0) < r * r) mask.at(x, y) = value;
      }
    }
  }
  const Region region = trace(mask);
  return smooth ? simplify(smooth_staircase(region), {0.7, 12.0}) : region;
}

Ring as_in_a_file(Ring ring) {
  for (Point& p : ring) p = {kfashion_rounded(p.x), kfashion_rounded(p.y)};
  return ring;
}

/// Pixels whose centre the ring winds around, for the non-zero rule.
Mask non_zero_fill(const Ring& ring) {
  Mask mask = Mask::of_size(kSize, kSize);
  for (int y = 0; y < kSize; ++y) {
    std::vector<std::pair<double, int>> crossings;
    const double cy = y + 0.5;
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const Point a = ring[i];
      const Point b = ring[(i + 1) % ring.size()];
      if ((a.y > cy) == (b.y > cy)) continue;
      crossings.emplace_back(a.x + (cy - a.y) * (b.x - a.x) / (b.y - a.y), a.y < b.y ? 1 : -1);
    }
    for (int x = 0; x < kSize; ++x) {
      int winding = 0;
      for (const auto& [at, direction] : crossings) winding += at <= x + 0.5 ? direction : 0;
      mask.at(x, y) = winding ? 255 : 0;
    }
  }
  return mask;
}

/// As other programs fill a polygon: corners at whole pixels, the border included.
Mask opencv_fill(const std::vector<Ring>& rings) {
  std::vector<std::vector<cv::Point>> contours;
  for (const Ring& ring : rings) {
    contours.emplace_back();
    for (const Point& p : ring) contours.back().emplace_back(cvRound(p.x), cvRound(p.y));
  }
  Mask mask = Mask::of_size(kSize, kSize);
  cv::Mat pixels(kSize, kSize, CV_8U, mask.pixels.data());
  cv::fillPoly(pixels, contours, cv::Scalar(255));
  return mask;
}

/// Rings without regard to where they start and which way they run.
std::vector<Ring> canonical(const Region& region) {
  std::vector<Ring> rings = region.rings;
  const auto less = [](const Point& a, const Point& b) { return std::pair(a.x, a.y) < std::pair(b.x, b.y); };
  for (Ring& ring : rings) {
    if (signed_area(ring) < 0) std::reverse(ring.begin(), ring.end());
    std::rotate(ring.begin(), std::min_element(ring.begin(), ring.end(), less), ring.end());
  }
  std::sort(rings.begin(), rings.end(), [&](const Ring& a, const Ring& b) {
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), less);
  });
  return rings;
}

TEST(SingleRing, FillsTheSamePixelsByBothRules) {
  for (unsigned seed = 0; seed < 60; ++seed) {
    SCOPED_TRACE(seed);
    const Region region = random_region(seed, false);
    const Ring ring = as_in_a_file(to_single_ring(region));
    const Mask wanted = rasterize(region, kSize, kSize);
    EXPECT_EQ(rasterize({{ring}}, kSize, kSize).pixels, wanted.pixels);
    EXPECT_EQ(non_zero_fill(ring).pixels, wanted.pixels);
  }
}

TEST(SingleRing, OpenCvFillsWhatItWouldFillFromTheRings) {
  double worst = 1;
  double sum = 0;
  int count = 0;
  for (unsigned seed = 0; seed < 100; ++seed) {
    const Region region = random_region(seed, true);
    if (area_px(region) < 5000) continue;
    const Ring ring = as_in_a_file(to_single_ring(region));
    const double agreement = iou(opencv_fill({ring}), opencv_fill(region.rings));
    worst = std::min(worst, agreement);
    sum += agreement;
    ++count;
  }
  ASSERT_GT(count, 50);
  EXPECT_GE(sum / count, 0.99);
  EXPECT_GE(worst, 0.96);  // it draws the bridges as lines of one pixel; these pieces are small for their distance
}

TEST(SingleRing, ReadingFindsThePiecesAndHolesAgain) {
  for (unsigned seed = 0; seed < 120; ++seed) {
    SCOPED_TRACE(seed);
    Region region = random_region(seed, true);
    for (Ring& ring : region.rings) ring = as_in_a_file(ring);
    EXPECT_EQ(canonical(from_single_ring(to_single_ring(region))), canonical(region));
  }
}

TEST(SingleRing, RingsThatShareCornersKeepTheirArea) {
  for (unsigned seed = 0; seed < 60; ++seed) {
    SCOPED_TRACE(seed);
    const Region region = random_region(seed, false);  // diagonal neighbours share corners
    const Region again = from_single_ring(as_in_a_file(to_single_ring(region)));
    EXPECT_EQ(rasterize(again, kSize, kSize).pixels, rasterize(region, kSize, kSize).pixels);
  }
}

TEST(SingleRing, ReadingIsFreeOfWhereTheRingStarts) {
  Region region = random_region(11, true);
  ASSERT_GT(region.rings.size(), 1u);
  const Ring ring = to_single_ring(region);
  for (std::size_t shift = 0; shift < ring.size(); ++shift) {
    SCOPED_TRACE(shift);
    Ring turned = ring;
    std::rotate(turned.begin(), turned.begin() + static_cast<std::ptrdiff_t>(shift), turned.end());
    EXPECT_EQ(canonical(from_single_ring(turned)), canonical(region));
    std::reverse(turned.begin(), turned.end());
    EXPECT_EQ(canonical(from_single_ring(turned)), canonical(region));
  }
}

TEST(SingleRing, WritingAgainGivesTheSameRing) {
  for (unsigned seed = 0; seed < 60; ++seed) {
    SCOPED_TRACE(seed);
    const Ring ring = as_in_a_file(to_single_ring(random_region(seed, true)));
    EXPECT_EQ(canonical(from_single_ring(to_single_ring(from_single_ring(ring)))), canonical(from_single_ring(ring)));
  }
}

TEST(SingleRing, ANormalRingIsUntouched) {
  const Ring drawn = {{350.519, 63.918}, {260.644, 121.837}, {309.576, 395.457}, {513.293, 358.508}};
  EXPECT_EQ(to_single_ring({{drawn}}), drawn);
  EXPECT_EQ(from_single_ring(drawn).rings, (std::vector<Ring>{drawn}));
}

TEST(SingleRing, SpikesAndRepeatedPointsAreNoBridges) {
  const Ring spike = {{0, 0}, {10, 0}, {10, 10}, {20, 20}, {10, 10}, {0, 10}};
  EXPECT_EQ(from_single_ring(spike).rings, (std::vector<Ring>{spike}));
  const Ring repeated = {{0, 0}, {0, 0}, {0, 0}, {10, 0}, {10, 0}, {10, 10}};
  EXPECT_EQ(from_single_ring(repeated).rings, (std::vector<Ring>{repeated}));
  const Ring line = {{0, 0}, {10, 0}, {20, 0}, {10, 0}};
  EXPECT_EQ(from_single_ring(line).rings, (std::vector<Ring>{line}));
}

TEST(SingleRing, DegenerateRegionsDoNoHarm) {
  EXPECT_TRUE(to_single_ring({}).empty());
  EXPECT_TRUE(from_single_ring({}).empty());
  EXPECT_EQ(to_single_ring({{{{1, 1}}}}), (Ring{{1, 1}}));
  EXPECT_EQ(from_single_ring({{1, 1}}).rings.size(), 1u);
  EXPECT_EQ(from_single_ring({{1, 1}, {2, 2}}).rings[0].size(), 2u);
  const Ring square = {{0, 0}, {9, 0}, {9, 9}, {0, 9}};
  EXPECT_EQ(to_single_ring({{{{1, 1}}, square, {}}}), square);
  const Region same_twice = {{square, square}};  // nothing, under even–odd
  const Region again = from_single_ring(to_single_ring(same_twice));
  EXPECT_EQ(rasterize(again, kSize, kSize).pixels, rasterize(same_twice, kSize, kSize).pixels);
}

TEST(SingleRing, ThousandsOfSpecksOnAChainWork) {
  Region specks;
  for (int i = 0; i < 3000; ++i) {
    const double x = i * 3.0;
    specks.rings.push_back({{x, 0}, {x + 1, 0}, {x + 1, 1}, {x, 1}});
  }
  const Ring ring = to_single_ring(specks);
  EXPECT_EQ(from_single_ring(ring).rings.size(), specks.rings.size());
}

TEST(SingleRing, TheLargestRingIsTheOneWithTheMostArea) {
  const Ring small = {{0, 0}, {2, 0}, {2, 2}};
  const Ring large = {{0, 9}, {0, 0}, {9, 0}};
  EXPECT_EQ(largest_ring({{small, large}}), large);
  EXPECT_TRUE(largest_ring({}).empty());
}

}  // namespace
}  // namespace jaedan::labeling
