#include "inference/mask_bounds.h"

#include <gtest/gtest.h>

#include "inference/outline.h"

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

TEST(MaskBounds, AnOutlineIsTheSameWhereverItLies) {
  const Region near = few_point_outline(with_rectangle(60, 50, {0, 0, 20, 30}, 3), 3);
  const Region far = few_point_outline(with_rectangle(60, 50, {40, 20, 20, 30}, 3), 3);
  ASSERT_EQ(near.rings.size(), 1U);
  ASSERT_EQ(far.rings.size(), 1U);
  ASSERT_EQ(near.rings[0].size(), far.rings[0].size());
  for (std::size_t i = 0; i < near.rings[0].size(); ++i) {
    EXPECT_EQ(near.rings[0][i].x + 40, far.rings[0][i].x);
    EXPECT_EQ(near.rings[0][i].y + 20, far.rings[0][i].y);
  }
}

}  // namespace
}  // namespace jaedan::inference
