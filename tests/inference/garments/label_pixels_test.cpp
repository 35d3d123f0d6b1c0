#include "inference/garments/label_pixels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <random>

namespace jaedan::inference {
namespace {

ClassScores cells_saying(int width, int height, const std::function<PixelClass(int, int)>& pixel_class) {
  ClassScores scores{width, height, std::vector<float>(std::size_t(kPixelClassCount) * width * height)};
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      scores.logits[(std::size_t(pixel_class(x, y)) * height + y) * width + x] = 8;
    }
  }
  return scores;
}

std::array<bool, kPixelClassCount> every_class() {
  std::array<bool, kPixelClassCount> all{};
  all.fill(true);
  return all;
}

/// The likeliest class of one pixel, and by how much it is, computed at that pixel alone.
std::pair<std::uint8_t, double> likeliest_at(const ClassScores& scores, double column, double row) {
  const double x = std::clamp(column, 0.0, scores.width - 1.0), y = std::clamp(row, 0.0, scores.height - 1.0);
  const int x0 = static_cast<int>(x), y0 = static_cast<int>(y);
  const int x1 = std::min(x0 + 1, scores.width - 1), y1 = std::min(y0 + 1, scores.height - 1);
  double most = -INFINITY, second = -INFINITY;
  std::uint8_t best = 0;
  for (int c = 0; c < kPixelClassCount; ++c) {
    const auto at = [&](int cx, int cy) {
      return double(scores.logits[(std::size_t(c) * scores.height + cy) * scores.width + cx]);
    };
    const double above = at(x0, y0) + (x - x0) * (at(x1, y0) - at(x0, y0));
    const double below = at(x0, y1) + (x - x0) * (at(x1, y1) - at(x0, y1));
    const double value = above + (y - y0) * (below - above);
    if (value > most) {
      second = most, most = value, best = static_cast<std::uint8_t>(c);
    } else {
      second = std::max(second, value);
    }
  }
  return {best, most - second};
}

TEST(LabelPixels, InterpolatesBetweenCellCentres) {
  // Two cells, three pixels each: the border lies exactly between the cells' centres, at pixel edge 3.
  const ClassScores scores =
      cells_saying(2, 1, [](int x, int) { return x == 0 ? PixelClass::kTop : PixelClass::kBottom; });
  std::array<bool, kPixelClassCount> all{};
  all.fill(true);
  const Mask labels = label_pixels(scores, all, 6, 1);
  EXPECT_EQ(labels.pixels, (std::vector<std::uint8_t>{2, 2, 2, 3, 3, 3}));
}

TEST(LabelPixels, ForbiddenClassesGiveWayToTheNextBest) {
  ClassScores scores = cells_saying(2, 2, [](int, int) { return PixelClass::kDress; });
  for (int i = 0; i < 4; ++i) scores.logits[std::size_t(PixelClass::kTop) * 4 + i] = 3;
  std::array<bool, kPixelClassCount> allowed{};
  allowed.fill(true);
  allowed[std::size_t(PixelClass::kDress)] = false;
  for (const std::uint8_t value : label_pixels(scores, allowed, 4, 4).pixels) EXPECT_EQ(value, 2);
}

TEST(LabelPixels, SaysAtEveryPixelWhatIsLikeliestThere) {
  std::mt19937 random(7);
  for (const auto& [columns, rows, width, height] : {std::array{9, 13, 71, 104}, {5, 1, 33, 8}, {16, 12, 8, 6}}) {
    ClassScores scores{columns, rows, std::vector<float>(std::size_t(kPixelClassCount) * columns * rows)};
    // Three patches with some doubt in them, so that there is an inside and there are borders.
    std::normal_distribution<float> doubt(0, 1);
    for (int i = 0; i < columns * rows; ++i) {
      const int patch = (i % columns) * 3 / columns;
      for (int c = 0; c < kPixelClassCount; ++c) {
        scores.logits[std::size_t(c) * columns * rows + i] = doubt(random) + (c == patch ? 3.0F : 0.0F);
      }
    }
    const Mask labels = label_pixels(scores, every_class(), width, height);
    ASSERT_EQ(labels.width, width);
    int compared = 0;
    for (int y = 0; y < height; ++y) {
      for (int x = 0; x < width; ++x) {
        const auto [best, by] =
            likeliest_at(scores, (x + 0.5) * columns / width - 0.5, (y + 0.5) * rows / height - 0.5);
        // A class that is the likeliest of no cell is left out, between cells as well.
        if (by < 1e-4 || best > 2) continue;
        ++compared;
        EXPECT_EQ(labels.at(x, y), best) << x << ',' << y << " of " << width << 'x' << height;
      }
    }
    EXPECT_GT(compared, width * height / 2);
  }
}

TEST(LabelPixels, OfSeveralThatAreAsLikelyTheFirst) {
  const ClassScores scores{3, 3, std::vector<float>(std::size_t(kPixelClassCount) * 9, 1.0F)};
  std::array<bool, kPixelClassCount> some{};
  some[2] = some[4] = true;
  for (const std::uint8_t value : label_pixels(scores, some, 7, 7).pixels) EXPECT_EQ(value, 2);
}

TEST(LabelPixels, WhereNothingIsAllowedThereIsNothing) {
  const ClassScores scores{3, 3, std::vector<float>(std::size_t(kPixelClassCount) * 9, 1.0F)};
  for (const std::uint8_t value : label_pixels(scores, {}, 7, 7).pixels) EXPECT_EQ(value, 0);
}

}  // namespace
}  // namespace jaedan::inference
