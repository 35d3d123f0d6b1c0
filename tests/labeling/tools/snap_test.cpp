#include "labeling/tools/snap.h"

#include <gtest/gtest.h>

#include "tests/labeling/edit/edit_fixtures.h"

namespace jaedan {
namespace {

using testing::annotation_of;
using testing::human_garment;
using testing::square;

/// A top on 100–150 × 100–150.
Annotation one_top() { return annotation_of({human_garment(1, Part::kTop, {{square(100, 100, 50)}})}); }

TEST(Snap, ABorderHoldsAPointThatIsNear) {
  const auto corner = snap(one_top(), {103, 98}, std::nullopt, {});
  ASSERT_TRUE(corner);
  EXPECT_EQ(corner->at, (Point{100, 100}));
  const auto edge = snap(one_top(), {125, 104}, std::nullopt, {});
  ASSERT_TRUE(edge);
  EXPECT_EQ(edge->at, (Point{125, 100}));
  EXPECT_TRUE(edge->way.empty());
  EXPECT_FALSE(snap(one_top(), {125, 125}, std::nullopt, {}));
}

TEST(Snap, TheLineFollowsTheBorderThatBothPointsLieOn) {
  const auto held = snap(one_top(), {150, 131}, Point{130, 100}, {});
  ASSERT_TRUE(held);
  EXPECT_EQ(held->at, (Point{150, 131}));
  EXPECT_EQ(held->way, (Ring{{150, 100}})) << "round the corner between them";
  const auto from_elsewhere = snap(one_top(), {150, 131}, Point{130, 90}, {});
  ASSERT_TRUE(from_elsewhere);
  EXPECT_TRUE(from_elsewhere->way.empty());
}

TEST(Snap, AGarmentDoesNotHoldItsOwnPoints) {
  SnapOptions options;
  options.except = GarmentId{1};
  EXPECT_FALSE(snap(one_top(), {103, 98}, std::nullopt, options));
}

TEST(Snap, AHiddenGarmentHoldsNothing) {
  Annotation annotation = one_top();
  annotation.garments[0].hidden = true;
  EXPECT_FALSE(snap(annotation, {103, 98}, std::nullopt, {}));
}

TEST(Snap, ThePhotosSidesHoldWhereNoBorderDoes) {
  SnapOptions options;
  options.frame = {0, 0, 800, 600};
  const auto side = snap(one_top(), {4, 300}, std::nullopt, options);
  ASSERT_TRUE(side);
  EXPECT_EQ(side->at, (Point{0, 300}));
  const auto corner = snap(one_top(), {797, 603}, std::nullopt, options);
  ASSERT_TRUE(corner);
  EXPECT_EQ(corner->at, (Point{800, 600}));
  EXPECT_FALSE(snap(one_top(), {400, 300}, std::nullopt, options));
  EXPECT_FALSE(snap(one_top(), {0, 300}, std::nullopt, options)) << "it lies there already";
}

TEST(Snap, KnownBoundsChangeNothing) {
  const Annotation annotation = one_top();
  const std::vector<Rect> bounds = {{100, 100, 50, 50}};
  SnapOptions options;
  options.bounds = &bounds;
  for (const Point at : {Point{97, 97}, Point{125, 104}, Point{156, 125}, Point{160, 125}}) {
    const auto with = snap(annotation, at, std::nullopt, options), without = snap(annotation, at, std::nullopt, {});
    ASSERT_EQ(with.has_value(), without.has_value());
    if (with) {
      EXPECT_EQ(with->at, without->at);
    }
  }
}

}  // namespace
}  // namespace jaedan
