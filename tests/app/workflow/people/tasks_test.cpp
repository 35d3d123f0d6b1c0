// What happens between people: claims, expiry, submissions, returns.
#include "app/workflow/people/tasks.h"

#include <algorithm>
#include <string>
#include <vector>

#include "app/workflow/people/comments.h"
#include "app/workflow/people/held_tasks.h"
#include "app/workflow/photo/open_photo.h"
#include "tests/app/workflow/people/crew.h"

namespace jaedan::workflow {
namespace {

using Tasks = testing::Crew;
using labeling::TaskState;

TEST_F(Tasks, AWholePhotosWayByFourPeople) {
  const PhotoId photo = add_photo("a");
  ASSERT_OK(claim("ann", Stage::kDrawn));
  EXPECT_ERROR(submit_photo(*project_, photo, as("ann")), ErrorCode::kRefused);  // nothing is drawn
  ASSERT_OK(draw(as("ann"), photo));
  EXPECT_EQ(stored(photo).state, WorkflowState::kNew) << "with a task in hand work keeps the state";
  ASSERT_OK_AND_ASSIGN(const Submitted drawn, submit_photo(*project_, photo, as("ann")));
  EXPECT_EQ(drawn.next, Stage::kBasic);
  EXPECT_ERROR(submit_photo(*project_, photo, as("ann")), ErrorCode::kRefused);  // the task is over

  ASSERT_OK(claim("amy", Stage::kBasic));
  ASSERT_OK(label(as("amy"), photo, "colour", "black"));
  ASSERT_OK(submit_photo(*project_, photo, as("amy")));
  ASSERT_OK(claim("eve", Stage::kExpert));
  EXPECT_ERROR(submit_photo(*project_, photo, as("eve")), ErrorCode::kRefused);  // no category
  ASSERT_OK(label(as("eve"), photo, "category", "tshirt"));
  ASSERT_OK(submit_photo(*project_, photo, as("eve")));

  ASSERT_OK(claim("ian", Stage::kInspect));
  ReturnChoice choice;
  choice.stage = Stage::kDrawn;
  choice.reason = ReturnReason::kOutline;
  choice.text = "소매가 빠졌음";
  choice.place = Point{12, 20};
  ASSERT_OK(return_photo(*project_, photo, as("ian"), choice));
  EXPECT_EQ(*store().returned_to(photo), Stage::kDrawn);
  ASSERT_OK_AND_ASSIGN(const auto comments, store().comments(photo));
  ASSERT_EQ(comments.size(), 1u);
  EXPECT_EQ(comments[0].who, "ian");
  EXPECT_EQ(comments[0].reason, ReturnReason::kOutline);
  EXPECT_EQ(comments[0].place, choice.place);

  ASSERT_OK_AND_ASSIGN(const PhotoTask again, claim("amy", Stage::kDrawn));
  EXPECT_EQ(again.photo.id, photo);
  ASSERT_OK(draw(as("amy"), photo, 70));
  ASSERT_OK(resolve_comment(*project_, as("amy"), comments[0].id));
  ASSERT_OK(submit_photo(*project_, photo, as("amy")));
  EXPECT_EQ(stored(photo).state, WorkflowState::kDrawn);
  ASSERT_OK(claim("ann", Stage::kBasic));
  ASSERT_OK(submit_photo(*project_, photo, as("ann")));
  ASSERT_OK(claim("eve", Stage::kExpert));
  ASSERT_OK(submit_photo(*project_, photo, as("eve")));
  ASSERT_OK(claim("ian", Stage::kInspect));
  ASSERT_OK(approve_photo(*project_, photo, as("ian"), false));
  EXPECT_EQ(stored(photo).state, WorkflowState::kApproved);
  EXPECT_EQ((*store().last_task(photo, as("ian").user))->state, TaskState::kSubmitted);
  EXPECT_FALSE(*store().task_in_hand(photo, labeling::utc_now()));
}

TEST_F(Tasks, NobodyInspectsTheirOwnWorkNotEvenAManager) {
  const PhotoId photo = add_photo("a");
  ASSERT_OK(draw(as("boss"), photo));
  ASSERT_OK(label(as("boss"), photo, "category", "tshirt"));
  EXPECT_ERROR(approve_photo(*project_, photo, as("boss"), true), ErrorCode::kRefused);
  EXPECT_ERROR(return_photo(*project_, photo, as("boss")), ErrorCode::kRefused);
  ASSERT_OK_AND_ASSIGN(const BatchReport batch, approve_photos(*project_, {}, as("boss"), true, {}));
  EXPECT_EQ(batch.done, 0);
  // A window decides on the open photo and saves: refused where it is stored.
  ASSERT_OK_AND_ASSIGN(EditSession session, open_session(*project_, photo));
  ASSERT_OK(change_photo(session, as("boss"), approval(project_->taxonomy(), {}, true)));
  EXPECT_ERROR(save_photo(*project_, saved_state_of(session), as("boss")), ErrorCode::kRefused);
  EXPECT_NE(stored(photo).state, WorkflowState::kApproved);
}

TEST_F(Tasks, WhoSubmittedWhatWasPrefilledAsItWasDoesNotInspectIt) {
  const PhotoId photo = add_photo("a");
  ASSERT_OK(add_user(*project_, as("boss"), "all", Roles::all(), {}));
  ASSERT_OK(draw(as("ann"), photo));
  ASSERT_OK(label(as("ann"), photo, "colour", "black"));
  for (const Stage stage : {Stage::kBasic, Stage::kExpert}) {
    if (stage == Stage::kExpert) ASSERT_OK(label(as("eve"), photo, "category", "tshirt"));
    ASSERT_OK(claim("all", stage));
    ASSERT_OK(submit_photo(*project_, photo, as("all")));
  }
  ASSERT_EQ(next_stage(stored(photo).state, {}, {}), Stage::kInspect);
  EXPECT_ERROR(approve_photo(*project_, photo, as("all"), false), ErrorCode::kRefused);
  EXPECT_ERROR(claim("all", Stage::kInspect), ErrorCode::kRefused);
  EXPECT_OK(approve_photo(*project_, photo, as("ian"), false));
}

TEST_F(Tasks, AClaimThatExpiresWhileSomebodyDrawsKeepsTheWorkAndNotTheTask) {
  const PhotoId photo = add_photo("a");
  ASSERT_OK(claim_task(*project_, as("ann"), {Stage::kDrawn, {}, 3600}));
  ASSERT_OK(draw(as("ann"), photo, 50));
  // Time goes on: somebody's clock is two hours ahead.
  const auto later = labeling::utc_after(labeling::utc_now(), 7200);
  ASSERT_OK_AND_ASSIGN(const auto taken, store().claim({as("amy").user, Stage::kDrawn, {}, 7200, false}, later));
  ASSERT_TRUE(taken);
  EXPECT_EQ(taken->photo, photo);
  EXPECT_EQ(stored(photo).garments.size(), 1u) << "with the work of before";
  const auto refused = submit_photo(*project_, photo, as("ann"));
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().message.key, "people.task_expired");
  EXPECT_NE(refused.error().text().find("in the hands of amy"), std::string::npos) << refused.error().text();
  EXPECT_EQ(refused.error().text().find('Z'), std::string::npos) << "people have a clock on the wall";
  const auto of_amy = claim("ann", Stage::kDrawn, photo);
  ASSERT_FALSE(of_amy.ok());
  EXPECT_EQ(of_amy.error().message.key, "task.in_other_hands");
  EXPECT_EQ(of_amy.error().text().find('Z'), std::string::npos) << of_amy.error().text();
  EXPECT_ERROR(draw(as("ann"), photo, 60), ErrorCode::kRefused);
  ASSERT_OK(draw(as("amy"), photo, 70));
  EXPECT_OK(submit_photo(*project_, photo, as("amy")));
}

TEST_F(Tasks, WorkThatGoesOnAfterTheTimeIsUpDoesNotHandThePhotoOn) {
  const PhotoId photo = add_photo("a");
  ASSERT_OK(claim("ann", Stage::kDrawn));
  // Somebody with a clock two days ahead looks for work elsewhere: ann's task is over.
  const auto later = labeling::utc_after(labeling::utc_now(), 48 * 3600);
  ASSERT_OK(store().claim({as("boss").user, Stage::kInspect, {}, 1, false}, later));
  ASSERT_EQ((*store().last_task(photo, as("ann").user))->state, TaskState::kExpired);
  ASSERT_OK(draw(as("ann"), photo));
  EXPECT_EQ(stored(photo).state, WorkflowState::kNew);
  const auto late = submit_photo(*project_, photo, as("ann"));
  ASSERT_FALSE(late.ok());
  EXPECT_EQ(late.error().message.key, "people.task_expired");
  ASSERT_OK(claim("ann", Stage::kDrawn));
  EXPECT_OK(submit_photo(*project_, photo, as("ann")));
}

TEST_F(Tasks, WhatIsInSomebodysHandsIsLeftToThem) {
  const PhotoId photo = add_photo("a");
  ASSERT_OK(claim("ann", Stage::kDrawn));
  EXPECT_ERROR(draw(as("amy"), photo), ErrorCode::kRefused);
  EXPECT_ERROR(release_task(*project_, as("amy"), photo, {}), ErrorCode::kForbidden);
  ASSERT_OK_AND_ASSIGN(const labeling::Task task, release_task(*project_, as("boss"), photo, {}));
  EXPECT_EQ(task.state, TaskState::kReleased);
  EXPECT_ERROR(release_task(*project_, as("ann"), photo, {}), ErrorCode::kRefused);
  EXPECT_OK(draw(as("amy"), photo));
}

TEST_F(Tasks, WhoHasAPhotoIsSaidAlikeByEverythingThatIsRefused) {
  const PhotoId photo = add_photo("a");
  ASSERT_OK(claim("ann", Stage::kDrawn));
  const Status from_elsewhere = check_in_nobodys_hands(store(), photo);
  EXPECT_ERROR(from_elsewhere, ErrorCode::kRefused);
  EXPECT_NE(from_elsewhere.error().text().find("in the hands of ann"), std::string::npos);
  const auto work = task_to_work_on(*project_, as("amy"), photo);
  EXPECT_ERROR(work, ErrorCode::kRefused);
  EXPECT_EQ(work.error().text(), from_elsewhere.error().text());
  const auto release = release_task(*project_, as("amy"), photo, {});
  EXPECT_ERROR(release, ErrorCode::kForbidden);
  EXPECT_EQ(release.error().text(), from_elsewhere.error().text());
  EXPECT_EQ((*task_to_work_on(*project_, as("ann"), photo))->user, as("ann").user);
}

TEST_F(Tasks, SomebodyWhoIsDisabledInMidWorkStoresNothingMore) {
  const PhotoId photo = add_photo("a");
  ASSERT_OK(claim("ann", Stage::kDrawn));
  const Actor ann = as("ann");
  ASSERT_OK(draw(ann, photo));
  ASSERT_OK(set_disabled(*project_, as("boss"), "ann", true));
  EXPECT_ERROR(draw(ann, photo, 60), ErrorCode::kForbidden);
  EXPECT_ERROR(submit_photo(*project_, photo, ann), ErrorCode::kForbidden);
  EXPECT_ERROR(claim_task(*project_, ann, {}), ErrorCode::kForbidden);
  ASSERT_OK(claim("amy", Stage::kDrawn));  // which was given back
  EXPECT_EQ(stored(photo).garments.size(), 1u);
  EXPECT_OK(submit_photo(*project_, photo, as("amy")));
}

TEST_F(Tasks, WhatADisabledPersonHasInHandIsGivenBackAndLogged) {
  const PhotoId photo = add_photo("a");
  const PhotoId panel = add_photo("b");
  ASSERT_OK(store().open_panel(panel, Stage::kDrawn, 2, labeling::utc_now()));
  ASSERT_OK(claim("ann", Stage::kDrawn, photo));
  ASSERT_OK(claim("ann", Stage::kDrawn, panel));
  ASSERT_OK(draw(as("ann"), photo));
  ASSERT_OK(set_disabled(*project_, as("boss"), "ann", true));
  EXPECT_TRUE(tasks_in_hand(*project_, as("boss"), "")->empty());
  EXPECT_EQ(stored(photo).garments.size(), 1u);
  EXPECT_EQ((*store().panel_of(panel))->free, 2);
  labeling::LogQuery query;
  query.action = "release";
  ASSERT_OK_AND_ASSIGN(const auto records, store().search_log(query, std::nullopt, 10));
  ASSERT_EQ(records.size(), 2u);
  EXPECT_EQ(records[0].note.who, "boss");
  EXPECT_EQ(records[0].note.role, "manager");
  EXPECT_EQ(records[0].after, R"({"stage":"drawn","user":"ann","state":"released","reason":""})");
  ASSERT_OK(set_disabled(*project_, as("boss"), "ann", false));
  EXPECT_TRUE(tasks_of(*project_, as("ann"))->empty());
}

TEST_F(Tasks, AManagerSeesWhatEverybodyHasInHand) {
  add_photo("a");
  add_photo("b");
  ASSERT_OK(claim("ann", Stage::kDrawn));
  ASSERT_OK(claim("amy", Stage::kDrawn));
  ASSERT_OK_AND_ASSIGN(const auto all, tasks_in_hand(*project_, as("boss"), ""));
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].holder, "ann");
  EXPECT_EQ(all[1].holder, "amy");
  EXPECT_EQ(tasks_in_hand(*project_, as("boss"), "AMY")->size(), 1u);
  EXPECT_TRUE(tasks_in_hand(*project_, as("boss"), "boss")->empty());
  EXPECT_EQ(tasks_in_hand(*project_, as("ann"), "")->size(), 1u);
  EXPECT_EQ(tasks_in_hand(*project_, as("ann"), "Ann")->size(), 1u);
  EXPECT_ERROR(tasks_in_hand(*project_, as("ann"), "amy"), ErrorCode::kForbidden);
  EXPECT_ERROR(tasks_in_hand(*project_, as("boss"), "nobody"), ErrorCode::kNotFound);
}

