#include "inference/clicks/click_view.h"

#include <gtest/gtest.h>

#include "tests/inference/clicks/click_masks.h"

namespace jaedan::inference {
namespace {

TEST(ClickView, IsTheWholePhotoWhileOnlyClicksAreKnown) {
  EXPECT_EQ(view_for({{{{10, 10}, true}}, {}}, {}, 200, 100), (Rect{0, 0, 200, 100}));
  EXPECT_EQ(view_for({{{{10, 10}, true}}, {}}, Mask::of_size(200, 100), 200, 100), (Rect{0, 0, 200, 100}));
}

TEST(ClickView, LiesAroundTheObjectAndTheClicksWithinThePhoto) {
  const Mask object = square_mask(400, 300, 100, 100, 40);
  const Rect view = view_for({{{{150.5, 120.5}, true}}, {}}, object, 400, 300);
  EXPECT_LE(view.x, 100 - 10);
  EXPECT_GE(view.right(), 151 + 10);
  EXPECT_LT(view.width * view.height, 0.2 * 400 * 300);
  const Rect corner = view_for({{{{0, 0}, true}}, {}}, square_mask(400, 300, 0, 0, 20), 400, 300);
  EXPECT_EQ(corner.x, 0);
  EXPECT_EQ(corner.y, 0);
  EXPECT_GE(corner.width, 0.12 * 400);  // never so close that one sees only cloth
}

TEST(ClickView, ALargeObjectIsSeenInTheWholePhoto) {
  EXPECT_EQ(view_for({{{{50, 50}, true}}, {}}, square_mask(100, 100, 5, 5, 85), 100, 100), (Rect{0, 0, 100, 100}));
}

TEST(ClickView, ABoxIsEnough) {
  const Rect view = view_for({{}, Rect{50, 60, 40, 20}}, {}, 400, 300);
  EXPECT_LT(view.x, 50);
  EXPECT_GT(view.bottom(), 80);
  EXPECT_LT(view.width, 100);
}

TEST(ClickView, APictureServesWhatLiesInItAndFillsIt) {
  const Rect seen{10, 10, 100, 100};
  EXPECT_TRUE(serves(seen, seen));
  EXPECT_TRUE(serves(seen, {20, 20, 80, 80}));
  EXPECT_FALSE(serves(seen, {5, 20, 80, 80}));
  EXPECT_FALSE(serves(seen, {50, 50, 10, 10}));  // too small to be seen well
}

}  // namespace
}  // namespace jaedan::inference
