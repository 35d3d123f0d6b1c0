#include "labeling/edit/patch.h"

#include <gtest/gtest.h>

#include "tests/labeling/edit/edit_fixtures.h"
#include "tests/support/matchers.h"

namespace jaedan {
namespace {

using testing::annotation_of;
using testing::human_garment;
using testing::square;

Annotation two_garments() {
  return annotation_of(
      {human_garment(1, Part::kTop, {{square(10, 10, 50)}}), human_garment(2, Part::kBottom, {{square(10, 70, 50)}})});
}

/// Everything that an annotation can say, said differently.
Annotation all_different() {
  Annotation after = two_garments();
  after.garments[0].attributes.push_back({"colour", "black", "", Provenance::human("a")});
  after.garments.push_back(human_garment(3, Part::kOuter, {{square(0, 0, 5)}}));
  std::swap(after.garments[0], after.garments[2]);
  after.garments.erase(after.garments.begin() + 1);
  after.image_attributes.push_back({"style", "retro", "", Provenance::human("a")});
  after.state = WorkflowState::kDrawn;
  return after;
}

TEST(Patch, IsEmptyBetweenEqualAnnotations) { EXPECT_TRUE(difference(two_garments(), two_garments()).empty()); }

TEST(Patch, IgnoresRevisions) {
  Annotation stored = two_garments();
  stored.revision = 41;
  EXPECT_TRUE(difference(two_garments(), stored).empty());
}

TEST(Patch, HoldsOnlyTheGarmentsThatChanged) {
  Annotation after = two_garments();
  after.garments[1].hidden = true;
  const Patch patch = difference(two_garments(), after);
  ASSERT_EQ(patch.garments.size(), 1U);
  EXPECT_EQ(patch.garments[0].before->id, GarmentId{2});
  EXPECT_TRUE(patch.order_before.empty());
  EXPECT_FALSE(patch.state_before.has_value());
  EXPECT_FALSE(patch.image_attributes_before.has_value());
}

TEST(Patch, GoesForwardAndBackwardOverEveryKindOfChange) {
  const Patch patch = difference(two_garments(), all_different());
  Annotation annotation = two_garments();
  ASSERT_OK(apply_forward(patch, annotation));
  EXPECT_EQ(annotation, all_different());
  ASSERT_OK(apply_backward(patch, annotation));
  EXPECT_EQ(annotation, two_garments());
}

TEST(Patch, KeepsTheRevisionOfTheAnnotationItIsAppliedTo) {
  Annotation annotation = two_garments();
  annotation.revision = 9;
  ASSERT_OK(apply_forward(difference(two_garments(), all_different()), annotation));
  EXPECT_EQ(annotation.revision, 9);
}

TEST(Patch, RecordsAChangedOrderWithoutAnyChangedGarment) {
  Annotation after = two_garments();
  std::swap(after.garments[0], after.garments[1]);
  const Patch patch = difference(two_garments(), after);
  EXPECT_TRUE(patch.garments.empty());
  EXPECT_FALSE(patch.empty());
  Annotation annotation = two_garments();
  ASSERT_OK(apply_forward(patch, annotation));
  EXPECT_EQ(annotation, after);
}

/// Somebody else's change in between, on what the patch touches.
void expect_conflict(const Patch& patch, const Annotation& changed_elsewhere) {
  Annotation annotation = changed_elsewhere;
  EXPECT_ERROR(apply_forward(patch, annotation), ErrorCode::kConflict);
  EXPECT_EQ(annotation, changed_elsewhere) << "a conflict must leave the annotation alone";
}

TEST(Patch, ReportsAGarmentThatChangedElsewhere) {
  Annotation changed = two_garments();
  changed.garments[0].region.rings[0][0].x += 1;
  expect_conflict(difference(two_garments(), all_different()), changed);
}

TEST(Patch, ReportsAGarmentThatWasRemovedElsewhere) {
  Annotation changed = two_garments();
  changed.garments.erase(changed.garments.begin());
  expect_conflict(difference(two_garments(), all_different()), changed);
}

TEST(Patch, ReportsAGarmentThatWasAddedElsewhereWithTheSameId) {
  Annotation changed = two_garments();
  changed.garments.push_back(human_garment(3, Part::kDress, {{square(1, 1, 1)}}));
  expect_conflict(difference(two_garments(), all_different()), changed);
}

TEST(Patch, ReportsAnOrderThatChangedElsewhere) {
  Annotation changed = two_garments();
  std::swap(changed.garments[0], changed.garments[1]);
  expect_conflict(difference(two_garments(), all_different()), changed);
}

TEST(Patch, ReportsImageAttributesThatChangedElsewhere) {
  Annotation changed = two_garments();
  changed.image_attributes.push_back({"style", "punk", "", {}});
  expect_conflict(difference(two_garments(), all_different()), changed);
}

TEST(Patch, ReportsAStateThatChangedElsewhere) {
  Annotation changed = two_garments();
  changed.state = WorkflowState::kApproved;
  expect_conflict(difference(two_garments(), all_different()), changed);
}

TEST(Patch, DoesNotMindChangesOfWhatItDoesNotTouch) {
  Annotation after = two_garments();
  after.garments[0].locked = true;
  const Patch patch = difference(two_garments(), after);
  Annotation annotation = two_garments();
  annotation.garments[1].hidden = true;
  annotation.state = WorkflowState::kBasic;
  ASSERT_OK(apply_forward(patch, annotation));
  EXPECT_TRUE(annotation.garments[0].locked);
  EXPECT_TRUE(annotation.garments[1].hidden);
}

TEST(Patch, ThatNamesAGarmentTwiceOrInNoOrderIsRefused) {
  Patch twice = difference(annotation_of({}), two_garments());
  twice.garments.push_back(twice.garments[0]);
  expect_conflict(twice, annotation_of({}));
  Patch without_order = difference(annotation_of({}), two_garments());
  without_order.order_after.clear();
  expect_conflict(without_order, annotation_of({}));
  Patch unknown_in_order = difference(annotation_of({}), two_garments());
  unknown_in_order.order_after.push_back(GarmentId{99});
  expect_conflict(unknown_in_order, annotation_of({}));
}

/// merged(a→b, b→c) must do what a→c does.
void expect_merges(const Annotation& a, const Annotation& b, const Annotation& c) {
  const Patch patch = merged(difference(a, b), difference(b, c));
  Annotation annotation = a;
  ASSERT_OK(apply_forward(patch, annotation));
  EXPECT_EQ(annotation, c);
  ASSERT_OK(apply_backward(patch, annotation));
  EXPECT_EQ(annotation, a);
  EXPECT_EQ(patch.empty(), difference(a, c).empty());
}

TEST(Patch, MergedDoesTheFirstAndThenTheSecond) {
  Annotation hidden = all_different();
  hidden.garments[0].hidden = true;
  const std::vector<Annotation> states = {annotation_of({}), two_garments(), all_different(), hidden};
  for (const Annotation& a : states) {
    for (const Annotation& b : states) {
      for (const Annotation& c : states) expect_merges(a, b, c);
    }
  }
}

TEST(Patch, MergedForgetsAGarmentThatCameAndWent) {
  const Patch patch =
      merged(difference(annotation_of({}), two_garments()), difference(two_garments(), annotation_of({})));
  EXPECT_TRUE(patch.empty());
  EXPECT_TRUE(patch.garments.empty());
}

}  // namespace
}  // namespace jaedan
