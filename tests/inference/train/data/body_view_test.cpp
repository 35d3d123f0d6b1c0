#include <gtest/gtest.h>

#include <algorithm>

#include "inference/train/data/batch_loader.h"

namespace jaedan::inference {
namespace {

constexpr auto kHeadCell = static_cast<std::uint8_t>(BodyPart::kHead);
constexpr auto kFootCell = static_cast<std::uint8_t>(BodyPart::kFoot);

// 64 × 96: the left half is white and head, the right half black and foot; a left shoulder amid the one, a right one
// amid the other.
TrainingItem halves() {
  TrainingItem item;
  item.photo = Image::of_size(64, 96);
  item.labels = Mask::of_size(64, 96);
  item.body = Mask::of_size(16, 24);  // coarser than the photo
  for (int y = 0; y < 96; ++y) std::fill_n(item.photo.pixel(0, y), 3 * 32, std::uint8_t{255});
  for (int y = 0; y < 24; ++y) {
    for (int x = 0; x < 16; ++x) item.body.at(x, y) = x < 8 ? kHeadCell : kFootCell;
  }
  item.key_points = KeyPoints{};
  (*item.key_points)[kLeftShoulder] = {{0.25, 0.5}, 0.9};
  (*item.key_points)[kRightShoulder] = {{0.75, 0.5}, 0.8};
  return item;
}

AugmentOptions without_colours() {
  AugmentOptions options;
  options.brightness = options.contrast = options.saturation = options.hue = options.blur = 0;
  return options;
}

float red_at(const Sample& sample, int x, int y) {
  return sample.pixels[3 * (std::size_t(y) * static_cast<std::size_t>(sample.width) + static_cast<std::size_t>(x))];
}

TEST(BodyView, APlainViewHasACellForEachSixteenPixels) {
  const Sample sample = plain(halves(), 64, 96);
  ASSERT_EQ(sample.body.size(), 4U * 6);
  for (std::size_t i = 0; i < sample.body.size(); ++i)
    EXPECT_EQ(sample.body[i], i % 4 < 2 ? kHeadCell : kFootCell) << i;
  EXPECT_NEAR(sample.key_points[kLeftShoulder].at.x, 0.25, 1e-9);
  EXPECT_NEAR(sample.key_points[kLeftShoulder].at.y, 0.5, 1e-9);
  EXPECT_EQ(sample.key_points[kLeftShoulder].score, 0.9);
  EXPECT_EQ(sample.key_points[kNose].score, 0);
}

TEST(BodyView, WhatLiesBesideThePhotoIsUnknown) {
  const Sample sample = plain(halves(), 192, 96);  // the photo fills the middle third
  ASSERT_EQ(sample.body.size(), 12U * 6);
  for (std::size_t i = 0; i < sample.body.size(); ++i) {
    const std::size_t x = i % 12;
    EXPECT_EQ(sample.body[i], x < 4 || x >= 8 ? kUnknownBody : x < 6 ? kHeadCell : kFootCell) << i;
  }
  EXPECT_NEAR(sample.key_points[kLeftShoulder].at.x, (1 + 0.25) / 3, 1e-9);
}

TEST(BodyView, WithoutKnowledgeEverythingIsUnknown) {
  TrainingItem item = halves();
  item.body = {};
  item.key_points.reset();
  for (const Sample& sample : {plain(item, 64, 96), augment(item, 64, 96, {}, 3)}) {
    EXPECT_EQ(sample.body, std::vector<std::uint8_t>(24, kUnknownBody));
    for (const KeyPoint& point : sample.key_points) EXPECT_EQ(point.score, 0);
  }
}

TEST(BodyView, BodyAndPhotoStayOnTopOfEachOther) {
  const TrainingItem item = halves();
  int wrong = 0, all = 0;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const Sample sample = augment(item, 64, 96, without_colours(), seed);
    for (int i = 0; i < 24; ++i) {
      const std::uint8_t body = sample.body[static_cast<std::size_t>(i)];
      const float red = red_at(sample, i % 4 * kBodyCellPx + 8, i / 4 * kBodyCellPx + 8);
      if (body == kUnknownBody || std::abs(red) < 0.9) continue;  // at the border of the halves, or grey
      ++all;
      wrong += (red > 0) != (body == kHeadCell);
    }
  }
  EXPECT_GT(all, 500);
  EXPECT_LE(wrong, all / 50) << "a cell's middle lies between pixels, and a map is coarser than a photo";
}

TEST(BodyView, AMirroredLeftShoulderIsARightOne) {
  const TrainingItem item = halves();
  AugmentOptions options = without_colours();
  int seen = 0;
  for (const bool is_mirrored : {false, true}) {
    options.flip = is_mirrored ? 1 : 0;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
      const Sample sample = augment(item, 64, 96, options, seed);
      const KeyPoint& on_white = sample.key_points[is_mirrored ? kRightShoulder : kLeftShoulder];
      const KeyPoint& on_black = sample.key_points[is_mirrored ? kLeftShoulder : kRightShoulder];
      for (const auto& [point, score, sign] : {std::tuple{on_white, 0.9, 1}, {on_black, 0.8, -1}}) {
        if (point.score == 0) continue;
        ++seen;
        EXPECT_EQ(point.score, score);
        const int x = std::min(63, static_cast<int>(point.at.x * 64)),
                  y = std::min(95, static_cast<int>(point.at.y * 96));
        EXPECT_GT(red_at(sample, x, y) * static_cast<float>(sign), 0.5F) << "seed " << seed;
      }
    }
  }
  EXPECT_GT(seen, 50);
}

