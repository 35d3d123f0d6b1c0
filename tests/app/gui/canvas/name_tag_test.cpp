#include "app/gui/canvas/name_tag.h"

#include <gtest/gtest.h>

namespace jaedan::gui {
namespace {

const Rect kArea{100, 50, 800, 600};
const Point kSize{60, 20};
constexpr double kGap = 3;

bool covers(Point corner, const Rect& garment) {
  return corner.x < garment.right() && garment.x < corner.x + kSize.x && corner.y < garment.bottom() &&
         garment.y < corner.y + kSize.y;
}

TEST(NameTag, StandsBesideTheGarmentNotOnItNorAboveIt) {
  for (const Rect& garment : {Rect{400, 200, 200, 300}, Rect{110, 200, 200, 300}, Rect{400, 20, 200, 300}}) {
    const Point at = tag_corner(garment, kArea, kSize, kGap);
    EXPECT_FALSE(covers(at, garment));
    EXPECT_TRUE(at.x + kSize.x <= garment.x || at.x >= garment.right()) << "the collar's own place is above";
    EXPECT_GE(at.y, kArea.y);
  }
  EXPECT_EQ(tag_corner({400, 200, 200, 300}, kArea, kSize, kGap), (Point{337, 200}));
  EXPECT_EQ(tag_corner({110, 200, 200, 300}, kArea, kSize, kGap), (Point{313, 200})) << "no room on the left";
}

TEST(NameTag, StaysInSightWhereTheGarmentFillsTheCanvas) {
  const Point at = tag_corner({0, 0, 2000, 2000}, kArea, kSize, kGap);
  EXPECT_GE(at.x, kArea.x);
  EXPECT_GE(at.y, kArea.y);
  EXPECT_LE(at.x + kSize.x, kArea.right());
  EXPECT_LE(at.y + kSize.y, kArea.bottom());
}

}  // namespace
}  // namespace jaedan::gui
