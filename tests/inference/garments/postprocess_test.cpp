#include "inference/garments/postprocess.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

namespace jaedan::inference {
namespace {

// Scores that say `pixel_class(x, y)` of each cell, with logit `strength`.
ClassScores scores_of(int width, int height, const std::function<PixelClass(int, int)>& pixel_class,
                      float strength = 8) {
  ClassScores scores{width, height, std::vector<float>(std::size_t(kPixelClassCount) * width * height)};
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      scores.logits[(std::size_t(pixel_class(x, y)) * height + y) * width + x] = strength;
    }
  }
  return scores;
}

PixelClass box(int x, int y, int x0, int y0, int x1, int y1, PixelClass inside,
               PixelClass outside = PixelClass::kNothing) {
  return x >= x0 && x < x1 && y >= y0 && y < y1 ? inside : outside;
}

TEST(FindParts, PlacesTheRegionInThePhotosOwnPixels) {
  // Cells 4…11 of 16 in both directions are the middle half of the photo.
  const ClassScores scores = scores_of(16, 16, [](int x, int y) { return box(x, y, 4, 4, 12, 12, PixelClass::kTop); });
  for (const auto& [width, height] : {std::pair{160, 320}, {16, 16}, {3200, 1600}}) {
    const auto parts = find_parts(scores, find_figures(scores), 1, width, height);
    ASSERT_EQ(parts.size(), 1U);
    EXPECT_EQ(parts[0].part, Part::kTop);
    const Rect bounds = bounds_of(parts[0].region);
    const double cell_x = width / 16.0, cell_y = height / 16.0;
    EXPECT_NEAR(bounds.x, width / 4.0, 0.1 * cell_x + 0.5);
    EXPECT_NEAR(bounds.y, height / 4.0, 0.1 * cell_y + 0.5);
    EXPECT_NEAR(bounds.right(), width * 3 / 4.0, 0.1 * cell_x + 0.5);
    EXPECT_NEAR(bounds.bottom(), height * 3 / 4.0, 0.1 * cell_y + 0.5);
  }
}

TEST(CleanParts, DropsCrumbsAndFillsPinholesButKeepsRealPieces) {
  Mask labels = Mask::of_size(100, 100);
  const auto paint = [&](int x0, int y0, int x1, int y1, std::uint8_t value) {
    for (int y = y0; y < y1; ++y) {
      for (int x = x0; x < x1; ++x) labels.at(x, y) = value;
    }
  };
  paint(10, 10, 40, 60, 1);  // one side of an open coat
  paint(60, 10, 90, 60, 1);  // the other side
  paint(50, 80, 53, 83, 1);  // a crumb
  paint(20, 20, 23, 23, 0);  // a pinhole
  paint(70, 20, 85, 35, 0);  // a real hole
  paint(95, 95, 97, 97, 3);  // too small for a garment
  paint(0, 90, 30, 100, 6);  // shoes are no part
  clean_parts(labels, {});
  EXPECT_EQ(labels.at(15, 15), 1);
  EXPECT_EQ(labels.at(65, 15), 1);
  EXPECT_EQ(labels.at(51, 81), 0);
  EXPECT_EQ(labels.at(21, 21), 1);
  EXPECT_EQ(labels.at(75, 25), 0);
  EXPECT_EQ(labels.at(96, 96), 0);
  EXPECT_EQ(labels.at(5, 95), 0);
}

TEST(CleanParts, AHoleThatShowsAnotherGarmentStays) {
  Mask labels = Mask::of_size(100, 100);
  for (int y = 0; y < 100; ++y) {
    for (int x = 0; x < 100; ++x) labels.at(x, y) = x >= 46 && x < 54 && y >= 46 && y < 54 ? 2 : 1;
  }
  RegionRules rules;
  rules.least_garment_share = 0.001;
  clean_parts(labels, rules);
  EXPECT_EQ(labels.at(50, 50), 2);
}