TEST(BodyView, APointThatTheViewCutOffIsUnknown) {
  TrainingItem item = halves();
  (*item.key_points)[kNose] = {{0.5, 0.001}, 1};
  AugmentOptions options = without_colours();
  options.scale_least = options.scale_most = 2;
  options.rotation = options.shift = 0;
  bool is_cut_off = false;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Sample sample = augment(item, 64, 96, options, seed);
    is_cut_off |= sample.key_points[kNose].score == 0;
    for (const KeyPoint& point : sample.key_points) {
      EXPECT_TRUE(point.at.x >= 0 && point.at.x <= 1 && point.at.y >= 0 && point.at.y <= 1);
    }
  }
  EXPECT_TRUE(is_cut_off);
}

TEST(BodyView, NothingIsKnownUnderAHiddenRectangle) {
  const TrainingItem item = halves();
  AugmentOptions options = without_colours();
  options.erase = 1;
  options.scale_least = options.scale_most = 1.5;  // the photo fills the frame
  options.rotation = options.shift = 0;
  std::size_t hidden = 0, hidden_points = 0, points_in_view = 0;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const Sample sample = augment(item, 64, 96, options, seed);
    const auto label = [&](int x, int y) { return sample.labels[std::size_t(y / 2) * 32 + std::size_t(x / 2)]; };
    for (int i = 0; i < 24; ++i) {
      const bool is_hidden = label(i % 4 * kBodyCellPx + 8, i / 4 * kBodyCellPx + 8) == kIgnoredPixel;
      hidden += is_hidden;
      EXPECT_EQ(sample.body[static_cast<std::size_t>(i)] == kUnknownBody, is_hidden)
          << "seed " << seed << " cell " << i;
    }
    for (const KeyPoint& point : sample.key_points) {
      hidden_points += point.score == kUnknownPoint;
      if (point.score <= kUnknownPoint) continue;
      EXPECT_NE(label(std::min(63, static_cast<int>(point.at.x * 64)), std::min(95, static_cast<int>(point.at.y * 96))),
                kIgnoredPixel);
      ++points_in_view;
    }
  }
  EXPECT_GT(hidden, 0U);
  EXPECT_LT(points_in_view, 80U) << "of 2 in 40 views; some are hidden or out of view";
  EXPECT_GT(hidden_points, 0U) << "hidden is not out of view, which has score 0";
}

TEST(BodyView, BatchesHoldTheBodiesOfTheirPhotosInOrder) {
  std::vector<TrainingSource> sources(1);
  sources[0].items = {halves(), halves()};
  sources[0].items[1].body = {};
  sources[0].items[1].key_points.reset();
  BatchOptions options;
  options.width = 64, options.height = 96;
  options.augment.scale_least = options.augment.scale_most = 1;
  options.augment.rotation = options.augment.shift = options.augment.flip = 0;
  const Batch batch = make_batch(sources, {{0, 1, 5}, {0, 0, 6}}, 0, 2, options);
  ASSERT_EQ(batch.body.size(), 2U * 24);
  EXPECT_TRUE(std::all_of(batch.body.begin(), batch.body.begin() + 24, [](auto v) { return v == kUnknownBody; }));
  EXPECT_EQ(batch.body[24], kHeadCell);
  ASSERT_EQ(batch.key_points.size(), 2U * 17 * 3);
  EXPECT_EQ(batch.key_points[3 * kLeftShoulder + 2], 0);
  const std::size_t second = 3 * (kKeyPointCount + kLeftShoulder);
  EXPECT_FLOAT_EQ(batch.key_points[second], 0.25F);
  EXPECT_FLOAT_EQ(batch.key_points[second + 1], 0.5F);
  EXPECT_FLOAT_EQ(batch.key_points[second + 2], 0.9F);
}

TEST(MakeBatch, KnowsWhichSourceEachPhotoIsOf) {
  std::vector<TrainingSource> sources(3);
  for (TrainingSource& source : sources) source.items = {halves(), halves()};
  BatchOptions options;
  options.width = 64, options.height = 96;
  const std::vector<Draw> draws = {{2, 0, 1}, {0, 1, 2}, {1, 0, 3}, {2, 1, 4}};
  EXPECT_EQ(make_batch(sources, draws, 0, 4, options).source, (std::vector<std::int64_t>{2, 0, 1, 2}));
  EXPECT_EQ(make_batch(sources, draws, 2, 2, options).source, (std::vector<std::int64_t>{1, 2}));
}

TEST(BodyView, PiecesToClickOnHaveNoBody) {
  TrainingItem item = halves();
  std::fill(item.labels.pixels.begin(), item.labels.pixels.end(), std::uint8_t{2});
  item.pieces = {{"top", {2}, 1}};
  BatchOptions options;
  options.width = options.height = 64;
  options.pieces = true;
  const Batch batch = make_batch({{"drawn", 1.0, {item}}}, {{0, 0, 1}}, 0, 1, options);
  EXPECT_TRUE(batch.body.empty());
  EXPECT_TRUE(batch.key_points.empty());
}

}  // namespace
}  // namespace jaedan::inference
