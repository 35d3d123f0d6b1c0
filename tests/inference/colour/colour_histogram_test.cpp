#include "inference/colour/colour_histogram.h"

#include <gtest/gtest.h>

#include <numeric>

namespace jaedan::inference {
namespace {

Image plain(std::uint8_t red, std::uint8_t green, std::uint8_t blue) {
  Image image = Image::of_size(40, 40);
  for (int i = 0; i < 40 * 40; ++i) {
    std::uint8_t* pixel = image.rgb.data() + static_cast<std::ptrdiff_t>(3) * i;
    pixel[0] = red, pixel[1] = green, pixel[2] = blue;
  }
  return image;
}

const Region kMiddle = {{{{5, 5}, {35, 5}, {35, 35}, {5, 35}}}};

double product(const std::vector<float>& a, const std::vector<float>& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

TEST(ColourHistogram, HasLengthOneAndIsLikeItselfAlone) {
  const auto red = colour_histogram(plain(200, 20, 30).view(), kMiddle);
  const auto blue = colour_histogram(plain(20, 40, 200).view(), kMiddle);
  ASSERT_EQ(red.size(), static_cast<std::size_t>(kColourBins));
  EXPECT_NEAR(product(red, red), 1, 1e-5);
  EXPECT_LT(product(red, blue), 0.1);
}

TEST(ColourHistogram, ALittleOtherLightIsNearerThanAnotherColour) {
  const auto red = colour_histogram(plain(200, 20, 30).view(), kMiddle);
  const auto darker = colour_histogram(plain(180, 15, 25).view(), kMiddle);
  const auto grey = colour_histogram(plain(120, 120, 120).view(), kMiddle);
  EXPECT_GT(product(red, darker), 0.8);
  EXPECT_LT(product(red, grey), product(red, darker));
}

TEST(ColourHistogram, ARegionOutsideThePhotoHasNone) {
  const Image image = plain(10, 10, 10);
  EXPECT_TRUE(colour_histogram(image.view(), {{{{100, 100}, {120, 100}, {120, 120}}}}).empty());
  EXPECT_TRUE(colour_histogram(image.view(), Region{}).empty());
}

}  // namespace
}  // namespace jaedan::inference
