#include "labeling/tools/hit_test.h"

#include <gtest/gtest.h>

#include <limits>

#include "tests/labeling/edit/edit_fixtures.h"

namespace jaedan {
namespace {

using testing::annotation_of;
using testing::human_garment;
using testing::square;

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

std::optional<Hit> hit(const Annotation& annotation, Point at, double tolerance_px = 5, GarmentId preferred = {}) {
  return hit_test(annotation, at, {tolerance_px, preferred});
}

Annotation one(Region region) { return annotation_of({human_garment(1, Part::kTop, std::move(region))}); }

/// 2 lies on top of 1, shifted by half.
Annotation two_overlapping() {
  return annotation_of(
      {human_garment(1, Part::kTop, {{square(0, 0, 100)}}), human_garment(2, Part::kOuter, {{square(50, 50, 100)}})});
}

void expect_hit(const std::optional<Hit>& found, HitKind kind, std::int64_t garment, std::size_t ring,
                std::size_t index, Point point) {
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->kind, kind);
  EXPECT_EQ(found->garment, GarmentId{garment});
  EXPECT_EQ(found->ring, ring);
  EXPECT_EQ(found->index, index);
  EXPECT_EQ(found->point, point);
}

TEST(HitTest, FindsAVertexBeforeAnEdgeBeforeABody) {
  const Annotation annotation = one({{square(0, 0, 100)}});
  expect_hit(hit(annotation, {98, 3}), HitKind::kVertex, 1, 0, 1, {100, 0});
  expect_hit(hit(annotation, {50, 3}), HitKind::kEdge, 1, 0, 0, {50, 0});
  expect_hit(hit(annotation, {50, 50}), HitKind::kBody, 1, 0, 0, {50, 50});
  EXPECT_FALSE(hit(annotation, {150, 50}).has_value());
}

TEST(HitTest, FindsEdgesFromOutsideAndTheClosingEdge) {
  expect_hit(hit(one({{square(0, 0, 100)}}), {-4, 50}), HitKind::kEdge, 1, 0, 3, {0, 50});
}

TEST(HitTest, CountsTheToleranceItselfAsHit) {
  const Annotation annotation = one({{square(0, 0, 100)}});
  EXPECT_TRUE(hit(annotation, {-5, 50}).has_value());
  EXPECT_FALSE(hit(annotation, {-5.001, 50}).has_value());
}

TEST(HitTest, TakesTheNearestVertexOfAGarmentAndTheEarlierOfEquallyNearOnes) {
  const Annotation annotation = one({{{{0, 0}, {4, 0}, {100, 100}}}});
  expect_hit(hit(annotation, {3, 0}), HitKind::kVertex, 1, 0, 1, {4, 0});
  expect_hit(hit(annotation, {2, 0}), HitKind::kVertex, 1, 0, 0, {0, 0});
}

TEST(HitTest, TakesTheTopmostBody) {
  expect_hit(hit(two_overlapping(), {75, 75}), HitKind::kBody, 2, 0, 0, {75, 75});
  expect_hit(hit(two_overlapping(), {25, 25}), HitKind::kBody, 1, 0, 0, {25, 25});
}

TEST(HitTest, FindsAVertexThroughTheBodyOfAHigherGarment) {
  expect_hit(hit(two_overlapping(), {99, 99}), HitKind::kVertex, 1, 0, 2, {100, 100});
}

TEST(HitTest, TakesTheTopmostOfVerticesAtOnePlaceUnlessAnotherIsPreferred) {
  const Annotation annotation = annotation_of({human_garment(1, Part::kTop, {{square(0, 0, 100)}}),
                                               human_garment(2, Part::kBottom, {{square(100, 100, 100)}})});
  expect_hit(hit(annotation, {100, 100}), HitKind::kVertex, 2, 0, 0, {100, 100});
  expect_hit(hit(annotation, {100, 100}, 5, GarmentId{1}), HitKind::kVertex, 1, 0, 2, {100, 100});
  expect_hit(hit(annotation, {102, 101}, 5, GarmentId{1}), HitKind::kVertex, 1, 0, 2, {100, 100});
}

TEST(HitTest, DoesNotPreferTheSelectedBody) {
  expect_hit(hit(two_overlapping(), {75, 75}, 5, GarmentId{1}), HitKind::kBody, 2, 0, 0, {75, 75});
}

TEST(HitTest, NeverFindsHiddenGarmentsAndFindsLockedOnes) {
  Annotation annotation = two_overlapping();
  annotation.garments[1].hidden = true;
  annotation.garments[0].locked = true;
  expect_hit(hit(annotation, {75, 75}), HitKind::kBody, 1, 0, 0, {75, 75});
  EXPECT_FALSE(hit(annotation, {125, 125}).has_value());
  EXPECT_FALSE(hit(annotation, {150, 150}, 5, GarmentId{2}).has_value()) << "not even when it is preferred";
}

TEST(HitTest, LooksThroughHoles) {
  const Annotation annotation =
      annotation_of({human_garment(1, Part::kTop, {{square(0, 0, 100)}}),
                     human_garment(2, Part::kOuter, {{square(0, 0, 100), square(20, 20, 60)}})});
  expect_hit(hit(annotation, {50, 50}), HitKind::kBody, 1, 0, 0, {50, 50});
  expect_hit(hit(annotation, {79, 79}), HitKind::kVertex, 2, 1, 2, {80, 80});
}

TEST(HitTest, SurvivesEmptyAnnotationsRegionsAndRings) {
  EXPECT_FALSE(hit(annotation_of({}), {0, 0}).has_value());
  EXPECT_FALSE(hit(one({}), {0, 0}).has_value());
  EXPECT_FALSE(hit(one({{{}, {}}}), {0, 0}).has_value());
}

TEST(HitTest, FindsTheSinglePointOfAOnePointRing) {
  expect_hit(hit(one({{{}, {{10, 10}}}}), {12, 10}), HitKind::kVertex, 1, 1, 0, {10, 10});
  EXPECT_FALSE(hit(one({{{{10, 10}}}}), {20, 10}).has_value());
}

TEST(HitTest, FindsTheLineOfATwoPointRingWhichHasNoBody) {
  const Annotation annotation = one({{{{0, 0}, {100, 0}}}});
  expect_hit(hit(annotation, {50, 4}), HitKind::kEdge, 1, 0, 0, {50, 0});
  EXPECT_FALSE(hit(annotation, {50, 6}).has_value());
}

TEST(HitTest, FollowsTheEvenOddRuleInARingThatCrossesItself) {
  const Annotation bow_tie = one({{{{0, 0}, {100, 100}, {100, 0}, {0, 100}}}});
  expect_hit(hit(bow_tie, {90, 50}, 1), HitKind::kBody, 1, 0, 0, {90, 50});
  EXPECT_FALSE(hit(bow_tie, {50, 10}, 1).has_value());
}

TEST(HitTest, GrabsATinyRingByItsNearestVertex) {
  expect_hit(hit(one({{square(10, 10, 0.01)}}), {10.02, 10.02}), HitKind::kVertex, 1, 0, 2, {10.01, 10.01});
  const Annotation collapsed = one({{{{10, 10}, {10, 10}, {10, 10}}}});
  expect_hit(hit(collapsed, {11, 10}), HitKind::kVertex, 1, 0, 0, {10, 10});
}

TEST(HitTest, HandlesHugeAndFarOutlines) {
  const Annotation huge = one({{square(-1e9, -1e9, 2e9)}});
  expect_hit(hit(huge, {400, 300}), HitKind::kBody, 1, 0, 0, {400, 300});
  const Annotation far = one({{square(-5000, -5000, 100)}});
  expect_hit(hit(far, {-4950, -4950}), HitKind::kBody, 1, 0, 0, {-4950, -4950});
  EXPECT_FALSE(hit(far, {0, 0}).has_value());
  const Annotation endless = one({{{{-1e150, -1e150}, {1e150, -1e150}, {0, 1e150}}}});
  expect_hit(hit(endless, {0, 0}), HitKind::kBody, 1, 0, 0, {0, 0});
}

TEST(HitTest, KnownBoundsSaveWorkAndChangeNothing) {
  Annotation annotation;
  std::vector<Rect> bounds;
  for (int i = 0; i < 40; ++i) {
    const Region region{{square((i * 37) % 300, (i * 61) % 300, 20 + i % 50)}};
    annotation.garments.push_back(human_garment(i + 1, Part::kTop, region));
    bounds.push_back(bounds_of(region));
  }
  int found = 0;
  for (double x = -10; x < 360; x += 7.3) {
    for (double y = -10; y < 360; y += 7.3) {
      const auto plain = hit(annotation, {x, y}, 5, GarmentId{7});
      const auto quick = hit_test(annotation, {x, y}, {5, GarmentId{7}, &bounds});
      ASSERT_EQ(plain.has_value(), quick.has_value());
      if (!plain) continue;
      ++found;
      EXPECT_EQ(plain->kind, quick->kind);
      EXPECT_EQ(plain->garment, quick->garment);
      EXPECT_EQ(plain->index, quick->index);
      EXPECT_EQ(plain->point, quick->point);
    }
  }
  EXPECT_GT(found, 500);
}

TEST(HitTest, FindsNothingAtPlacesAndWithTolerancesThatAreNoNumbers) {
  const Annotation annotation = one({{square(0, 0, 100)}});
  EXPECT_FALSE(hit(annotation, {kNan, kNan}).has_value());
  EXPECT_FALSE(hit(annotation, {kInfinity, 0}).has_value());
  expect_hit(hit(annotation, {50, 1}, kNan), HitKind::kBody, 1, 0, 0, {50, 1});
  expect_hit(hit(annotation, {50, 1}, -1), HitKind::kBody, 1, 0, 0, {50, 1});
}

}  // namespace
}  // namespace jaedan
