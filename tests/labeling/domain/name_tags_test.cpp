#include "labeling/domain/name_tags.h"

#include <gtest/gtest.h>

#include "labeling/domain/region_overlap.h"

namespace jaedan {
namespace {

const Rect kArea{100, 50, 800, 600};
const Point kSize{60, 20};
constexpr double kGap = 3;

/// Where a name stands that is the only one.
Rect alone(const Rect& garment) {
  const Point at = NameTags(kArea, kGap).place(garment, kSize);
  return {at.x, at.y, kSize.x, kSize.y};
}

TEST(NameTags, StandBesideTheGarmentNotOnItNorAboveIt) {
  for (const Rect& garment : {Rect{400, 200, 200, 300}, Rect{110, 200, 200, 300}, Rect{400, 20, 200, 300}}) {
    const Rect tag = alone(garment);
    EXPECT_FALSE(overlaps(tag, garment));
    EXPECT_TRUE(tag.right() <= garment.x || tag.x >= garment.right()) << "the collar's own place is above";
    EXPECT_GE(tag.y, kArea.y);
  }
  EXPECT_EQ(alone({400, 200, 200, 300}), (Rect{337, 200, 60, 20}));
  EXPECT_EQ(alone({110, 200, 200, 300}), (Rect{313, 200, 60, 20})) << "no room on the left";
}

TEST(NameTags, StayInSightWhereTheGarmentFillsTheArea) {
  const Rect tag = alone({0, 0, 2000, 2000});
  EXPECT_GE(tag.x, kArea.x);
  EXPECT_GE(tag.y, kArea.y);
  EXPECT_LE(tag.right(), kArea.right());
  EXPECT_LE(tag.bottom(), kArea.bottom());
}

/// Wherever the garments lie: at the lower border names have to give way upwards.
TEST(NameTags, NoneHidesAnotherNorLeavesTheArea) {
  for (const Rect& garment : {Rect{400, 200, 200, 300}, Rect{0, 0, 2000, 2000}, Rect{400, 640, 200, 10}}) {
    NameTags tags(kArea, kGap);
    std::vector<Rect> placed;
    for (int i = 0; i < 8; ++i) {
      const Point at = tags.place(garment, kSize);
      const Rect tag{at.x, at.y, kSize.x, kSize.y};
      for (const Rect& other : placed) EXPECT_FALSE(overlaps(tag, other));
      EXPECT_GE(tag.y, kArea.y);
      EXPECT_LE(tag.bottom(), kArea.bottom());
      placed.push_back(tag);
    }
  }
}

TEST(NameTags, ThousandsOfThemAreQuick) {
  NameTags tags(kArea, kGap);
  for (int i = 0; i < 100000; ++i) tags.place({400, 200, 200, 300}, kSize);
  EXPECT_EQ(tags.place({400, 200, 200, 300}, kSize), (Point{337, 200}));
}

}  // namespace
}  // namespace jaedan
