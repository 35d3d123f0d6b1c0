#include "inference/garments/cut_out.h"

#include <gtest/gtest.h>

#include "inference/garments/preprocess.h"

namespace jaedan::inference {
namespace {

/// Red right of the middle, blue left of it.
Image two_halves(int width, int height) {
  Image image = Image::of_size(width, height);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) image.pixel(x, y)[x < width / 2 ? 2 : 0] = 255;
  }
  return image;
}

Region rectangle(double left, double top, double right, double bottom) {
  return {{{{left, top}, {right, top}, {right, bottom}, {left, bottom}}}};
}

bool is_around(const std::uint8_t* pixel) { return std::equal(pixel, pixel + 3, kOutsideRgb); }

int garment_pixels(const Image& picture) {
  int count = 0;
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) count += is_around(picture.pixel(x, y)) ? 0 : 1;
  }
  return count;
}

TEST(CutOut, TheGarmentStandsInTheMiddleOfASquareAndNothingElseIsSeen) {
  const Image photo = two_halves(100, 60);
  const Image alone = garment_alone(photo.view(), rectangle(60, 10, 80, 50));
  ASSERT_EQ(alone.width, alone.height);
  EXPECT_GE(alone.width, 40);
  EXPECT_LE(alone.width, 46);
  EXPECT_EQ(garment_pixels(alone), 20 * 40);
  const int middle = alone.width / 2;
  EXPECT_EQ(alone.pixel(middle, middle)[0], 255);
  EXPECT_TRUE(is_around(alone.pixel(0, middle)));
}

TEST(CutOut, AMaskSaysTheSameAsItsRegion) {
  const Image photo = two_halves(100, 60);
  const Region region = {{{{20, 5}, {70, 12}, {55, 50}}}};
  Mask mask = Mask::of_size(100, 60);
  fill(mask, region, 3);
  EXPECT_EQ(garment_alone(photo.view(), mask, 3).rgb, garment_alone(photo.view(), region).rgb);
}

TEST(CutOut, WhatHasNoPixelInThePhotoIsEmpty) {
  const Image photo = two_halves(100, 60);
  EXPECT_TRUE(garment_alone(photo.view(), rectangle(200, 10, 220, 30)).empty());
  EXPECT_TRUE(garment_alone(photo.view(), rectangle(10.1, 10.1, 10.3, 10.3)).empty());
  EXPECT_TRUE(garment_alone(photo.view(), Region{}).empty());
  EXPECT_TRUE(garment_alone(photo.view(), Mask::of_size(100, 60), 1).empty());
  EXPECT_TRUE(garment_alone(ImageView{}, rectangle(0, 0, 5, 5)).empty());
}

TEST(CutOut, WhatLiesPartlyOutsideIsCutAtTheEdge) {
  const Image photo = two_halves(100, 60);
  EXPECT_EQ(garment_pixels(garment_alone(photo.view(), rectangle(-20, -20, 10, 10))), 100);
}

}  // namespace
}  // namespace jaedan::inference
