#include "inference/garments/mask_bounds.h"

#include <gtest/gtest.h>

#include "inference/garments/outline.h"
#include "labeling/domain/rings/simplify.h"

namespace jaedan::inference {
namespace {

Mask with_rectangle(int width, int height, const Rect& box, std::uint8_t value) {
  Mask mask = Mask::of_size(width, height);
  fill(mask, {{{{box.x, box.y}, {box.right(), box.y}, {box.right(), box.bottom()}, {box.x, box.bottom()}}}}, value);
  return mask;
}

TEST(MaskBounds, AroundThePixelsOfAValue) {
  Mask mask = with_rectangle(40, 30, {5, 6, 7, 8}, 2);
  mask.at(39, 29) = 1;
  EXPECT_EQ(bounds_of(mask, 2), (Rect{5, 6, 7, 8}));
  EXPECT_EQ(bounds_of(mask), (Rect{5, 6, 35, 24}));
  EXPECT_TRUE(bounds_of(mask, 3).empty());
}

TEST(MaskBounds, CutOutIsThePixelsOfTheBox) {
  const Mask mask = with_rectangle(40, 30, {5, 6, 7, 8}, 2);
  const Mask part = cut_out(mask, {11, 13, 3, 2});
  ASSERT_EQ(part.width, 3);
  ASSERT_EQ(part.height, 2);
  EXPECT_EQ(part.pixels, (std::vector<std::uint8_t>{2, 0, 0, 0, 0, 0}));
}

TEST(MaskBounds, AnOutlineFoundInItsBoxIsThatOfTheWholeMask) {
  Mask mask = Mask::of_size(160, 120);
  const Region slanted{{{{40, 20}, {120, 45}, {110, 100}, {55, 90}}, {{70, 50}, {85, 55}, {75, 70}}}};
  fill(mask, slanted, 3);
  fill(mask, {{{{0, 0}, {20, 0}, {20, 9}}}}, 2);
  OutlineRules rules;
  rules.tolerances_px = {0.8, 0.8, 0.8, 0.8};
  const Region whole = simplify(smooth_staircase(trace(mask, 3)), {0.8, 16});
  const Region found = few_point_outline(mask, 3, rules);
  ASSERT_EQ(found.rings.size(), 2U);
  EXPECT_GT(iou(rasterize(found, 160, 120), rasterize(whole, 160, 120)), 0.99);
  EXPECT_GT(iou(rasterize(found, 160, 120), rasterize(slanted, 160, 120)), 0.95);
}

}  // namespace
}  // namespace jaedan::inference
