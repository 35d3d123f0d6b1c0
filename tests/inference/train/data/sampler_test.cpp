#include "inference/train/data/sampler.h"

#include <gtest/gtest.h>

#include <map>

#include "inference/train/data/batch_loader.h"

namespace jaedan::inference {
namespace {

TrainingItem plain_item(int width, int height, std::uint8_t grey, std::uint8_t label) {
  TrainingItem item;
  item.photo = Image::of_size(width, height);
  std::fill(item.photo.rgb.begin(), item.photo.rgb.end(), grey);
  item.labels = Mask::of_size(width, height);
  std::fill(item.labels.pixels.begin(), item.labels.pixels.end(), label);
  return item;
}

std::vector<TrainingSource> sources(std::size_t first, std::size_t second, double share) {
  std::vector<TrainingSource> all(2);
  all[0].items.assign(first, plain_item(8, 8, 100, 2));
  all[1].items.assign(second, plain_item(8, 8, 50, 3));
  all[1].share = share;
  return all;
}

std::vector<std::tuple<std::size_t, std::size_t, std::uint64_t>> key(const std::vector<Draw>& draws) {
  std::vector<std::tuple<std::size_t, std::size_t, std::uint64_t>> keys;
  for (const Draw& draw : draws) keys.emplace_back(draw.source, draw.item, draw.seed);
  return keys;
}

TEST(Sampler, SameSeedAndEpochDrawTheSame) {
  const auto data = sources(20, 30, 0.5);
  EXPECT_EQ(key(draw_epoch(data, 7, 3)), key(draw_epoch(data, 7, 3)));
  EXPECT_NE(key(draw_epoch(data, 7, 3)), key(draw_epoch(data, 7, 4)));
  EXPECT_NE(key(draw_epoch(data, 7, 3)), key(draw_epoch(data, 8, 3)));
}

TEST(Sampler, AnEpochShowsEveryPhotoOfTheFirstSourceOnce) {
  std::map<std::size_t, int> seen;
  for (const Draw& draw : draw_epoch(sources(20, 30, 0), 1, 0)) ++seen[draw.item];
  EXPECT_EQ(seen.size(), 20U);
  for (const auto& [item, count] : seen) EXPECT_EQ(count, 1) << item;
}

TEST(Sampler, FurtherSourcesAreWalkedThroughOverEpochs) {
  std::map<std::size_t, int> seen;
  for (int epoch = 0; epoch < 3; ++epoch) {
    int drawn = 0;
    for (const Draw& draw : draw_epoch(sources(20, 30, 0.5), 1, epoch)) {
      if (draw.source == 1) ++seen[draw.item], ++drawn;
    }
    EXPECT_EQ(drawn, 10);
  }
  EXPECT_EQ(seen.size(), 30U);  // 3 × 10, each once
}

TEST(Sampler, OnlyTrainPhotosAreDrawn) {
  auto data = sources(10, 0, 0);
  data[0].items[4].split = Split::kVal;
  data[0].items[5].split = Split::kTest;
  const auto draws = draw_epoch(data, 1, 0);
  EXPECT_EQ(draws.size(), 8U);
  for (const Draw& draw : draws) EXPECT_TRUE(draw.item != 4 && draw.item != 5);
}

TEST(BatchLoader, HandsOutWhatMakeBatchMakesInOrder) {
  const auto data = sources(30, 0, 0);
  const auto draws = draw_epoch(data, 1, 0);
  for (const int workers : {1, 5}) {
    BatchOptions options;
    options.width = options.height = 32;
    options.batch = 4;
    options.workers = workers;
    BatchLoader loader(data, draws, options);
    ASSERT_EQ(loader.batch_count(), 8U);  // 7 × 4 + 2
    for (std::size_t i = 0; i < 8; ++i) {
      const auto batch = loader.next();
      ASSERT_TRUE(batch.has_value());
      const Batch expected = make_batch(data, draws, 4 * i, i == 7 ? 2 : 4, options);
      EXPECT_EQ(batch->pixels, expected.pixels);
      EXPECT_EQ(batch->labels, expected.labels);
      EXPECT_EQ(batch->present, expected.present);
    }
    EXPECT_FALSE(loader.next().has_value());
  }
}

TEST(BatchLoader, TellsWhatIsKnownOfTheGarmentsInView) {
  auto data = sources(1, 0, 0);
  TrainingItem& item = data[0].items[0];
  set_presence(item);
  add_label(item.known[1], "detail", "frill");
  add_label(item.known[1], "detail", "zip");  // which the head does not know
  add_label(item.known[1], "fit", "not_sure");
  add_label(item.known[2], "detail", "frill");  // of a bottom that is not in view
  BatchOptions options;
  options.width = options.height = 32;
  options.heads = {{"detail", {{"button", {}}, {"frill", {}}}, true}, {"fit", {{"loose", {}}}, false}};
  const Batch batch = make_batch(data, draw_epoch(data, 1, 0), 0, 1, options);
  ASSERT_EQ(batch.heads.size(), 2U);
  ASSERT_EQ(batch.heads[0].shown.size(), 4U);
  EXPECT_EQ(batch.heads[0].shown[1], std::vector<int>{1});
  EXPECT_EQ(batch.heads[0].named[1], std::vector<int>{1});
  EXPECT_TRUE(batch.heads[0].shown[2].empty());
  EXPECT_TRUE(batch.heads[1].shown[1].empty()) << "not sure is unlabelled";
}

TEST(BatchLoader, TellsWhatIsKnownOfThePhoto) {
  auto data = sources(2, 0, 0);
  add_label(data[0].items[1].of_photo, "style", "street");
  add_label(data[0].items[1].of_photo, "style", "punk");
  add_label(data[0].items[1].known[1], "fit", "loose");
  set_presence(data[0].items[1]);
  BatchOptions options;
  options.width = options.height = 32;
  options.heads = {{"style", {{"punk", {}}, {"retro", {}}, {"street", {}}}, true, HeadScope::kPhoto},
                   {"fit", {{"loose", {}}}, false}};
  const Batch batch = make_batch(data, {{0, 0, 1}, {0, 1, 2}}, 0, 2, options);
  ASSERT_EQ(batch.heads[0].of_photo.size(), 2U);
  EXPECT_TRUE(batch.heads[0].of_photo[0].empty()) << "unknown";
  EXPECT_EQ(batch.heads[0].of_photo[1], (std::vector<int>{2, 0}));
  EXPECT_TRUE(batch.heads[0].shown[4 + 1].empty());
  EXPECT_EQ(batch.heads[1].of_photo, std::vector<std::vector<int>>(2)) << "asked of garments";
  EXPECT_EQ(batch.heads[1].shown[4 + 1], std::vector<int>{0});
}

TEST(BatchLoader, StopsEarlyWithoutHanging) {
  const auto data = sources(40, 0, 0);
  BatchOptions options;
  options.width = options.height = 32;
  options.batch = 2;
  BatchLoader loader(data, draw_epoch(data, 1, 0), options);
  EXPECT_TRUE(loader.next().has_value());
}

TEST(Augment, SameSeedGivesTheSameView) {
  const TrainingItem item = plain_item(50, 70, 90, 1);
  const Sample a = augment(item, 64, 96, {}, 5), b = augment(item, 64, 96, {}, 5), c = augment(item, 64, 96, {}, 6);
  EXPECT_EQ(a.pixels, b.pixels);
  EXPECT_EQ(a.labels, b.labels);
  EXPECT_NE(a.pixels, c.pixels);
}

TEST(Augment, WhatLiesOutsideThePhotoIsIgnored) {
  const Sample sample = plain(plain_item(10, 40, 90, 1), 64, 64);  // a slim photo in a square frame
  EXPECT_EQ(sample.labels[0], kIgnoredPixel);
  EXPECT_EQ(sample.labels[32 * 16 + 16], 1);
}

TEST(Augment, PhotoAndLabelsStayOnTopOfEachOther) {
  // The left half is white and a top, the right half black and a bottom. In any view bright means top.
  TrainingItem item = plain_item(64, 96, 0, 3);
  for (int y = 0; y < 96; ++y) {
    for (int x = 0; x < 32; ++x) {
      std::fill_n(item.photo.pixel(x, y), 3, std::uint8_t{255});
      item.labels.at(x, y) = 2;
    }
  }
  AugmentOptions options;
  options.brightness = options.contrast = options.saturation = options.hue = options.blur = 0;
  int wrong = 0, all = 0;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Sample sample = augment(item, 64, 96, options, seed);
    for (int y = 0; y < 48; ++y) {
      for (int x = 0; x < 32; ++x) {
        const std::uint8_t label = sample.labels[std::size_t(y) * 32 + x];
        if (label == kIgnoredPixel) continue;
        double grey = 0;
        for (const auto& [dx, dy] : {std::pair{0, 0}, {1, 0}, {0, 1}, {1, 1}}) {
          grey += sample.pixels[3 * (std::size_t(2 * y + dy) * 64 + 2 * x + dx)] / 4;
        }
        ++all;
        wrong += (grey > 0) != (label == 2) && std::abs(grey) > 0.6;
      }
    }
  }
  EXPECT_GT(all, 10'000);
  EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace jaedan::inference
