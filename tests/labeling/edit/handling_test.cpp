#include "labeling/edit/handling.h"

#include <gtest/gtest.h>

#include "labeling/edit/commands/confirm.h"
#include "labeling/edit/commands/decide.h"
#include "labeling/edit/commands/set_attribute.h"
#include "labeling/edit/commands/set_flags.h"
#include "labeling/edit/garment_access.h"
#include "labeling/edit/proposals/accept_proposals.h"
#include "tests/labeling/edit/edit_fixtures.h"
#include "tests/support/matchers.h"

namespace jaedan {
namespace {

using testing::garment_of;
using testing::human_garment;
using testing::model_garment;
using testing::session_of;
using testing::square;

const Actor kBatch = Actor::alone("boss");
const Actor kMina = Actor::alone("mina").looking();

EditSession two_of_the_models() {
  return session_of(
      {model_garment(1, Part::kTop, {{square(0, 0, 90)}}), model_garment(2, Part::kBottom, {{square(0, 90, 90)}})});
}

TEST(Handling, AcceptingAndApprovingInBulkLeaveTheGuessAGuessThatNobodyLookedAt) {
  EditSession session = session_of({});
  Proposal top;
  top.part = Part::kTop;
  top.region = {{square(0, 0, 90)}};
  top.score = 0.87;
  ASSERT_OK(session.run(AcceptProposals({top}, "net-1"), kBatch));
  ASSERT_OK(session.run(Decide::approve(), kBatch));
  const Garment& garment = garment_of(session, 1);
  EXPECT_EQ(garment.region_provenance, Provenance::model("net-1", 0.87));
  EXPECT_EQ(garment.handling, (Handling{"boss", "", "boss"}));
  EXPECT_TRUE(is_models_own(garment));
  EXPECT_TRUE(nobody_looked(garment));
  EXPECT_TRUE(has_human_work(garment)) << "what was approved is safe from models";
}

TEST(Handling, WhoDecidesWithThePhotoOnScreenLookedAtAllOfIt) {
  EditSession session = two_of_the_models();
  ASSERT_OK(session.run(Decide::approve(), kMina));
  for (const Garment& garment : session.annotation().garments) {
    EXPECT_EQ(garment.handling, (Handling{"", "mina", "mina"}));
    EXPECT_FALSE(nobody_looked(garment));
    EXPECT_TRUE(is_models_own(garment)) << "and it is still the model's own";
  }
}

TEST(Handling, WorkIsALookAtTheGarmentWorkedOnOnly) {
  EditSession session = two_of_the_models();
  ASSERT_OK(session.run(SetAttribute(GarmentId{1}, "colour", "red", "mina"), kMina));
  EXPECT_FALSE(nobody_looked(garment_of(session, 1)));
  EXPECT_TRUE(nobody_looked(garment_of(session, 2)));
}

TEST(Handling, LabellingInBulkIsNoLook) {
  EditSession session = two_of_the_models();
  ASSERT_OK(session.run(SetAttribute(GarmentId{1}, "colour", "red", "boss"), kBatch));
  EXPECT_TRUE(nobody_looked(garment_of(session, 1)));
  EXPECT_EQ(find_value(garment_of(session, 1).attributes, "colour")->provenance, Provenance::human("boss"));
}

TEST(Handling, HidingAndLockingIsNoWork) {
  EditSession session = two_of_the_models();
  ASSERT_OK(session.run(Decide::approve(), kBatch));
  ASSERT_OK(session.run(SetFlags({GarmentId{1}}, {std::nullopt, true}), kMina));
  EXPECT_EQ(garment_of(session, 1).handling, (Handling{"", "", "boss"}));
}

TEST(Handling, WhatIsWorkedOnAfterApprovalIsNotWhatWasApproved) {
  EditSession session = two_of_the_models();
  ASSERT_OK(session.run(Decide::approve(), kMina));
  ASSERT_OK(session.run(SetAttribute(GarmentId{1}, "colour", "red", "kim"), Actor::alone("kim").looking()));
  EXPECT_EQ(session.annotation().state, WorkflowState::kChanged);
  EXPECT_EQ(garment_of(session, 1).handling, (Handling{"", "kim", ""}));
  EXPECT_EQ(garment_of(session, 2).handling, (Handling{"", "mina", "mina"}));
  ASSERT_OK(session.undo(kMina));
  EXPECT_EQ(session.annotation().state, WorkflowState::kApproved);
  EXPECT_EQ(garment_of(session, 1).handling, (Handling{"", "mina", "mina"}));
}

TEST(Handling, ConfirmingIsAcceptingToo) {
  EditSession session = two_of_the_models();
  ASSERT_OK(session.run(Confirm::garment(GarmentId{1}, "mina"), kMina));
  EXPECT_EQ(garment_of(session, 1).handling, (Handling{"mina", "mina", ""}));
  EXPECT_FALSE(nobody_looked(garment_of(session, 1)));
}

TEST(Handling, ACommandThatChangesNothingIsNotNoted) {
  EditSession session = session_of({human_garment(1, Part::kTop, {{square(0, 0, 90)}})});
  const Annotation before = session.annotation();
  ASSERT_OK(session.run(Confirm::garment(GarmentId{1}, "mina"), kMina));
  EXPECT_EQ(session.annotation(), before);
  EXPECT_FALSE(session.can_undo());
}

TEST(Handling, SurvivesInTheStoredHistory) {
  EditSession session = two_of_the_models();
  ASSERT_OK(session.run(Confirm::attribute(GarmentId{1}, "colour", "mina"), kMina));
  ASSERT_OK(session.run(Decide::approve(), kMina));
  ASSERT_OK_AND_ASSIGN(UndoHistory read, UndoHistory::from_bytes(session.history().to_bytes()));
  EditSession again(session.photo(), session.annotation(), std::move(read));
  ASSERT_FALSE(again.history_was_dropped());
  ASSERT_OK(again.undo(kMina));
  EXPECT_EQ(garment_of(again, 1).handling, (Handling{"mina", "mina", ""}));
  EXPECT_EQ(find_value(garment_of(again, 1).attributes, "colour")->provenance.confirmed_by, "mina");
}

TEST(Handling, NotedElsewhereDoesNotSpoilTheHistory) {
  EditSession session = two_of_the_models();
  ASSERT_OK(session.run(SetAttribute(GarmentId{1}, "colour", "red", "mina"), kBatch));
  Annotation looked_at = session.annotation();
  for (Garment& garment : looked_at.garments) garment.handling.looked_by = "kim";
  EditSession again(session.photo(), looked_at, session.history());
  EXPECT_FALSE(again.history_was_dropped());
}

}  // namespace
}  // namespace jaedan
