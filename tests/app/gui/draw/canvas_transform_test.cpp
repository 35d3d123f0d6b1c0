#include "app/gui/draw/canvas_transform.h"

#include <gtest/gtest.h>

namespace jaedan::gui {
namespace {

TEST(CanvasTransform, FittingShowsTheWholePhotoInTheMiddle) {
  const CanvasTransform t = CanvasTransform::fitting(400, 800, {100, 50, 600, 500}, 20);
  const Point from = t.screen_from_image({0, 0});
  const Point to = t.screen_from_image({400, 800});
  EXPECT_DOUBLE_EQ(from.y, 70);
  EXPECT_DOUBLE_EQ(to.y, 530);
  EXPECT_DOUBLE_EQ((from.x + to.x) / 2, 400);
}

TEST(CanvasTransform, ZoomingKeepsWhatIsUnderThePointer) {
  const CanvasTransform t = CanvasTransform::fitting(400, 300, {0, 0, 800, 600}, 0);
  const Point anchor{123, 456};
  const Point before = t.image_from_screen(anchor);
  const Point after = t.zoomed_at(anchor, 3.7).image_from_screen(anchor);
  EXPECT_NEAR(before.x, after.x, 1e-9);
  EXPECT_NEAR(before.y, after.y, 1e-9);
}

TEST(CanvasTransform, ZoomHasLimits) {
  CanvasTransform t;
  for (int i = 0; i < 200; ++i) t = t.zoomed_at({0, 0}, 2);
  EXPECT_EQ(t.zoom, CanvasTransform::kMostZoom);
  for (int i = 0; i < 200; ++i) t = t.zoomed_at({0, 0}, 0.5);
  EXPECT_EQ(t.zoom, CanvasTransform::kLeastZoom);
}

TEST(CanvasTransform, AnEmptyPhotoDoesNoHarm) {
  EXPECT_GT(CanvasTransform::fitting(0, 0, {0, 0, 800, 600}, 20).zoom, 0);
}

}  // namespace
}  // namespace jaedan::gui
