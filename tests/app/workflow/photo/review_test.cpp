#include "app/workflow/photo/review.h"

#include <gtest/gtest.h>

#include "app/workflow/photo/accept_predictions.h"
#include "app/workflow/photo/open_photo.h"
#include "labeling/edit/commands/set_attribute.h"
#include "labeling/io/image_encoder.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::workflow {
namespace {

const Actor kMina = Actor::alone("mina");
const Actor kBoss = Actor::alone("boss");

/// A project of one photo with one proposal: a blue top.
class Review : public ::testing::Test {
 protected:
  void SetUp() override {
    const Image black = Image::of_size(40, 60);
    ASSERT_OK(labeling::write_image(folder_ / "a.png", black.view()));
    auto project = Project::create(folder_ / "p.jaedan");
    ASSERT_OK(project);
    project_.emplace(std::move(project).value());
    ASSERT_OK_AND_ASSIGN(const auto ids, store().add_photos({Photo{{}, "a", folder_ / "a.png", 40, 60}}));
    photo_ = ids.front();
    Proposal proposal;
    proposal.part = Part::kTop;
    proposal.region.rings = {{{5, 5}, {30, 5}, {30, 40}, {5, 40}}};
    proposal.score = 0.8;
    proposal.attributes = {{"category", "tshirt", "", Provenance::model("m1", 0.7)},
                           {"colour", "blue", "", Provenance::model("m1", 0.7)}};
    ASSERT_OK(store().save_prediction(photo_, Prediction{"m1", {{1.0, {proposal}}}}));
  }

  labeling::Store& store() { return project_->store(); }
  Annotation stored() { return store().annotation(photo_).value(); }