TEST_F(Tasks, RolesWorkAtTheirStagesOnly) {
  add_photo("a");
  EXPECT_ERROR(claim("ian", Stage::kDrawn), ErrorCode::kForbidden);
  EXPECT_ERROR(claim("ann", Stage::kExpert), ErrorCode::kForbidden);
  EXPECT_ERROR(claim("eve", Stage::kInspect), ErrorCode::kForbidden);
  EXPECT_ERROR(claim("ann", Stage::kBasic), ErrorCode::kRefused);  // none waits there
  EXPECT_ERROR(set_queue_rules(*project_, as("ann"), {}), ErrorCode::kForbidden);
}

TEST_F(Tasks, AManagerAssigns) {
  const PhotoId a = add_photo("a");
  add_photo("b");
  ASSERT_OK(set_quota(*project_, as("boss"), "ann", {1, 0}));
  EXPECT_ERROR(assign_task(*project_, as("ann"), "ann", {Stage::kDrawn, a, {}}), ErrorCode::kForbidden);
  EXPECT_ERROR(assign_task(*project_, as("boss"), "nobody", {Stage::kDrawn, a, {}}), ErrorCode::kNotFound);
  EXPECT_ERROR(assign_task(*project_, as("boss"), "ian", {Stage::kDrawn, a, {}}), ErrorCode::kForbidden);
  ASSERT_OK_AND_ASSIGN(const BatchReport report,
                       assign_tasks(*project_, as("boss"), "ann", {Stage::kDrawn, {}, {}}, {}, {}));
  EXPECT_EQ(report.done, 2);
  EXPECT_ERROR(assign_task(*project_, as("boss"), "amy", {Stage::kDrawn, a, {}}), ErrorCode::kRefused);
}