TEST(FindParts, OutlinesHaveAsFewPointsAsKeepTheirShape) {
  // A disc of 40 cells over 800 pixels: an outline of 1,250 pixels.
  const ClassScores scores = scores_of(80, 80, [](int x, int y) {
    return std::hypot(x - 39.5, y - 39.5) < 20 ? PixelClass::kTop : PixelClass::kNothing;
  });
  const Figures figures = find_figures(scores);
  RegionRules exact;
  exact.outline.tolerances_px = {0.1, 0.1, 0.1, 0.1};
  const auto few = find_parts(scores, figures, 1, 800, 800),
             many = find_parts(scores, figures, 1, 800, 800, kEveryPart, exact);
  ASSERT_EQ(few.size(), 1U);
  ASSERT_EQ(many.size(), 1U);
  EXPECT_LE(few[0].region.rings[0].size(), 60U);
  EXPECT_GT(many[0].region.rings[0].size(), 2 * few[0].region.rings[0].size());
  const Mask a = rasterize(few[0].region, 800, 800), b = rasterize(many[0].region, 800, 800);
  int both = 0, either = 0;
  for (std::size_t i = 0; i < a.pixels.size(); ++i) {
    both += a.pixels[i] != 0 && b.pixels[i] != 0;
    either += a.pixels[i] != 0 || b.pixels[i] != 0;
  }
  EXPECT_GE(double(both) / either, 0.98);
}

TEST(FindParts, WeightsCoverTheRegion) {
  const ClassScores scores = scores_of(8, 8, [](int x, int y) { return box(x, y, 2, 2, 6, 6, PixelClass::kDress); });
  const auto parts = find_parts(scores, find_figures(scores), 1, 64, 64);
  ASSERT_EQ(parts.size(), 1U);
  EXPECT_NEAR(parts[0].weights[3 * 8 + 3], 1, 1e-6);
  EXPECT_NEAR(parts[0].weights[0], 0, 1e-6);
}

TEST(FindParts, AnEmptyPhotoHasNoParts) {
  const ClassScores body = scores_of(8, 8, [](int, int) { return PixelClass::kBody; });
  EXPECT_TRUE(find_parts(body, find_figures(body), 1, 80, 80).empty());
}

TEST(FindParts, PartsAreInDrawingOrderWithTheOuterOnTop) {
  const ClassScores scores = scores_of(9, 9, [](int x, int y) {
    return x < 3 ? PixelClass::kOuter : y < 4 ? PixelClass::kTop : PixelClass::kBottom;
  });
  const auto parts = find_parts(scores, find_figures(scores), 1, 90, 90);
  ASSERT_EQ(parts.size(), 3U);
  EXPECT_EQ(parts[0].part, Part::kBottom);
  EXPECT_EQ(parts[1].part, Part::kTop);
  EXPECT_EQ(parts[2].part, Part::kOuter);
}

TEST(CellWeights, AreTheShareOfEachCell) {
  // The left cell and half of its neighbour, of a 4 × 1 grid over 40 × 10 pixels.
  const Region region{{{{0, 0}, {15, 0}, {15, 10}, {0, 10}}}};
  const std::vector<float> weights = cell_weights(region, 40, 10, 4, 1);
  EXPECT_EQ(weights, (std::vector<float>{1, 0.5F, 0, 0}));
}

TEST(CellWeights, ARegionBetweenTheSamplesIsOneCellAndOneOutsideIsNone) {
  const Region speck{{{{25.1, 3.1}, {25.3, 3.1}, {25.3, 3.3}}}};
  EXPECT_EQ(cell_weights(speck, 40, 10, 4, 1), (std::vector<float>{0, 0, 1, 0}));
  const Region outside{{{{-9, 2}, {-5, 2}, {-5, 6}}}};
  EXPECT_EQ(cell_weights(outside, 40, 10, 4, 1), (std::vector<float>{0, 0, 0, 0}));
}

}  // namespace
}  // namespace jaedan::inference
