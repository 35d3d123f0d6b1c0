#include "labeling/agreement/proposal_distance.h"

#include <gtest/gtest.h>

#include "tests/labeling/agreement/people_of_one_photo.h"

namespace jaedan::labeling::testing {
namespace {

Proposal proposal(Part part, const Region& region, const AttributeValues& labels = {}) {
  Proposal made;
  made.part = part;
  made.region = region;
  made.attributes = labels;
  return made;
}

Garment with(Garment garment, const AttributeValues& labels) {
  garment.attributes = labels;
  return garment;
}

AttributeValue says(const std::string& attribute, const std::string& value) {
  return {attribute, value, "", Provenance::human("mina"), {}};
}

TEST(ProposalDistance, WhatWasLeftAsItWasIsKept) {
  const ProposalDistance found = distance_from_proposal(
      {proposal(Part::kTop, box(0, 0, 10, 10)), proposal(Part::kBottom, box(0, 10, 10, 10))},
      person({garment(Part::kTop, box(0, 0, 10, 10)), garment(Part::kBottom, box(0, 10, 10, 5))}), 20, 20);
  EXPECT_EQ(found.proposed, 2);
  EXPECT_EQ(found.kept, 1);
  EXPECT_EQ(found.redrawn, 1);
  EXPECT_EQ(found.removed + found.added, 0);
  EXPECT_DOUBLE_EQ(*found.share_kept(), 0.5);
  EXPECT_DOUBLE_EQ(*found.mean_iou(), 0.75);
}

TEST(ProposalDistance, WhatIsGoneAndWhatCameNewCountsAsNothingInCommon) {
  const ProposalDistance found = distance_from_proposal({proposal(Part::kTop, box(0, 0, 10, 10))},
                                                        person({garment(Part::kDress, box(0, 0, 10, 10))}), 20, 20);
  EXPECT_EQ(found.removed, 1);
  EXPECT_EQ(found.added, 1);
  EXPECT_DOUBLE_EQ(*found.mean_iou(), 0);
  EXPECT_DOUBLE_EQ(*found.share_kept(), 0);
}

TEST(ProposalDistance, LabelsAreComparedAsSetsOfTheGarmentsThatThereAre) {
  const ProposalDistance found = distance_from_proposal(
      {proposal(Part::kTop, box(0, 0, 10, 10),
                {says("colour", "black"), says("length", "mini"), says("print", "dot"), says("print", "check")}),
       proposal(Part::kBottom, box(0, 10, 10, 10), {says("colour", "red")})},
      person({with(garment(Part::kTop, box(0, 0, 10, 10)),
                   {says("print", "check"), says("print", "dot"), says("colour", "navy"), says("fit", "loose")})}),
      20, 20);
  EXPECT_EQ(found.labels_proposed, 3);
  EXPECT_EQ(found.labels_kept, 1) << "print, in another order";
  EXPECT_EQ(found.labels_changed, 2) << "colour is another, length is gone";
  EXPECT_EQ(found.labels_added, 1);
}

TEST(ProposalDistance, NothingProposedAndNothingDrawnHasNoFigure) {
  const ProposalDistance found = distance_from_proposal({}, person({}), 20, 20);
  EXPECT_FALSE(found.share_kept());
  EXPECT_FALSE(found.mean_iou());
}

TEST(ProposalDistance, LargePhotosAreMeasuredSmallerWithTheSameResult) {
  const ProposalDistance found = distance_from_proposal(
      {proposal(Part::kTop, box(0, 0, 4000, 4000))}, person({garment(Part::kTop, box(0, 0, 4000, 2000))}), 8000, 6000);
  EXPECT_NEAR(*found.mean_iou(), 0.5, 0.002);
  EXPECT_EQ(distance_from_proposal({proposal(Part::kTop, box(0, 0, 4000, 4000))},
                                   person({garment(Part::kTop, box(0, 0, 4000, 4000))}), 8000, 6000)
                .kept,
            1);
}

}  // namespace
}  // namespace jaedan::labeling::testing
