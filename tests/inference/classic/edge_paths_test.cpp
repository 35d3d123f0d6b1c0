#include "inference/classic/edge_paths.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/support/matchers.h"

namespace jaedan::inference {
namespace {

constexpr double kRadius = 60;
constexpr Point kMiddle{150, 120};

/// A dark disk on a light ground.
Image disk() {
  Image image = Image::of_size(300, 240);
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      const bool inside = distance({x + 0.5, y + 0.5}, kMiddle) < kRadius;
      std::fill_n(image.pixel(x, y), 3, static_cast<std::uint8_t>(inside ? 40 : 220));
    }
  }
  return image;
}

Point on_circle(double degrees, double radius = kRadius) {
  const double angle = degrees * 3.14159265358979 / 180;
  return {kMiddle.x + radius * std::cos(angle), kMiddle.y + radius * std::sin(angle)};
}

TEST(EdgePaths, TheWayFollowsTheEdgeAndNotTheChord) {
  const Image photo = disk();
  ASSERT_OK_AND_ASSIGN(const EdgePaths paths, EdgePaths::around(photo.view(), on_circle(0), 150));
  EXPECT_EQ(paths.from(), on_circle(0));
  const Ring way = paths.way_to(on_circle(100));
  ASSERT_GE(way.size(), 3U);
  for (const Point& p : way) EXPECT_NEAR(distance(p, kMiddle), kRadius, 3);
}

TEST(EdgePaths, TwoPlacesOfAPhotoThatIsLookedAtSmallerFindTheEdgeToo) {
  const Image photo = disk();
  Image large = Image::of_size(1200, 960);
  for (int y = 0; y < large.height; ++y) {
    for (int x = 0; x < large.width; ++x) std::copy_n(photo.pixel(x / 4, y / 4), 3, large.pixel(x, y));
  }
  ASSERT_OK_AND_ASSIGN(const EdgePaths paths, EdgePaths::around(large.view(), on_circle(0) * 4, 600));
  const Ring way = paths.way_to(on_circle(90) * 4);
  ASSERT_GE(way.size(), 2U);
  for (const Point& p : way) EXPECT_NEAR(distance(p, kMiddle * 4), kRadius * 4, 12);
}

TEST(EdgePaths, OutOfReachTheLineIsStraight) {
  const Image photo = disk();
  ASSERT_OK_AND_ASSIGN(const EdgePaths paths, EdgePaths::around(photo.view(), {20, 20}, 30));
  EXPECT_TRUE(paths.way_to({290, 230}).empty());
  EXPECT_TRUE(paths.way_to({20, 20}).empty());
}

TEST(EdgePaths, PhotosOfOnePixelAndCornersAreNoTrouble) {
  const Image photo = disk();
  for (const Point corner : {Point{0, 0}, Point{300, 240}, Point{300, 0}}) {
    ASSERT_OK_AND_ASSIGN(const EdgePaths paths, EdgePaths::around(photo.view(), corner, 40));
    paths.way_to({150, 120});
  }
  const Image pixel = Image::of_size(1, 1);
  ASSERT_OK_AND_ASSIGN(const EdgePaths paths, EdgePaths::around(pixel.view(), {0.5, 0.5}, 100));
  EXPECT_TRUE(paths.way_to({1, 1}).empty());
  EXPECT_ERROR(EdgePaths::around(photo.view(), {-1, 5}, 40), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(EdgePaths::around(photo.view(), {5, 5}, 0), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(EdgePaths::around(ImageView{}, {0, 0}, 10), ErrorCode::kInvalidArgument);
}

}  // namespace
}  // namespace jaedan::inference