TEST_F(Tasks, APhotoGoesBackToWhereWorkIsDoneOnly) {
  const PhotoId photo = add_photo("a");
  ASSERT_OK(draw(as("ann"), photo));
  ReturnChoice choice;
  choice.stage = Stage::kInspect;
  EXPECT_ERROR(return_photo(*project_, photo, as("ian"), choice), ErrorCode::kInvalidArgument);
  labeling::QueueRules rules;
  rules.stages = StageSet().without(Stage::kBasic);
  ASSERT_OK(set_queue_rules(*project_, as("boss"), rules));
  choice.stage = Stage::kBasic;
  EXPECT_ERROR(return_photo(*project_, photo, as("ian"), choice), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(claim("ann", Stage::kBasic), ErrorCode::kRefused);
  choice.stage = Stage::kExpert;
  choice.place = Point{500, 5};
  EXPECT_ERROR(return_photo(*project_, photo, as("ian"), choice), ErrorCode::kInvalidArgument);
  choice.text = "here";
  EXPECT_ERROR(return_photo(*project_, photo, as("ian"), choice), ErrorCode::kInvalidArgument);  // outside the photo
  EXPECT_EQ(stored(photo).state, WorkflowState::kDrawn) << "all of it or nothing";
  choice.place = Point{5, 5};
  ASSERT_OK(return_photo(*project_, photo, as("ian"), choice));
  choice.stage = Stage::kDrawn;
  ASSERT_OK(return_photo(*project_, photo, as("ian"), choice));
  EXPECT_EQ(*store().returned_to(photo), Stage::kDrawn) << "one that is returned may be sent elsewhere";
}

TEST_F(Tasks, AReturnedPhotoInSomebodysHandsIsNotSentElsewhere) {
  const PhotoId photo = add_photo("a");
  ASSERT_OK(claim("ann", Stage::kDrawn));
  ASSERT_OK(draw(as("ann"), photo));
  ASSERT_OK(submit_photo(*project_, photo, as("ann")));
  ReturnChoice drawing;
  drawing.stage = Stage::kDrawn;
  ASSERT_OK(return_photo(*project_, photo, as("ian"), drawing));
  ASSERT_OK(claim("amy", Stage::kDrawn, photo));
  ReturnChoice labels;
  labels.stage = Stage::kBasic;
  labels.reason = ReturnReason::kWrongLabel;
  for (const char* who : {"ian", "boss"}) {
    EXPECT_ERROR(return_photo(*project_, photo, as(who), labels), ErrorCode::kRefused);
  }
  EXPECT_EQ(*store().returned_to(photo), Stage::kDrawn);
  ASSERT_OK(release_task(*project_, as("amy"), photo, {}));
  ASSERT_OK(store().open_panel(photo, Stage::kDrawn, 2, labeling::utc_now()));
  EXPECT_ERROR(return_photo(*project_, photo, as("boss"), labels), ErrorCode::kRefused);  // several people do it
  EXPECT_TRUE(store().comments(photo)->empty()) << "all of it or nothing";
}

TEST_F(Tasks, WhatWasHandedOnIsNotTakenBackWithATaskInHand) {
  const PhotoId photo = add_photo("a");
  ASSERT_OK(claim("ann", Stage::kDrawn));
  ASSERT_OK(draw(as("ann"), photo));
  ASSERT_OK(submit_photo(*project_, photo, as("ann")));
  ASSERT_OK(claim("amy", Stage::kBasic));
  EXPECT_ERROR(edit_photo(*project_, photo, as("amy"),
                          [](EditSession& session, const Actor& acting) { return session.undo(acting); }),
               ErrorCode::kRefused);
  EXPECT_EQ(stored(photo).state, WorkflowState::kDrawn);
}

TEST(TasksAlone, AProjectOfOnePersonNeedsNoTask) {
  const jaedan::testing::TemporaryFolder folder;
  ASSERT_OK_AND_ASSIGN(Project project, Project::create(folder / "p.jaedan"));
  const Actor mina = Actor::alone("mina");
  const PhotoId photo = project.store().add_photos({Photo{{}, "a", folder / "a.png", 100, 100}})->front();
  EXPECT_ERROR(claim_task(project, mina, {}), ErrorCode::kRefused);
  EXPECT_ERROR(submit_photo(project, photo, mina), ErrorCode::kRefused);  // nothing is drawn
  ASSERT_OK(change_photo(project, photo, mina, [](const EditSession&) {
    return made(AddGarment(Part::kTop, Region{{{{10, 10}, {50, 10}, {50, 50}}}}, "mina"));
  }));
  ASSERT_OK(submit_photo(project, photo, mina));
  ASSERT_OK_AND_ASSIGN(const auto expert_asks, project.store().annotation(photo));
  EXPECT_EQ(expert_asks.state, WorkflowState::kBasic);
  EXPECT_ERROR(submit_photo(project, photo, mina), ErrorCode::kRefused);  // no category
  ASSERT_OK(change_photo(project, photo, mina, [](const EditSession& session) {
    return made(SetAttribute(session.annotation().garments[0].id, "category", "tshirt", "mina"));
  }));
  ASSERT_OK(submit_photo(project, photo, mina));
  EXPECT_ERROR(submit_photo(project, photo, mina), ErrorCode::kRefused);  // it waits for an inspector
  EXPECT_OK(approve_photo(project, photo, mina, false));
}

}  // namespace
}  // namespace jaedan::workflow
