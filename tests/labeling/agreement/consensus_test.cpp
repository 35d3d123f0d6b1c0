#include "labeling/agreement/consensus.h"

#include <gtest/gtest.h>

#include "labeling/domain/mask.h"
#include "tests/labeling/agreement/people_of_one_photo.h"

namespace jaedan::labeling::testing {
namespace {

constexpr int kSide = 20;

Consensus consensus_of(const std::vector<Annotation>& people, OutlineMerge outlines = OutlineMerge::kMajorityPixels) {
  ConsensusOptions options;
  options.outlines = outlines;
  return merge_people(people, small_taxonomy(), kSide, kSide, options);
}

std::vector<Annotation> three_tops() {
  return {person({garment(Part::kTop, box(0, 0, 10, 10), {{"colour", "red"}}, "a")}),
          person({garment(Part::kTop, box(0, 0, 10, 12), {{"colour", "red"}}, "b")}),
          person({garment(Part::kTop, box(0, 0, 12, 14), {{"colour", "blue"}}, "c")})};
}

TEST(Consensus, TakesThePixelsThatMostHaveInside) {
  const Consensus found = consensus_of(three_tops());
  ASSERT_EQ(found.garments.size(), 1u);
  const ConsensusGarment& one = found.garments[0];
  EXPECT_DOUBLE_EQ(iou(rasterize(one.garment.region, kSide, kSide), rasterize(box(0, 0, 10, 12), kSide, kSide)), 1);
  EXPECT_EQ(one.garment.region_provenance.author, "consensus");
  EXPECT_EQ(one.garment.id, GarmentId{1});
  EXPECT_EQ(one.supporters, (std::vector<std::size_t>{0, 1, 2}));
  EXPECT_EQ(one.undecided_px, 0u);
  EXPECT_EQ(values_of(one.garment.attributes, "colour"), (std::vector<std::string>{"red"}));
  EXPECT_FALSE(found.waits());
}

TEST(Consensus, OrTheOutlineOfWhoAgreesBestAsItWasDrawn) {
  const Consensus found = consensus_of(three_tops(), OutlineMerge::kBestAgreeing);
  ASSERT_EQ(found.garments.size(), 1u);
  EXPECT_EQ(found.garments[0].best_person, 1u);
  EXPECT_EQ(found.garments[0].garment.region, box(0, 0, 10, 12));
  EXPECT_EQ(found.garments[0].garment.region_provenance.author, "b");
}

TEST(Consensus, WhatAllDrewAlikeStaysAsItIs) {
  Region fine = box(0.25, 0.25, 9.5, 9.5);  // between pixels: tracing it would move it
  const Consensus found =
      consensus_of({person({garment(Part::kTop, fine, {}, "a")}), person({garment(Part::kTop, fine, {}, "b")})});
  ASSERT_EQ(found.garments.size(), 1u);
  EXPECT_EQ(found.garments[0].garment.region, fine);
  EXPECT_EQ(found.garments[0].garment.region_provenance.author, "a");
}

TEST(Consensus, AGarmentOfHalfOfThePeopleIsUndecidedAndOneOfFewerIsLeftOut) {
  const Garment top = garment(Part::kTop, box(0, 0, 10, 10));
  const Garment bottom = garment(Part::kBottom, box(0, 10, 10, 10));
  const Consensus two = consensus_of({person({top, bottom}), person({top})});
  EXPECT_EQ(two.garments.size(), 1u);
  ASSERT_EQ(two.undecided.size(), 1u);
  EXPECT_EQ(two.undecided[0].garment.part, Part::kBottom);
  EXPECT_TRUE(two.waits());
  const Consensus three = consensus_of({person({top, bottom}), person({top}), person({top})});
  ASSERT_EQ(three.left_out.size(), 1u);
  EXPECT_EQ(three.left_out[0].supporters, (std::vector<std::size_t>{0}));
  EXPECT_FALSE(three.waits());
}

TEST(Consensus, TwoPeopleShareTheirOverlapAndTheRestIsCounted) {
  const Consensus found =
      consensus_of({person({garment(Part::kTop, box(0, 0, 10, 10))}), person({garment(Part::kTop, box(0, 0, 10, 6))})});
  ASSERT_EQ(found.garments.size(), 1u);
  EXPECT_EQ(found.garments[0].undecided_px, 40u);
  EXPECT_DOUBLE_EQ(area_px(found.garments[0].garment.region), 60);
  EXPECT_DOUBLE_EQ(found.garments[0].mean_iou, 0.6);
}

TEST(Consensus, SeveralGarmentsOfAPartStayApartAndInTheirOrder) {
  const Garment left = garment(Part::kOuter, box(0, 0, 9, 10), {{"colour", "red"}});
  const Garment right = garment(Part::kOuter, box(10, 0, 9, 10), {{"colour", "blue"}});
  const Consensus found = consensus_of({person({right, left}), person({right, left}), person({left, right})});
  ASSERT_EQ(found.garments.size(), 2u);
  EXPECT_EQ(values_of(found.garments[0].garment.attributes, "colour"), (std::vector<std::string>{"blue"}));
  EXPECT_EQ(found.garments[1].garment.id, GarmentId{2});
  for (const ConsensusGarment& one : found.garments) EXPECT_EQ(one.supporters.size(), 3u);
}

TEST(Consensus, TwoGarmentsOfOnePersonNeverBecomeOne) {
  const Garment top = garment(Part::kTop, box(0, 0, 10, 10));
  const Consensus found = consensus_of({person({top, top})});
  EXPECT_EQ(found.garments.size(), 2u);
}

TEST(Consensus, LabelsOfThePhotoAreEverybodys) {
  std::vector<Annotation> people(3);
  for (auto& one : people) one.image_attributes = words({{"style", "street"}}, "x");
  people[0].image_attributes = words({{"style", "classic"}}, "y");
  const Consensus found = consensus_of(people);
  EXPECT_EQ(values_of(found.image_attributes, "style"), (std::vector<std::string>{"street"}));
  EXPECT_EQ(found.image_votes.size(), 2u);
}

TEST(Consensus, OfNobodyIsNothing) {
  EXPECT_TRUE(consensus_of({}).garments.empty());
  EXPECT_FALSE(consensus_of({}).waits());
}

TEST(Consensus, IsTheSameInWhicheverOrderPeopleStandButForEquals) {
  std::vector<Annotation> people = three_tops();
  const Region first = consensus_of(people).garments[0].garment.region;
  std::swap(people[0], people[2]);
  EXPECT_EQ(consensus_of(people).garments[0].garment.region, first);
}

}  // namespace
}  // namespace jaedan::labeling::testing