  const testing::TemporaryFolder folder_;
  std::optional<Project> project_;
  PhotoId photo_;
};

TEST_F(Review, AcceptingTurnsProposalsIntoTheModelsGarments) {
  ASSERT_OK_AND_ASSIGN(const BatchReport report, accept_predictions(*project_, {}, kMina, {}));
  EXPECT_EQ(report.done, 1);
  const Annotation annotation = stored();
  ASSERT_EQ(annotation.garments.size(), 1u);
  EXPECT_EQ(annotation.garments[0].region_provenance.source, Source::kModel);
}

TEST_F(Review, AcceptingInBulkTakesTheModelsGuessAtWhatApprovalAsksForAndAtNothingElse) {
  Prediction unsure = *store().prediction(photo_).value();
  Proposal& proposal = unsure.readings.front().garments.front();
  proposal.guesses = {{"category", "blouse", "", Provenance::model("m1", 0.4)},
                      {"fit", "loose", "", Provenance::model("m1", 0.4)}};
  proposal.attributes.erase(proposal.attributes.begin());  // the category
  ASSERT_OK(store().save_prediction(photo_, unsure));
  ASSERT_OK(accept_predictions(*project_, {}, kMina, {}));
  const Garment top = stored().garments.at(0);
  ASSERT_NE(find_value(top.attributes, "category"), nullptr);
  EXPECT_EQ(find_value(top.attributes, "category")->value, "blouse");
  EXPECT_EQ(find_value(top.attributes, "category")->provenance, Provenance::model("m1", 0.4));
  EXPECT_EQ(find_value(top.attributes, "fit"), nullptr);
  ASSERT_OK_AND_ASSIGN(const BatchReport report, approve_photos(*project_, {}, kMina, false, {}));
  EXPECT_EQ(report.done, 1);
}

TEST_F(Review, ApprovingInBulkLeavesTheModelsWordTheModelsAndSaysThatNobodyLooked) {
  ASSERT_OK(accept_predictions(*project_, {}, kMina, {}));
  ASSERT_OK_AND_ASSIGN(const BatchReport report, approve_photos(*project_, {}, kMina, false, {}));
  EXPECT_EQ(report.done, 1);
  const Annotation annotation = stored();
  EXPECT_EQ(annotation.state, WorkflowState::kApproved);
  EXPECT_EQ(annotation.garments[0].region_provenance, Provenance::model("m1", 0.8));
  EXPECT_EQ(annotation.garments[0].attributes[0].provenance, Provenance::model("m1", 0.7));
  EXPECT_EQ(annotation.garments[0].handling, (Handling{"mina", "", "mina"}));
  labeling::PhotoFilter unseen;
  unseen.looked = false;
  EXPECT_EQ(store().count(unseen).value(), 1);
  ASSERT_OK_AND_ASSIGN(const auto changes, store().changes(photo_));
  ASSERT_EQ(changes.size(), 2u);
  EXPECT_EQ(changes[1].note.action, "approve");
}

TEST_F(Review, AcceptingAgainNeverTouchesAPersonsWork) {
  ASSERT_OK(accept_predictions(*project_, {}, kMina, {}));
  ASSERT_OK(approve_photos(*project_, {}, kMina, false, {}));
  const Annotation before = stored();
  ASSERT_OK_AND_ASSIGN(const BatchReport report, accept_predictions(*project_, {}, Actor::alone("bot"), {}));
  EXPECT_EQ(report.done, 0);
  EXPECT_EQ(stored(), before);
}

TEST_F(Review, WhatTheModelSaysOfThePhotoIsTakenOverAndNeverInThePlaceOfAPersonsWord) {
  Prediction prediction = *store().prediction(photo_).value();
  prediction.image_attributes = {{"style", "street", "", Provenance::model("m1", 0.9)},
                                 {"gender", "women", "", Provenance::model("m1", 0.98)}};
  prediction.image_guesses = {{"season", "winter", "", Provenance::model("m1", 0.4)}};
  prediction.readings[0].garments[0].guesses = {{"fit", "loose", "", Provenance::model("m1", 0.4)}};
  ASSERT_OK(store().save_prediction(photo_, prediction));
  Annotation labelled = stored();
  labelled.image_attributes = {{"style", "modern", "", Provenance::human("mina")}};
  ASSERT_OK(store().save(labelled, {"mina", "label"}));
  ASSERT_OK_AND_ASSIGN(const bool changed, accept_prediction(*project_, photo_, kMina));
  EXPECT_TRUE(changed);
  const Annotation after = stored();
  EXPECT_EQ(after.image_attributes[0], labelled.image_attributes[0]);
  ASSERT_EQ(after.image_attributes.size(), 2u) << "a guess is no label";
  EXPECT_EQ(after.image_attributes[1], prediction.image_attributes[1]);
  ASSERT_EQ(after.garments.size(), 1u);
  EXPECT_EQ(after.garments[0].attributes, prediction.readings[0].garments[0].attributes);
}

TEST_F(Review, TheProposalsOfOnePhotoAreAcceptedUnlessSomebodyWorkedOnIt) {
  ASSERT_OK_AND_ASSIGN(const bool changed, accept_prediction(*project_, photo_, kMina));
  EXPECT_TRUE(changed);
  EXPECT_EQ(stored().garments.size(), 1u);
  ASSERT_OK(return_photo(*project_, photo_, kBoss));
  ASSERT_OK_AND_ASSIGN(const bool again, accept_prediction(*project_, photo_, kMina));
  EXPECT_FALSE(again);
}

TEST_F(Review, APhotoWithoutGarmentsIsNotApproved) {
  ASSERT_OK_AND_ASSIGN(const BatchReport report, approve_photos(*project_, {}, kMina, false, {}));
  EXPECT_EQ(report.done, 0);
  EXPECT_EQ(stored().state, WorkflowState::kNew);
}

TEST_F(Review, ABatchIsNoLookEvenByWhoSitsAtTheWindow) {
  ASSERT_OK(accept_predictions(*project_, {}, kMina.looking(), {}));
  ASSERT_OK(approve_photos(*project_, {}, kMina.looking(), false, {}));
  EXPECT_TRUE(nobody_looked(stored().garments[0]));
}

TEST_F(Review, GarmentsThatNobodyLookedAtAreCountedByState) {
  ASSERT_OK(accept_predictions(*project_, {}, kMina, {}));
  ASSERT_OK(approve_photos(*project_, {}, kMina, false, {}));
  ASSERT_OK_AND_ASSIGN(const labeling::ProjectFigures counts, project_->store().figures({}));
  EXPECT_EQ(counts.of(WorkflowState::kApproved).unseen, 1);
  EXPECT_EQ(counts.all().garments, 1);
  EXPECT_EQ(counts.all().unseen_photos, 1);
}

TEST_F(Review, LabelsAfterApprovalAreChangedSinceAndNotReturned) {
  ASSERT_OK(accept_predictions(*project_, {}, kMina, {}));
  ASSERT_OK(approve_photo(*project_, photo_, kBoss, false));
  const auto fit = [&](const EditSession& session) -> MadeCommand {
    return made(SetAttribute(session.annotation().garments[0].id, "fit", "loose", "kim"));
  };
  ASSERT_OK(change_photo(*project_, photo_, Actor::alone("kim"), fit));
  EXPECT_EQ(stored().state, WorkflowState::kChanged);
  EXPECT_EQ(stored().garments[0].handling.approved_by, "") << "this is not what was approved";
  ASSERT_OK_AND_ASSIGN(const BatchReport report, approve_photos(*project_, {}, kBoss, false, {}));
  EXPECT_EQ(report.done, 1) << "nobody returned it";
}

TEST_F(Review, AProposalThatNobodyDecidedOnIsNamed) {
  Annotation annotation = stored();
  Garment dress;
  dress.id = GarmentId{1};
  dress.part = Part::kDress;
  dress.region.rings = {{{5, 5}, {30, 5}, {30, 40}}};
  dress.region_provenance = Provenance::import("kfashion");
  annotation.garments = {dress};
  ASSERT_OK(store().save(annotation, {"kim", "import"}));
  ASSERT_OK_AND_ASSIGN(const BatchReport report, approve_photos(*project_, {}, kBoss, false, {}));
  EXPECT_EQ(report.done, 1);
  ASSERT_EQ(report.warnings.size(), 1u);
  EXPECT_EQ(report.warnings[0].reason.text(), "top: a proposal that nobody has decided on");
  ASSERT_OK(return_photo(*project_, photo_, kBoss));
  EXPECT_ERROR(approve_photo(*project_, photo_, kBoss, false), ErrorCode::kRefused);
  EXPECT_OK(approve_photo(*project_, photo_, kBoss, true));  // one photo that is named has to be insisted on
}

TEST_F(Review, ATransitionThatIsNotPossibleIsRefusedAndNotAMistakeOfTheProgram) {
  EXPECT_ERROR(return_photo(*project_, photo_, kBoss), ErrorCode::kRefused);
}

TEST_F(Review, AReturnedPhotoCanBeApprovedAgain) {
  ASSERT_OK(accept_predictions(*project_, {}, kMina, {}));
  ASSERT_OK(approve_photos(*project_, {}, kMina, false, {}));
  ASSERT_OK(return_photo(*project_, photo_, kBoss));
  EXPECT_EQ(stored().state, WorkflowState::kReturned);
  ASSERT_OK_AND_ASSIGN(const BatchReport all, approve_photos(*project_, {}, kBoss, false, {}));
  EXPECT_EQ(all.done, 0) << "nobody asked for returned ones";
  EXPECT_EQ(all.skipped, 1);
  ASSERT_EQ(all.skipped_for.size(), 1u);
  EXPECT_EQ(all.skipped_for[0].reason.key, "approve.returned");
  EXPECT_EQ(all.skipped_for[0].count, 1);
  labeling::PhotoFilter returned;
  returned.state = WorkflowState::kReturned;
  ASSERT_OK_AND_ASSIGN(const BatchReport report, approve_photos(*project_, returned, kBoss, false, {}));
  EXPECT_EQ(report.done, 1);
}

TEST_F(Review, AReturnedPhotoThatIsNamedCanBeApproved) {
  ASSERT_OK(accept_predictions(*project_, {}, kMina, {}));
  ASSERT_OK(return_photo(*project_, photo_, kBoss));
  ASSERT_OK(approve_photo(*project_, photo_, kBoss, false));
  EXPECT_EQ(stored().state, WorkflowState::kApproved);
}

TEST_F(Review, ApprovingAPhotoThatIsNotOpenKeepsItsUndo) {
  ASSERT_OK(accept_predictions(*project_, {}, kMina, {}));
  const Annotation accepted = stored();
  ASSERT_OK(approve_photo(*project_, photo_, kBoss, false));
  ASSERT_OK_AND_ASSIGN(EditSession session, open_session(*project_, photo_));
  EXPECT_FALSE(session.history_was_dropped());
  ASSERT_OK(session.undo(kBoss));
  EXPECT_EQ(session.annotation().state, WorkflowState::kDrawn);
  EXPECT_EQ(session.annotation().garments, accepted.garments);
  ASSERT_OK(session.undo(kBoss));
  EXPECT_TRUE(session.annotation().garments.empty());
}

TEST_F(Review, WhatSpeaksAgainstAnApprovalIsNamedAndCanBeInsistedOn) {
  Annotation annotation = stored();
  Garment top;
  top.id = GarmentId{1};
  top.part = Part::kTop;
  top.region.rings = {{{5, 5}, {30, 5}, {30, 40}}};
  annotation.garments = {top};
  ASSERT_OK(store().save(annotation, {"kim", "draw"}));
  ASSERT_OK_AND_ASSIGN(const BatchReport report, approve_photos(*project_, {}, kBoss, false, {}));
  ASSERT_EQ(report.failed.size(), 1u);
  EXPECT_NE(report.failed[0].reason.text().find("no category"), std::string::npos) << report.failed[0].reason.text();
  EXPECT_EQ(stored().state, WorkflowState::kNew);
  ASSERT_OK(approve_photo(*project_, photo_, kBoss, true));
  EXPECT_EQ(stored().state, WorkflowState::kApproved);
  const Annotation approved = stored();
  EXPECT_OK(approve_photo(*project_, photo_, kBoss, false));
  EXPECT_EQ(stored(), approved) << "it is approved already: nothing is asked or written again";
}

TEST_F(Review, TheLogNamesDeedsAlsoThoseTakenBack) {
  ASSERT_OK(accept_predictions(*project_, {}, kMina, {}));
  ASSERT_OK(approve_photo(*project_, photo_, kBoss, false));
  ASSERT_OK_AND_ASSIGN(EditSession session, open_session(*project_, photo_));
  ASSERT_OK(session.undo(kBoss));
  ASSERT_OK(save_photo(*project_, saved_state_of(session), Actor::alone("boss")));
  ASSERT_OK_AND_ASSIGN(const auto changes, store().changes(photo_));
  std::vector<std::string> actions;
  for (const auto& change : changes) actions.push_back(change.note.action);
  EXPECT_EQ(actions, (std::vector<std::string>{"accept", "approve", "undo_approve"}));
}

TEST_F(Review, AnOpenedPhotoKeepsItsUndoHistoryAcrossClosing) {
  ASSERT_OK(accept_predictions(*project_, {}, kMina, {}));
  {
    ASSERT_OK_AND_ASSIGN(OpenedPhoto opened, open_photo(*project_, photo_, "kim"));
    const GarmentId id = opened.session.annotation().garments[0].id;
    ASSERT_OK(opened.session.run(SetAttribute(id, "colour", "red", "mina"), kMina));
    ASSERT_OK_AND_ASSIGN(const std::int64_t revision,
                         save_photo(*project_, saved_state_of(opened.session), Actor::alone("mina")));
    opened.session.mark_saved(revision);
    EXPECT_FALSE(opened.session.modified());
  }
  ASSERT_OK_AND_ASSIGN(OpenedPhoto again, open_photo(*project_, photo_, "kim"));
  EXPECT_EQ(find_value(again.session.annotation().garments[0].attributes, "colour")->value, "red");
  ASSERT_TRUE(again.session.can_undo());
  ASSERT_OK(again.session.undo(kMina));
  EXPECT_EQ(find_value(again.session.annotation().garments[0].attributes, "colour")->value, "blue");
}

}  // namespace
}  // namespace jaedan::workflow
