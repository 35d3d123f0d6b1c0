#include "inference/garments/figures.h"

#include <gtest/gtest.h>

#include <functional>

#include "inference/garments/postprocess.h"

namespace jaedan::inference {
namespace {

ClassScores figure_scores(int width, int height, const std::function<PixelClass(int, int)>& pixel_class) {
  ClassScores scores{width, height, std::vector<float>(std::size_t(kPixelClassCount) * width * height)};
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      scores.logits[(std::size_t(pixel_class(x, y)) * height + y) * width + x] = 9;
    }
  }
  return scores;
}

bool inside(int x, int y, int x0, int y0, int x1, int y1) { return x >= x0 && x < x1 && y >= y0 && y < y1; }

TEST(FindFigures, NobodyIsThere) {
  const Figures figures = find_figures(figure_scores(10, 10, [](int, int) { return PixelClass::kNothing; }));
  EXPECT_EQ(figures.count, 0);
  EXPECT_EQ(figures.main_box, (Rect{0, 0, 1, 1}));
}

TEST(FindFigures, LegsBelowATableBelongToTheSamePerson) {
  const Figures figures = find_figures(figure_scores(40, 60, [](int x, int y) {
    return inside(x, y, 10, 5, 30, 25)    ? PixelClass::kTop
           : inside(x, y, 14, 35, 26, 50) ? PixelClass::kBottom
                                          : PixelClass::kNothing;
  }));
  EXPECT_EQ(figures.count, 1);
  EXPECT_EQ(figures.of_cell[40 * 40 + 20], 1);
  EXPECT_LE(figures.main_box.y, 5 / 60.0);
  EXPECT_GE(figures.main_box.bottom(), 50 / 60.0);
}

// A large figure on the right, one half its size on the left, and a passer-by in the middle.
ClassScores three_people() {
  return figure_scores(100, 60, [](int x, int y) {
    return inside(x, y, 60, 5, 90, 55)    ? PixelClass::kDress
           : inside(x, y, 5, 10, 25, 50)  ? PixelClass::kTop
           : inside(x, y, 40, 20, 45, 40) ? PixelClass::kOuter
                                          : PixelClass::kNothing;
  });
}

TEST(FindFigures, MainFigureFirstAndPassersByLeftOut) {
  const Figures figures = find_figures(three_people());
  EXPECT_EQ(figures.count, 2);
  EXPECT_EQ(figures.of_cell[30 * 100 + 70], 1);
  EXPECT_EQ(figures.of_cell[30 * 100 + 10], 2);
  EXPECT_EQ(figures.of_cell[30 * 100 + 42], 0);
  EXPECT_NEAR(figures.main_box.x, 0.6 - 0.05 * 0.3, 1e-9);
}

TEST(FigureAt, IsTheOneWhoseBoxHasMostOfTheGarment) {
  const Figures figures = find_figures(three_people());
  EXPECT_EQ(figure_at(figures, {0.62, 0.2, 0.25, 0.3}), 1);
  EXPECT_EQ(figure_at(figures, {0.06, 0.2, 0.1, 0.3}), 2);
  EXPECT_EQ(figure_at(figures, {0.2, 0.3, 0.5, 0.1}), 1) << "across both";
  EXPECT_EQ(figure_at(figures, {0.15, 0.3, 0.5, 0.1}), 2) << "and more of it on the other";
  EXPECT_EQ(figure_at(figures, {0.4, 0.35, 0.05, 0.3}), 0) << "a passer-by's";
  EXPECT_EQ(figure_at(Figures(), {0, 0, 1, 1}), 0) << "nobody is there";
}

TEST(FindParts, EachPersonsGarmentIsItsOwn) {
  const ClassScores scores = three_people();
  const Figures figures = find_figures(scores);
  const auto first = find_parts(scores, figures, 1, 200, 120), second = find_parts(scores, figures, 2, 200, 120);
  ASSERT_EQ(first.size(), 1U);
  EXPECT_EQ(first[0].part, Part::kDress);
  EXPECT_GT(bounds_of(first[0].region).x, 100);
  ASSERT_EQ(second.size(), 1U);
  EXPECT_EQ(second[0].part, Part::kTop);
  EXPECT_TRUE(find_parts(scores, figures, 3, 200, 120).empty());
}

TEST(PrepareFigure, StandsInTheMiddleOfAGreyFrame) {
  Image photo = Image::of_size(100, 400);
  std::fill(photo.rgb.begin(), photo.rgb.end(), std::uint8_t{255});
  const NetworkInput input = prepare_figure(photo.view(), frame_of({0.5, 0.25, 0.5, 0.5}, 100, 400, {64, 64}));
  const auto at = [&](int x, int y) { return input.pixels[(std::size_t(y) * 64 + x) * 3]; };
  // 50 × 200 pixels become 16 × 64.
  EXPECT_FLOAT_EQ(at(32, 0), 1.0F);
  EXPECT_FLOAT_EQ(at(32, 63), 1.0F);
  EXPECT_FLOAT_EQ(at(24, 30), 1.0F);
  EXPECT_FLOAT_EQ(at(39, 30), 1.0F);
  EXPECT_LT(at(23, 30), 0.5F);
  EXPECT_LT(at(40, 30), 0.5F);
}

TEST(FigureFrame, LeadsFromThePhotoIntoTheFrameAndBack) {
  const FigureFrame frame = frame_of({0.5, 0.25, 0.5, 0.5}, 100, 400, {64, 64});
  const Point middle = frame.in_frame({75, 200});
  EXPECT_DOUBLE_EQ(middle.x, 32);
  EXPECT_DOUBLE_EQ(middle.y, 32);
  const Point corner = frame.in_photo(frame.in_frame({50, 100}));
  EXPECT_DOUBLE_EQ(corner.x, 50);
  EXPECT_DOUBLE_EQ(corner.y, 100);
}

TEST(PixelsOf, HoldAtLeastOnePixel) {
  for (const Rect& box : {Rect{0, 0, 0, 0}, Rect{1, 1, 0, 0}, Rect{0.999, 0.5, 0.001, 0.001}}) {
    const Rect pixels = pixels_of(box, 3, 2);
    EXPECT_GE(pixels.width, 1);
    EXPECT_GE(pixels.height, 1);
    EXPECT_LE(pixels.right(), 3);
    EXPECT_LE(pixels.bottom(), 2);
  }
}

}  // namespace
}  // namespace jaedan::inference
