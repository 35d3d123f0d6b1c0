#include "labeling/edit/proposals/swap_reading.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "labeling/edit/commands/add_garment.h"
#include "labeling/edit/commands/clear_attribute.h"
#include "labeling/edit/commands/confirm.h"
#include "labeling/edit/commands/delete_garments.h"
#include "labeling/edit/commands/move_vertex.h"
#include "labeling/edit/commands/reorder.h"
#include "labeling/edit/commands/set_attribute.h"
#include "labeling/edit/commands/set_flags.h"
#include "labeling/edit/garment_access.h"
#include "labeling/edit/proposals/accept_proposals.h"
#include "tests/labeling/edit/swap_reading_fixtures.h"
#include "tests/support/matchers.h"

namespace jaedan {
namespace {

using testing::accepted;
using testing::annotation_of;
using testing::box;
using testing::human_garment;
using testing::kActor;
using testing::kApart;
using testing::kLong;
using testing::kModel;
using testing::kTogether;
using testing::kUser;
using testing::prediction;
using testing::proposal;
using testing::session_of;
using testing::square;

const Garment& of_part(const EditSession& session, Part part) {
  static const Garment kNothing;
  const auto& garments = session.annotation().garments;
  const auto found = std::find_if(garments.begin(), garments.end(), [&](const Garment& g) { return g.part == part; });
  return found == garments.end() ? kNothing : *found;
}

std::vector<Part> parts_of(const EditSession& session) {
  std::vector<Part> parts;
  for (const Garment& garment : session.annotation().garments) parts.push_back(garment.part);
  std::sort(parts.begin(), parts.end());
  return parts;
}

std::vector<Part> sorted(std::vector<Part> parts) {
  std::sort(parts.begin(), parts.end());
  return parts;
}

TEST(SwapReading, ReplacesWhatNobodyTouchedAsOneStep) {
  EditSession session = accepted(kApart);
  const Annotation before = session.annotation();
  ASSERT_OK(session.run(SwapReading(prediction(), kTogether), kActor));
  EXPECT_EQ(parts_of(session), sorted({Part::kOuter, Part::kDress}));
  const Garment& dress = of_part(session, Part::kDress);
  EXPECT_EQ(dress.region_provenance, Provenance::model(kModel, 0.6));
  EXPECT_EQ(dress.attributes[0].provenance, Provenance::model(kModel, 0.75));
  EXPECT_EQ(session.history().entries().size(), 2U);
  ASSERT_OK(session.undo(kActor));
  EXPECT_EQ(session.annotation(), before);
  ASSERT_OK(session.redo(kActor));
  EXPECT_EQ(parts_of(session), sorted({Part::kOuter, Part::kDress}));
}

TEST(SwapReading, ThereAndBackIsTheFirstReadingAgain) {
  EditSession session = accepted(kApart);
  for (const std::size_t reading : {kTogether, kLong, kApart}) {
    ASSERT_OK(session.run(SwapReading(prediction(), reading), kActor));
    EXPECT_EQ(accepted_reading(session.annotation(), prediction()), reading);
    EXPECT_EQ(session.annotation().garments.size(), prediction().readings[reading].garments.size());
  }
}

TEST(SwapReading, AGarmentOfBothReadingsStaysTheSameGarment) {
  EditSession session = accepted(kApart);
  const Garment coat = of_part(session, Part::kOuter);
  ASSERT_OK(session.run(SwapReading(prediction(), kTogether), kActor));
  EXPECT_EQ(of_part(session, Part::kOuter), coat);
}

TEST(SwapReading, ANewGarmentNeverTakesTheIdOfOneThatWent) {
  EditSession session = accepted(kApart);
  const GarmentId last = next_garment_id(session.annotation());
  ASSERT_OK(session.run(SwapReading(prediction(), kTogether), kActor));
  EXPECT_EQ(of_part(session, Part::kDress).id, last);
}

TEST(SwapReading, WithNothingAcceptedNothingChanges) {
  EditSession session = session_of({human_garment(5, Part::kTop, {{square(300, 300, 20)}})});
  ASSERT_OK(session.run(SwapReading(prediction(), kTogether), kActor));
  EXPECT_FALSE(session.can_undo());
}

TEST(SwapReading, WhatBothReadingsHaveBringsNothingElseAlong) {
  EditSession session = session_of({});
  ASSERT_OK(session.run(AcceptProposals({prediction().readings[kApart].garments[0]}, kModel), kActor));
  ASSERT_OK(session.run(SwapReading(prediction(), kTogether), kActor));
  EXPECT_EQ(parts_of(session), std::vector<Part>{Part::kOuter}) << "the dress stays a proposal";
}

TEST(SwapReading, LeavesAloneWhatAPersonTouchedInAnyWayAndItsPlace) {
  const GarmentId top{2};
  std::vector<std::unique_ptr<Command>> touches;
  touches.push_back(std::make_unique<MoveVertex>(top, 0, 0, Point{21, 1}, kUser));
  touches.push_back(std::make_unique<SetAttribute>(top, "fit", "loose", kUser));
  touches.push_back(std::make_unique<ClearAttribute>(top, "colour"));
  touches.push_back(std::make_unique<Confirm>(Confirm::garment(top, kUser)));
  touches.push_back(std::make_unique<SetFlags>(std::vector<GarmentId>{top}, GarmentFlags{true, std::nullopt}));
  for (const auto& touch : touches) {
    EditSession session = accepted(kApart);
    ASSERT_OK(session.run(*touch, kActor));
    const Annotation before = session.annotation();
    ASSERT_EQ(of_part(session, Part::kTop).id, top);
    ASSERT_OK(session.run(SwapReading(prediction(), kTogether), kActor));
    EXPECT_EQ(session.annotation(), before) << touch->name() << ": no dress on the top, and no gap below it";
  }
}

TEST(SwapReading, SwapsTheOtherPlacesRoundAGarmentThatWasTouched) {
  EditSession session = accepted(kApart);
  ASSERT_OK(session.run(SetAttribute(of_part(session, Part::kOuter).id, "fit", "loose", kUser), kActor));
  const Garment coat = of_part(session, Part::kOuter);
  ASSERT_OK(session.run(SwapReading(prediction(), kTogether), kActor));
  EXPECT_EQ(parts_of(session), sorted({Part::kOuter, Part::kDress})) << "one coat, not two";
  EXPECT_EQ(of_part(session, Part::kOuter), coat);
}

TEST(SwapReading, HidingAndReorderingAreNoTouch) {
  EditSession session = accepted(kApart);
  const GarmentId top = of_part(session, Part::kTop).id;
  ASSERT_OK(session.run(SetFlags({top}, GarmentFlags{std::nullopt, true}), kActor));
  ASSERT_OK(session.run(Reorder(top, ZMove::kToFront), kActor));
  ASSERT_OK(session.run(SwapReading(prediction(), kTogether), kActor));
  EXPECT_EQ(parts_of(session), sorted({Part::kOuter, Part::kDress}));
}

TEST(SwapReading, ADressDrawnForSomebodyElseDoesNotKeepThisOneOut) {
  EditSession session = accepted(kApart);
  ASSERT_OK(session.run(AddGarment(Part::kDress, {{square(400, 300, 90)}}, kUser), kActor));
  ASSERT_OK(session.run(SwapReading(prediction(), kTogether), kActor));
  EXPECT_EQ(parts_of(session), sorted({Part::kOuter, Part::kDress, Part::kDress}));
}

TEST(SwapReading, ADressThatAFileNamesWithoutAnOutlineIsNotAddedTwice) {
  Annotation annotation = accepted(kApart).annotation();
  Garment imported = human_garment(9, Part::kDress, {});
  imported.region_provenance = Provenance::import("kfashion");
  annotation.garments.push_back(imported);
  EditSession session(testing::photo(), annotation);
  ASSERT_OK(session.run(SwapReading(prediction(), kTogether), kActor));
  EXPECT_EQ(session.annotation(), annotation);
}

TEST(SwapReading, LaysNewGarmentsBelowThePersons) {
  EditSession session = accepted(kApart);
  ASSERT_OK(session.run(AddGarment(Part::kTop, {{square(400, 300, 90)}}, kUser), kActor));
  ASSERT_OK(session.run(DeleteGarments({GarmentId{2}}), kActor));
  ASSERT_OK(session.run(SwapReading(prediction(), kTogether), kActor));
  EXPECT_EQ(session.annotation().garments.front().part, Part::kDress);
  EXPECT_EQ(session.annotation().garments.back().region_provenance, Provenance::human(kUser));
}

TEST(SwapReading, RefusedProposalsDoNotComeIn) {
  EditSession session = accepted(kTogether);
  ASSERT_OK(session.run(SwapReading(prediction(), kApart, {2}), kActor));
  EXPECT_EQ(parts_of(session), sorted({Part::kOuter, Part::kTop}));
}

TEST(SwapReading, GarmentsOfAnotherModelStay) {
  EditSession session = session_of({});
  ASSERT_OK(session.run(AcceptProposals(prediction().readings[kApart].garments, "older-model"), kActor));
  ASSERT_OK(session.run(SwapReading(prediction(), kTogether), kActor));
  EXPECT_EQ(session.history().entries().size(), 1U);
}

TEST(SwapReading, SeveralPeopleInOnePhotoAreSwappedEachAtTheirPlace) {
  Prediction two = prediction();
  for (Reading& reading : two.readings) {
    reading.garments.push_back(proposal(Part::kTop, {{box(300, 0, 50, 90)}}, 0.4));
  }
  EditSession session = session_of({});
  ASSERT_OK(session.run(AcceptProposals(two.readings[kTogether].garments, kModel), kActor));
  ASSERT_OK(session.run(SwapReading(two, kApart), kActor));
  EXPECT_EQ(parts_of(session), sorted({Part::kOuter, Part::kTop, Part::kTop, Part::kBottom}));
}

/// prediction() with a second person's top in every reading; the model is a little surer of it in each one.
Prediction of_two_people() {
  Prediction two = prediction();
  double score = 0.4;
  for (Reading& reading : two.readings) {
    Proposal top = proposal(Part::kTop, {{box(300, 0, 50, 90)}}, score);
    top.attributes[0].provenance.score = score;
    reading.garments.push_back(top);
    score += 0.01;
  }
  return two;
}

EditSession accepted_of_two_people(std::size_t reading) {
  EditSession session = session_of({});
  EXPECT_OK(session.run(AcceptProposals(of_two_people().readings[reading].garments, kModel), kActor));
  return session;
}

TEST(SwapReading, WhatOnlyTheModelsScoreTellsApartIsTheSameGarment) {
  EditSession session = accepted_of_two_people(kApart);
  const Garment others_top = session.annotation().garments.back();
  ASSERT_EQ(others_top.region.rings, std::vector<Ring>{box(300, 0, 50, 90)});
  ASSERT_OK(session.run(SwapReading(of_two_people(), kTogether), kActor));
  EXPECT_EQ(parts_of(session), sorted({Part::kOuter, Part::kDress, Part::kTop}));
  EXPECT_EQ(of_part(session, Part::kTop), others_top) << "its id and the scores that it came with";
  EXPECT_EQ(accepted_reading(session.annotation(), of_two_people()), kTogether);
}

TEST(SwapReading, AnotherLabelOrOutlineIsAnotherGarment) {
  for (const bool outline : {true, false}) {
    Prediction other = of_two_people();
    Proposal& top = other.readings[kTogether].garments.back();
    if (outline) {
      top.region.rings[0][0].x += 1;
    } else {
      top.attributes[0].value = "black";
    }
    EditSession session = accepted_of_two_people(kApart);
    ASSERT_OK(session.run(SwapReading(other, kTogether), kActor));
    EXPECT_EQ(parts_of(session), sorted({Part::kOuter, Part::kDress, Part::kTop}));
    EXPECT_EQ(of_part(session, Part::kTop).region, top.region);
    EXPECT_EQ(of_part(session, Part::kTop).attributes, top.attributes);
  }
}

TEST(SwapReading, ATopOfAnotherPersonThatWasTouchedDoesNotHinderTheMainFigure) {
  EditSession session = accepted_of_two_people(kTogether);
  const GarmentId top = of_part(session, Part::kTop).id;
  ASSERT_OK(session.run(MoveVertex(top, 0, 0, Point{290, 5}, kUser), kActor));
  const Garment touched = of_part(session, Part::kTop);
  ASSERT_OK(session.run(SwapReading(of_two_people(), kApart), kActor));
  EXPECT_EQ(parts_of(session), sorted({Part::kOuter, Part::kTop, Part::kBottom, Part::kTop}));
  const Garment* after = find_garment(session.annotation(), top);
  ASSERT_NE(after, nullptr);
  EXPECT_EQ(*after, touched);
}

TEST(SwapReading, WhatBothReadingsHaveAndNobodyAcceptedStaysAProposal) {
  EditSession session = session_of({});
  const std::vector<Proposal> apart = of_two_people().readings[kApart].garments;
  ASSERT_OK(session.run(AcceptProposals({apart[1], apart[2]}, kModel), kActor));
  ASSERT_OK(session.run(SwapReading(of_two_people(), kTogether), kActor));
  EXPECT_EQ(parts_of(session), std::vector<Part>{Part::kDress}) << "neither the coat nor the other person's top";
  ASSERT_OK(session.run(SwapReading(of_two_people(), kApart), kActor));
  EXPECT_EQ(parts_of(session), sorted({Part::kTop, Part::kBottom}));
}

TEST(SwapReading, AnApprovedPhotoAndAReadingThatIsNotThereChangeNothing) {
  Annotation annotation = accepted(kApart).annotation();
  annotation.state = WorkflowState::kApproved;
  EditSession approved(testing::photo(), annotation);
  ASSERT_OK(approved.run(SwapReading(prediction(), kTogether), kActor));
  EXPECT_FALSE(approved.can_undo());
  EditSession session = accepted(kApart);
  ASSERT_OK(session.run(SwapReading(prediction(), 3), kActor));
  EXPECT_EQ(session.history().entries().size(), 1U);
}

TEST(SwapReading, AReadingWithoutGarmentsTakesTheAcceptedOnesAway) {
  Prediction nothing_there = prediction();
  nothing_there.readings.push_back({0.05, {}});
  EditSession session = accepted(kApart);
  ASSERT_OK(session.run(SwapReading(nothing_there, 3), kActor));
  EXPECT_TRUE(session.annotation().garments.empty());
  ASSERT_OK(session.undo(kActor));
  EXPECT_EQ(session.annotation().garments.size(), 3U);
}

TEST(AcceptedReading, IsTheOneThatMostUntouchedGarmentsCameFrom) {
  EXPECT_EQ(accepted_reading(annotation_of({}), prediction()), std::nullopt);
  EXPECT_EQ(accepted_reading(accepted(kLong).annotation(), prediction()), kLong);
  EditSession session = session_of({});
  ASSERT_OK(session.run(AcceptProposals({prediction().readings[kTogether].garments[0]}, kModel), kActor));
  EXPECT_EQ(accepted_reading(session.annotation(), prediction()), kApart) << "both have the coat; the likelier one";
  ASSERT_OK(session.run(Confirm::everything(kUser), kActor));
  EXPECT_EQ(accepted_reading(session.annotation(), prediction()), std::nullopt);
}

}  // namespace
}  // namespace jaedan
