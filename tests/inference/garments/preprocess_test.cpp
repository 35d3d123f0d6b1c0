#include "inference/garments/preprocess.h"

#include <gtest/gtest.h>

#include <cmath>

namespace jaedan::inference {
namespace {

constexpr InputSize kTrained{256, 384};

TEST(InputSize, KeepsTheTrainedSizeForItsOwnProportion) {
  const InputSize size = input_size_for(550, 825, kTrained);
  EXPECT_EQ(size.width, 256);
  EXPECT_EQ(size.height, 384);
}

TEST(InputSize, TurnsWithThePhotoAndKeepsTheArea) {
  const InputSize size = input_size_for(825, 550, kTrained);
  EXPECT_EQ(size.width, 384);
  EXPECT_EQ(size.height, 256);
  for (const auto& [width, height] :
       {std::pair{100, 100}, {4000, 3000}, {300, 900}, {1, 1}, {10'000, 10}, {10, 10'000}}) {
    const InputSize fitted = input_size_for(width, height, kTrained);
    EXPECT_EQ(fitted.width % 32, 0);
    EXPECT_EQ(fitted.height % 32, 0);
    EXPECT_NEAR(double(fitted.width) * fitted.height, 256.0 * 384, 0.15 * 256 * 384) << width << "×" << height;
  }
}

TEST(PrepareInput, MapsBlackToMinusOneAndWhiteToOne) {
  Image image = Image::of_size(64, 64);
  for (int x = 0; x < 32; ++x) {
    for (int y = 0; y < 64; ++y) std::fill_n(image.pixel(x, y), 3, std::uint8_t{255});
  }
  const NetworkInput input = prepare_input(image.view(), {64, 64});
  EXPECT_FLOAT_EQ(input.pixels.front(), 1);
  EXPECT_FLOAT_EQ(input.pixels.back(), -1);
}

TEST(PrepareInput, KeepsTheOrderRedGreenBlue) {
  Image image = Image::of_size(32, 32);
  for (int y = 0; y < 32; ++y) {
    for (int x = 0; x < 32; ++x) image.pixel(x, y)[0] = 255;
  }
  const NetworkInput input = prepare_input(image.view(), {32, 32});
  EXPECT_FLOAT_EQ(input.pixels[0], 1);
  EXPECT_FLOAT_EQ(input.pixels[1], -1);
  EXPECT_FLOAT_EQ(input.pixels[2], -1);
}

TEST(PrepareInput, AveragesAreasWhenItShrinks) {
  Image image = Image::of_size(128, 128);
  for (int y = 0; y < 128; ++y) {
    for (int x = 0; x < 128; ++x) std::fill_n(image.pixel(x, y), 3, static_cast<std::uint8_t>((x + y) % 2 * 254));
  }
  const NetworkInput input = prepare_input(image.view(), {64, 64});
  for (const float value : input.pixels) ASSERT_NEAR(value, 127 / 127.5 - 1, 1e-6);
}

}  // namespace
}  // namespace jaedan::inference
