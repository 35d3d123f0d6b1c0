// Several people do the same photo unseen by each other, and what they say becomes one.
#include "app/workflow/quality/panels.h"
#include "app/workflow/people/comments.h"
#include "app/workflow/photo/open_photo.h"
#include "app/workflow/photo/rescale_labels.h"
#include "app/workflow/quality/merge_answers.h"
#include "app/workflow/quality/panel_agreement.h"
#include "app/workflow/quality/quality_rows.h"
#include "tests/app/workflow/quality/panel_crew.h"

namespace jaedan::workflow {
namespace {

using Panels = testing::PanelCrew;

TEST_F(Panels, NobodySeesWhatTheOthersDoAndThePhotoStaysAsItIs) {
  ask(2);
  ASSERT_OK_AND_ASSIGN(const PhotoTask task, claim("ann", Stage::kDrawn));
  EXPECT_EQ(task.photo.id, photo_);
  ASSERT_OK(draw(as("ann"), photo_, 50));
  ASSERT_OK(claim("amy", Stage::kDrawn));
  ASSERT_OK_AND_ASSIGN(const AnswerId amys, answer_in_hand(*project_, as("amy").user, photo_));
  ASSERT_OK_AND_ASSIGN(const EditSession session, open_session(*project_, photo_, amys));
  EXPECT_TRUE(session.annotation().garments.empty());
  EXPECT_TRUE(stored(photo_).garments.empty());
  EXPECT_ERROR(claim("abe", Stage::kDrawn, photo_), ErrorCode::kRefused);
  EXPECT_ERROR(claim("abe", Stage::kDrawn), ErrorCode::kRefused);
  EXPECT_ERROR(draw(as("boss"), photo_, 40), ErrorCode::kRefused);  // nobody changes it meanwhile
  ASSERT_OK_AND_ASSIGN(const Submitted submitted, submit_photo(*project_, photo_, as("ann")));
  EXPECT_EQ(submitted.state, WorkflowState::kDrawn) << "as with any other photo";
  EXPECT_EQ(submitted.next, Stage::kBasic);
  EXPECT_ERROR(draw(as("ann"), photo_, 30), ErrorCode::kRefused);
  EXPECT_ERROR(submit_photo(*project_, photo_, as("amy")), ErrorCode::kRefused);  // nothing is drawn
}

TEST_F(Panels, WhilePeopleAnswerNobodyScalesThePhoto) {
  bring_to(WorkflowState::kDrawn);
  write_file("a", 200, 200);
  ask(2);
  ASSERT_OK_AND_ASSIGN(BatchReport report, rescale_labels(*project_, {}, as("boss"), {}));
  EXPECT_EQ(report.done, 0);
  ASSERT_EQ(report.failed.size(), 1u);
  EXPECT_EQ(report.failed.front().reason.key, "panel.open");
  EXPECT_EQ(stored(photo_).garments.front().region, square());
  EXPECT_EQ(store().photo(photo_)->width, 100);
  ASSERT_OK(cancel_panel(*project_, as("boss"), photo_));
  ASSERT_OK(claim("abe", Stage::kBasic, photo_));
  EXPECT_EQ(rescale_labels(*project_, {}, as("boss"), {})->failed.size(), 1u) << "nor while somebody has it in hand";
  ASSERT_OK(release_task(*project_, as("abe"), photo_, {}));
  EXPECT_EQ(rescale_labels(*project_, {}, as("boss"), {})->done, 1);
  EXPECT_EQ(bounds_of(stored(photo_).garments.front().region).width, 80);
}

TEST_F(Panels, OutlinesAreMergedByTheMajorityOfTheirPixels) {
  ask(3);
  answers("ann", 50);
  answers("amy", 54);
  EXPECT_ERROR(merge_answers(*project_, as("boss"), photo_, {}), ErrorCode::kRefused);  // one is missing
  answers("abe", 58);
  EXPECT_ERROR(merge_answers(*project_, as("ann"), photo_, {}), ErrorCode::kForbidden);
  ASSERT_OK_AND_ASSIGN(const MergedPhoto merged, merge_answers(*project_, as("boss"), photo_, {}));
  EXPECT_EQ(merged.state, WorkflowState::kDrawn);
  EXPECT_EQ(merged.next, Stage::kBasic);
  const Annotation now = stored(photo_);
  ASSERT_EQ(now.garments.size(), 1u);
  EXPECT_EQ(bounds_of(now.garments[0].region).width, 44) << "10 to 54: where two of three are";
  EXPECT_EQ(now.garments[0].region_provenance.author, "consensus");
  EXPECT_EQ(*store().waiting(Stage::kBasic), 1);
  EXPECT_TRUE(*store().worked_on(photo_, as("abe").user)) << "who answered does not inspect";
}

TEST_F(Panels, OrTheOutlineOfWhoAgreesBestWithTheOthers) {
  ask(3);
  answers("ann", 50);
  answers("amy", 54);
  answers("abe", 58);
  MergeChoice best;
  best.outlines = labeling::OutlineMerge::kBestAgreeing;
  ASSERT_OK(merge_answers(*project_, as("boss"), photo_, best));
  EXPECT_EQ(stored(photo_).garments[0].region, square(54));
  EXPECT_EQ(stored(photo_).garments[0].region_provenance.author, "amy");
}

TEST_F(Panels, AMergeThatIsTakenBackLeavesThePhotoAndItsUndoAsBefore) {
  ASSERT_OK(claim("ann", Stage::kDrawn, photo_));
  ASSERT_OK(draw(as("ann"), photo_, 30));
  ASSERT_OK(draw(as("ann"), photo_, 40));
  ASSERT_OK(submit_photo(*project_, photo_, as("ann")));
  ASSERT_OK(claim("amy", Stage::kBasic, photo_));
  ASSERT_OK(label(as("amy"), photo_, "colour", "red"));
  ASSERT_OK(release_task(*project_, as("amy"), photo_, {}));
  Annotation before = stored(photo_);
  const std::string history = *store().history(photo_);
  ask(2);
  labels("ann", Stage::kBasic, "colour", "black");
  labels("abe", Stage::kBasic, "colour", "black");
  ASSERT_OK(merge_answers(*project_, as("boss"), photo_, {}));
  EXPECT_EQ(value_of("colour"), "black");
  ASSERT_OK_AND_ASSIGN(EditSession merged, open_session(*project_, photo_));
  EXPECT_FALSE(merged.history_was_dropped());
  EXPECT_ERROR(merged.undo(as("eve")), ErrorCode::kForbidden);  // the merge is not theirs to take back
  ASSERT_OK(undo_merge(*project_, as("boss"), photo_));
  before.revision = stored(photo_).revision;
  EXPECT_EQ(stored(photo_), before);
  EXPECT_EQ(*store().history(photo_), history);
  ASSERT_OK_AND_ASSIGN(EditSession session, open_session(*project_, photo_));
  ASSERT_OK(session.undo(as("amy")));
  EXPECT_FALSE(find_value(session.annotation().garments.front().attributes, "colour"));
}

TEST_F(Panels, AMergeIsTakenBackAsLongAsNobodyChangedThePhoto) {
  ask(2);
  answers("ann", 50);
  answers("amy", 50);
  EXPECT_ERROR(undo_merge(*project_, as("boss"), photo_), ErrorCode::kRefused);
  ASSERT_OK(merge_answers(*project_, as("boss"), photo_, {}));
  EXPECT_ERROR(undo_merge(*project_, as("ann"), photo_), ErrorCode::kForbidden);
  ASSERT_OK_AND_ASSIGN(const labeling::Panel open, undo_merge(*project_, as("boss"), photo_));
  EXPECT_EQ(open.submitted, 2);
  EXPECT_TRUE(stored(photo_).garments.empty());
  EXPECT_EQ(stored(photo_).state, WorkflowState::kNew);
  EXPECT_EQ(*store().waiting(Stage::kDrawn), 0) << "it waits for another merge";
  ASSERT_OK(merge_answers(*project_, as("boss"), photo_, {}));
  ASSERT_OK(claim("abe", Stage::kBasic));
  ASSERT_OK(label(as("abe"), photo_, "colour", "black"));
  EXPECT_ERROR(undo_merge(*project_, as("boss"), photo_), ErrorCode::kRefused);
  labeling::LogQuery query;
  query.action = "undo_merge";
  EXPECT_EQ(store().search_log(query, {}, 10)->size(), 2u) << "the photo, and the request";
}

TEST_F(Panels, LabelsAreMergedByMajorityAndATieWaitsForAnExpert) {
  bring_to(WorkflowState::kDrawn);
  ask(2);
  labels("ann", Stage::kBasic, "colour", "black");
  labels("amy", Stage::kBasic, "colour", "navy");
  ASSERT_OK_AND_ASSIGN(const MergedPhoto merged, merge_answers(*project_, as("boss"), photo_, {}));
  EXPECT_TRUE(merged.consensus.waits());
  EXPECT_EQ(merged.next, Stage::kExpert);
  EXPECT_EQ(value_of("colour"), "") << "nothing is guessed";
  ASSERT_OK_AND_ASSIGN(const auto comments, store().comments(photo_));
  ASSERT_EQ(comments.size(), 1u);
  EXPECT_EQ(comments[0].text, "top colour: black 1 = navy 1");
}

TEST_F(Panels, WhatAMergeLeftOpenIsSettledWhenItIsTakenBack) {
  bring_to(WorkflowState::kDrawn);
  labeling::Comment said;
  said.photo = photo_;
  said.text = "nice";
  ASSERT_OK(add_comment(*project_, as("boss"), said));
  ask(2);
  labels("ann", Stage::kBasic, "colour", "black");
  labels("amy", Stage::kBasic, "colour", "navy");
  ASSERT_OK(merge_answers(*project_, as("boss"), photo_, {}));
  ASSERT_OK(undo_merge(*project_, as("boss"), photo_));
  EXPECT_EQ(store().comments(photo_)->back().resolved_by, "boss");
  ASSERT_OK(merge_answers(*project_, as("boss"), photo_, {}));
  ASSERT_OK_AND_ASSIGN(const auto comments, store().comments(photo_));
  ASSERT_EQ(comments.size(), 3u);
  EXPECT_EQ(comments[0].resolved_by, "") << "what people say themselves stays";
  EXPECT_EQ(comments[1].resolved_by, "boss");
  EXPECT_EQ(comments[2].resolved_by, "") << "the question is open once";
}

TEST_F(Panels, AnExpertsTieWaitsForAnotherExpert) {
  add("ema", Role::kExpert);
  bring_to(WorkflowState::kBasic);
  ask(2);
  labels("eve", Stage::kExpert, "category", "tshirt");
  labels("ema", Stage::kExpert, "category", "blouse");
  ASSERT_OK_AND_ASSIGN(const MergedPhoto merged, merge_answers(*project_, as("boss"), photo_, {}));
  EXPECT_EQ(merged.state, WorkflowState::kBasic);
  EXPECT_EQ(merged.next, Stage::kExpert);
}

TEST_F(Panels, AGarmentThatHalfOfThemDrewWaitsForTheSameStageAgain) {
  ask(2);
  answers("ann", 50);
  ASSERT_OK(claim("amy", Stage::kDrawn, photo_));
  ASSERT_OK(change_photo(*project_, photo_, as("amy"), [&](const EditSession&) -> MadeCommand {
    return made(AddGarment(Part::kBottom, square(80), "amy"));
  }));
  ASSERT_OK(submit_photo(*project_, photo_, as("amy")));
  ASSERT_OK_AND_ASSIGN(const MergedPhoto merged, merge_answers(*project_, as("boss"), photo_, {}));
  EXPECT_EQ(merged.consensus.undecided.size(), 2u);
  EXPECT_EQ(merged.next, Stage::kDrawn);
  EXPECT_FALSE(claim("abe", Stage::kDrawn)->task.answer) << "one person draws it";
}

TEST_F(Panels, WhereNobodyAgreesWithAnybodyThePhotoStaysAtTheStage) {
  ask(3);
  const auto somewhere = [&](const std::string& name, double x) {
    ASSERT_OK(claim(name, Stage::kDrawn, photo_));
    ASSERT_OK(change_photo(*project_, photo_, as(name), [&](const EditSession&) -> MadeCommand {
      return made(AddGarment(Part::kTop, Region{{{{x, 10}, {x + 20, 10}, {x + 20, 40}, {x, 40}}}}, name));
    }));
    ASSERT_OK(submit_photo(*project_, photo_, as(name)));
  };
  somewhere("ann", 5);
  somewhere("amy", 35);
  somewhere("abe", 65);
  ASSERT_OK_AND_ASSIGN(const MergedPhoto merged, merge_answers(*project_, as("boss"), photo_, {}));
  EXPECT_EQ(merged.consensus.left_out.size(), 3u);
  EXPECT_EQ(merged.next, Stage::kDrawn) << "without a garment nobody could submit the next stage";
  EXPECT_FALSE(claim("abe", Stage::kDrawn)->task.answer);
}

TEST_F(Panels, EarlyMergesDoNotWaitForWhoNeverComes) {
  ask(3);
  answers("ann", 50);
  MergeChoice early;
  early.early = true;
  EXPECT_ERROR(merge_answers(*project_, as("boss"), photo_, early), ErrorCode::kRefused);
  answers("amy", 50);
  ASSERT_OK(claim("abe", Stage::kDrawn));
  ASSERT_OK(merge_answers(*project_, as("boss"), photo_, early));
  EXPECT_EQ(stored(photo_).garments[0].region, square(50));
  EXPECT_ERROR(submit_photo(*project_, photo_, as("abe")), ErrorCode::kRefused);
}

TEST_F(Panels, AManagerReleasesWhatOneOfThemHas) {
  ask(2);
  ASSERT_OK(claim("ann", Stage::kDrawn));
  ASSERT_OK(claim("amy", Stage::kDrawn));
  ReleaseChoice of_ann;
  of_ann.of = "ann";
  EXPECT_ERROR(release_task(*project_, as("amy"), photo_, of_ann), ErrorCode::kForbidden);
  EXPECT_ERROR(release_task(*project_, as("boss"), photo_, {}), ErrorCode::kRefused);  // the photo itself nobody has
  ASSERT_OK_AND_ASSIGN(const labeling::Task released, release_task(*project_, as("boss"), photo_, of_ann));
  EXPECT_EQ(released.user, as("ann").user);
  EXPECT_TRUE(claim("abe", Stage::kDrawn)->task.answer);
  ASSERT_OK(release_task(*project_, as("amy"), photo_, {}));
}

TEST_F(Panels, AnExpiredAnswerIsKeptAndGoesOn) {
  ask(2);
  ASSERT_OK(claim_task(*project_, as("ann"), {Stage::kDrawn, {}, 1}));
  ASSERT_OK(draw(as("ann"), photo_, 50));
  const std::string later = labeling::utc_after(labeling::utc_now(), 60);
  const Actor amy = as("amy");
  ASSERT_OK(store().claim({amy.user, Stage::kDrawn, {}, 3600, false}, later));  // frees what has expired
  ASSERT_OK(draw(as("ann"), photo_, 60));
  EXPECT_TRUE(stored(photo_).garments.empty());
  EXPECT_ERROR(submit_photo(*project_, photo_, as("ann")), ErrorCode::kRefused);
  ASSERT_OK(claim("ann", Stage::kDrawn, photo_));
  ASSERT_OK(submit_photo(*project_, photo_, as("ann")));
}

TEST_F(Panels, AnExpiredAnswerOfAPanelThatEndedIsNotGoneOnWith) {
  ask(2);
  ASSERT_OK(claim_task(*project_, as("ann"), {Stage::kDrawn, {}, 1}));
  ASSERT_OK(draw(as("ann"), photo_, 50));
  ASSERT_OK_AND_ASSIGN(const AnswerId anns, answer_in_hand(*project_, as("ann").user, photo_));
  ASSERT_OK_AND_ASSIGN(EditSession open, open_session(*project_, photo_, anns));
  const std::string later = labeling::utc_after(labeling::utc_now(), 60);
  ASSERT_OK(store().claim({as("amy").user, Stage::kDrawn, {}, 3600, false}, later));  // frees what has expired
  EXPECT_TRUE(*answer_in_hand(*project_, as("ann").user, photo_));
  ASSERT_OK(cancel_panel(*project_, as("boss"), photo_));
  EXPECT_FALSE(*answer_in_hand(*project_, as("ann").user, photo_));
  EXPECT_FALSE(with_task(*project_, as("ann"), photo_)->stage);
  ASSERT_OK(open.run(SetRegion(GarmentId{1}, square(60), "ann"), as("ann").at(Stage::kDrawn)));
  EXPECT_ERROR(save_photo(*project_, saved_state_of(open), as("ann")), ErrorCode::kRefused);
  ask(2);  // another request is none of it
  EXPECT_FALSE(*answer_in_hand(*project_, as("ann").user, photo_));
  EXPECT_ERROR(draw(as("ann"), photo_, 70), ErrorCode::kRefused);
  EXPECT_TRUE(store().answer(anns)->annotation.garments.front().region == square(50)) << "what was said is kept";
}

TEST_F(Panels, CancelledTheyGoBackToTheQueueAndOnlyManagersAsk) {
  EXPECT_ERROR(ask_panel(*project_, as("ann"), photo_, {2, {}}), ErrorCode::kForbidden);
  EXPECT_ERROR(ask_panel(*project_, as("boss"), photo_, {2, Stage::kInspect}), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(cancel_panel(*project_, as("boss"), photo_), ErrorCode::kRefused);
  ask(2);
  ASSERT_OK(claim("ann", Stage::kDrawn));
  ASSERT_OK(draw(as("ann"), photo_, 50));
  ASSERT_OK_AND_ASSIGN(const BatchReport cancelled, cancel_panels(*project_, as("boss"), {}, {}));
  EXPECT_EQ(cancelled.done, 1);
  EXPECT_EQ(*store().waiting(Stage::kDrawn), 1);
  EXPECT_TRUE(stored(photo_).garments.empty());
  bring_to(WorkflowState::kExpert);
  EXPECT_ERROR(ask_panel(*project_, as("boss"), photo_, {2, {}}), ErrorCode::kRefused);  // it waits for an inspector
}

TEST_F(Panels, HowFarTheyAgreeIsMeasuredByOutlineAndByAttribute) {
  ask(2);
  answers("ann", 50);
  answers("amy", 50);
  ASSERT_OK_AND_ASSIGN(PanelAgreement agreement, panel_agreement(*project_, photo_, {}));
  ASSERT_EQ(agreement.photos.size(), 1u);
  EXPECT_EQ(agreement.photos[0].people, (std::vector<std::string>{"ann", "amy"}));
  EXPECT_DOUBLE_EQ(*agreement.mean_iou, 1);
  ASSERT_OK(merge_answers(*project_, as("boss"), photo_, {}));
  ask(3);
  labels("ann", Stage::kBasic, "colour", "black");
  labels("amy", Stage::kBasic, "colour", "black");
  labels("abe", Stage::kBasic, "colour", "navy");
  ASSERT_OK_AND_ASSIGN(agreement, panel_agreement(*project_, {}, {}));
  EXPECT_EQ(agreement.photos.size(), 2u) << "also what is merged";
  ASSERT_EQ(agreement.attributes.size(), 1u);
  EXPECT_EQ(agreement.attributes[0].attribute, "colour");
  EXPECT_EQ(agreement.attributes[0].units, 1u);
  EXPECT_EQ(agreement.attributes[0].measures[0].key, "percent");
  EXPECT_NEAR(*agreement.attributes[0].measures[0].measure.value, 1.0 / 3, 1e-12);
  EXPECT_TRUE(agreement.iou_interval.interval);
  ASSERT_OK_AND_ASSIGN(const PanelAgreement brief, summed_agreement(*project_, kFigureIntervals));
  ASSERT_EQ(brief.attributes.size(), 1u);
  ASSERT_EQ(brief.attributes[0].measures.size(), 1u);
  EXPECT_EQ(brief.attributes[0].measures[0].key, "krippendorff");
  const auto& all = agreement.attributes[0].measures;
  const auto alpha = std::find_if(all.begin(), all.end(), [](const auto& one) { return one.key == "krippendorff"; });
  ASSERT_NE(alpha, all.end());
  EXPECT_EQ(brief.attributes[0].measures[0].measure.value, alpha->measure.value);
  ASSERT_OK_AND_ASSIGN(const QualityRows rows, quality_rows(*project_, ""));
  ASSERT_OK_AND_ASSIGN(const QualityRows again, quality_rows(*project_, ""));
  ASSERT_EQ(rows.agreement.size(), 2u);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(rows.agreement[i].low, again.agreement[i].low) << "seeded";
    EXPECT_EQ(rows.agreement[i].high, again.agreement[i].high);
  }
}

TEST_F(Panels, AProjectOfOnePersonHasNobodyToAsk) {
  const testing::TemporaryFolder folder;
  auto project = Project::create(folder / "one.jaedan");
  ASSERT_OK(project);
  const auto ids = project->store().add_photos({Photo{{}, "a", folder / "a.png", 10, 10}});
  EXPECT_ERROR(ask_panel(*project, Actor::alone("mina"), ids->front(), {2, {}}), ErrorCode::kRefused);
  EXPECT_EQ(panel_agreement(*project, {}, {})->photos.size(), 0u);
}

}  // namespace
}  // namespace jaedan::workflow
