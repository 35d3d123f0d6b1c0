#include "labeling/agreement/mask_agreement.h"

#include <gtest/gtest.h>

#include "tests/labeling/agreement/people_of_one_photo.h"

namespace jaedan::labeling::testing {
namespace {

TEST(MaskAgreement, IsTheIouOfWhatTwoPeopleDrew) {
  const MaskAgreement found = mask_agreement(
      {person({garment(Part::kTop, box(0, 0, 10, 10))}), person({garment(Part::kTop, box(0, 0, 10, 5))})}, 20, 20);
  ASSERT_EQ(found.pairs.size(), 1u);
  EXPECT_DOUBLE_EQ(*found.mean_iou(), 0.5);
  EXPECT_DOUBLE_EQ(*found.f1(), 1) << "0.5 is the same garment";
}

TEST(MaskAgreement, PartsAreNotComparedWithOthers) {
  const MaskAgreement found = mask_agreement(
      {person({garment(Part::kTop, box(0, 0, 10, 10))}), person({garment(Part::kDress, box(0, 0, 10, 10))})}, 20, 20);
  EXPECT_DOUBLE_EQ(*found.mean_iou(), 0);
  EXPECT_DOUBLE_EQ(*found.f1(), 0);
  EXPECT_EQ(found.parts[1].alone, 1u);
  EXPECT_FALSE(found.parts[0].mean_iou()) << "nobody drew an outer garment";
}

// Two tops, drawn in another order by the second person: the matching has to find them, by the best sum.
TEST(MaskAgreement, GarmentsOfAPartAreMatchedByTheBestSum) {
  const MaskAgreement found =
      mask_agreement({person({garment(Part::kTop, box(0, 0, 10, 10)), garment(Part::kTop, box(10, 0, 10, 10))}),
                      person({garment(Part::kTop, box(10, 0, 10, 10)), garment(Part::kTop, box(0, 0, 10, 8))})},
                     20, 20);
  EXPECT_DOUBLE_EQ(*found.mean_iou(), 0.9);
  EXPECT_EQ(found.pairs[0].outlines.matched, 2u);
}

TEST(MaskAgreement, WhatOnlyOnePersonDrewCountsAsZero) {
  const MaskAgreement found =
      mask_agreement({person({garment(Part::kTop, box(0, 0, 10, 10)), garment(Part::kBottom, box(0, 10, 10, 10))}),
                      person({garment(Part::kTop, box(0, 0, 10, 10))})},
                     20, 20);
  EXPECT_DOUBLE_EQ(*found.mean_iou(), 0.5);
  EXPECT_DOUBLE_EQ(*found.f1(), 2.0 / 3);
}

TEST(MaskAgreement, OfMorePeopleIsTheMeanOverPairs) {
  const MaskAgreement found = mask_agreement(
      {person({garment(Part::kTop, box(0, 0, 10, 10))}), person({garment(Part::kTop, box(0, 0, 10, 10))}),
       person({garment(Part::kTop, box(0, 0, 10, 4))})},
      20, 20);
  ASSERT_EQ(found.pairs.size(), 3u);
  EXPECT_DOUBLE_EQ(*found.mean_iou(), (1 + 0.4 + 0.4) / 3);
  EXPECT_DOUBLE_EQ(*found.f1(), 2.0 * 1 / 6);
}

TEST(MaskAgreement, WithoutGarmentsOrWithOnePersonThereIsNone) {
  EXPECT_FALSE(mask_agreement({}, 20, 20).mean_iou());
  EXPECT_FALSE(mask_agreement({person({garment(Part::kTop, box(0, 0, 10, 10))})}, 20, 20).mean_iou());
  const MaskAgreement nothing = mask_agreement({person({}), person({})}, 20, 20);
  EXPECT_FALSE(nothing.mean_iou());
  EXPECT_FALSE(nothing.f1());
}

TEST(MaskAgreement, PixelsOutsideThePhotoDoNotCount) {
  const MaskAgreement found = mask_agreement(
      {person({garment(Part::kTop, box(10, 0, 10, 10))}), person({garment(Part::kTop, box(10, 0, 500, 10))})}, 20, 20);
  EXPECT_DOUBLE_EQ(*found.mean_iou(), 1);
}

}  // namespace
}  // namespace jaedan::labeling::testing
