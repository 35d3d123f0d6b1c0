// Who gets which photo, on every kind of store.
#include <algorithm>
#include <atomic>
#include <thread>

#include "tests/labeling/store/people/tasks_contract.h"

namespace jaedan::labeling {
namespace {

class StoreTasks : public testing::TasksContract {};
JAEDAN_FOR_ALL_STORES(StoreTasks);

TEST_P(StoreTasks, AClaimTakesTheOldestPhotoThatWaitsAndNobodyElseGetsIt) {
  const PhotoId a = add_photo("a");
  const PhotoId b = add_photo("b");
  const std::string now = utc_now();
  ASSERT_OK_AND_ASSIGN(const auto task, store().claim(wish(kim()), now));
  ASSERT_TRUE(task);
  EXPECT_EQ(task->photo, a);
  EXPECT_EQ(task->user, kim());
  EXPECT_EQ(task->state, TaskState::kClaimed);
  EXPECT_EQ(task->expires_at, utc_after(task->claimed_at, kHour));
  EXPECT_EQ(claimed(wish(lee())), b);
  EXPECT_EQ(claimed(wish(lee())), PhotoId{}) << "none is left";
  EXPECT_EQ(*store().waiting(Stage::kDrawn), 0);
  EXPECT_EQ((*store().task_in_hand(a, now))->user, kim());
  EXPECT_EQ(store().tasks_in_hand(lee(), {}, 10, now)->size(), 1u);
  EXPECT_EQ(store().tasks_in_hand({}, {}, 10, now)->size(), 2u);
  EXPECT_EQ(store().tasks_in_hand({}, {}, 1, now)->size(), 1u);
}

TEST_P(StoreTasks, ThePhotosInSomebodysHandsAreListedBesideOtherThingsThatAreAskedFor) {
  const PhotoId a = add_photo("a");
  add_photo("b");
  const PhotoId c = add_photo("c");
  EXPECT_EQ(claimed(wish(lee(), a)), a);
  EXPECT_EQ(claimed(wish(kim(), c)), c);
  using Names = std::vector<std::string>;
  PhotoFilter filter;
  filter.in_hands_of = "KIM";
  EXPECT_EQ(names(filter), Names{"c"}) << "a name is compared without case";
  EXPECT_EQ(*store().count(filter), 1);
  filter.text = "a";
  EXPECT_EQ(names(filter), Names{});
  filter.in_hands_of = "lee";
  EXPECT_EQ(names(filter), Names{"a"});
  ASSERT_OK_AND_ASSIGN(const auto in_order, store().list_in_order(filter, {PhotoKey::kName, true}, std::nullopt, 5));
  EXPECT_EQ(in_order.size(), 1u);
  filter.in_hands_of = "boss";
  EXPECT_EQ(names(filter), Names{});
  filter.in_hands_of = "nobody";
  EXPECT_EQ(names(filter), Names{});
  ASSERT_OK_AND_ASSIGN(const auto task, store().task_in_hand(a, utc_now()));
  ASSERT_OK(store().end_task(task->id, TaskState::kReleased, "", utc_now()));
  filter.in_hands_of = "lee";
  EXPECT_EQ(names(filter), Names{}) << "given back";
}

TEST_P(StoreTasks, PriorityGoesBeforeAge) {
  add_photo("a");
  const PhotoId b = add_photo("b");
  ASSERT_OK(store().set_priority(b, 5));
  EXPECT_EQ(claimed(wish(kim())), b);
}

TEST_P(StoreTasks, WhatTheModelIsLeastSureOfComesFirstWhereTheProjectSaysSo) {
  const PhotoId a = add_photo("a");
  const PhotoId b = add_photo("b");
  ASSERT_OK(store().save_prediction(a, testing::prediction_with_scores({0.9})));
  ASSERT_OK(store().save_prediction(b, testing::prediction_with_scores({0.4, 0.8})));
  QueueRules rules;
  rules.uncertain_first = true;
  ASSERT_OK(store().set_queue_rules(rules));
  EXPECT_EQ(claimed(wish(kim())), b);
}

TEST_P(StoreTasks, EachStageHasItsQueue) {
  const PhotoId a = add_photo("a");
  EXPECT_EQ(claimed(wish(kim(), Stage::kBasic)), PhotoId{});
  bring_to(a, WorkflowState::kDrawn);
  EXPECT_EQ(*store().waiting(Stage::kBasic), 1);
  EXPECT_EQ(claimed(wish(kim(), Stage::kDrawn)), PhotoId{});
  EXPECT_EQ(claimed(wish(kim(), Stage::kBasic)), a);
  EXPECT_EQ(*store().waiting(Stage::kBasic), 0);
}

TEST_P(StoreTasks, AReturnedPhotoWaitsWhereItWasSent) {
  const PhotoId a = add_photo("a");
  EXPECT_ERROR(store().set_returned_to(a, Stage::kBasic), ErrorCode::kRefused);
  bring_to(a, WorkflowState::kReturned);
  EXPECT_EQ(*store().returned_to(a), std::nullopt);
  ASSERT_OK(store().set_returned_to(a, Stage::kBasic));
  EXPECT_EQ(*store().returned_to(a), Stage::kBasic);
  EXPECT_EQ(claimed(wish(kim())), PhotoId{});
  bring_to(a, WorkflowState::kReturned);
  EXPECT_EQ(*store().returned_to(a), Stage::kBasic) << "work on it leaves it where it is";
  EXPECT_EQ(claimed(wish(kim(), Stage::kBasic)), a);
  bring_to(a, WorkflowState::kBasic);
  EXPECT_EQ(*store().returned_to(a), std::nullopt);
}

TEST_P(StoreTasks, AStageThatIsSwitchedOffHasNoQueueAndTheNextOneHasItsPhotos) {
  const PhotoId a = add_photo("a");
  bring_to(a, WorkflowState::kDrawn);
  QueueRules rules;
  rules.stages = StageSet().without(Stage::kBasic);
  rules.claim_seconds = 60;
  ASSERT_OK(store().set_queue_rules(rules));
  EXPECT_EQ(store().queue_rules()->stages, rules.stages);
  EXPECT_EQ(store().queue_rules()->claim_seconds, 60);
  EXPECT_EQ(claimed(wish(kim(), Stage::kBasic)), PhotoId{});
  EXPECT_EQ(claimed(wish(kim(), Stage::kExpert)), a);
  rules.claim_seconds = 0;
  EXPECT_ERROR(store().set_queue_rules(rules), ErrorCode::kInvalidArgument);
}

TEST_P(StoreTasks, AReleasedPhotoComesBackAndASkippedOneOnlyToOthers) {
  const PhotoId a = add_photo("a");
  const PhotoId b = add_photo("b");
  ASSERT_OK_AND_ASSIGN(auto task, store().claim(wish(kim()), utc_now()));
  ASSERT_OK(store().end_task(task->id, TaskState::kReleased, "", utc_now()));
  EXPECT_ERROR(store().end_task(task->id, TaskState::kReleased, "", utc_now()), ErrorCode::kConflict);
  ASSERT_OK_AND_ASSIGN(task, store().claim(wish(kim()), utc_now()));
  EXPECT_EQ(task->photo, a);
  ASSERT_OK(store().end_task(task->id, TaskState::kSkipped, "흐림", utc_now()));
  EXPECT_EQ((*store().last_task(a, kim()))->reason, "흐림");
  EXPECT_EQ(claimed(wish(kim())), b);
  EXPECT_EQ(claimed(wish(kim())), PhotoId{});
  EXPECT_EQ(claimed(wish(lee())), a);
}

TEST_P(StoreTasks, WhoWorkedOnAPhotoIsNotGivenItToInspect) {
  const PhotoId a = add_photo("a");
  bring_to(a, WorkflowState::kExpert, kim());
  EXPECT_TRUE(*store().worked_on(a, kim()));
  EXPECT_FALSE(*store().worked_on(a, lee()));
  EXPECT_EQ(claimed(wish(kim(), Stage::kInspect)), PhotoId{});
  EXPECT_ERROR(store().claim(wish(kim(), a, Stage::kInspect), utc_now()), ErrorCode::kRefused);
  EXPECT_EQ(claimed(wish(lee(), Stage::kInspect)), a);
}

TEST_P(StoreTasks, WhoEndedAStageOfWorkIsNotGivenThePhotoToInspectWhateverTheyChanged) {
  const PhotoId a = add_photo("a");
  ASSERT_OK_AND_ASSIGN(const auto drawing, store().claim(wish(kim()), utc_now()));
  ASSERT_OK(store().end_task(drawing->id, TaskState::kSubmitted, "", utc_now()));
  EXPECT_TRUE(*store().worked_on(a, kim()));
  bring_to(a, WorkflowState::kExpert);
  EXPECT_EQ(claimed(wish(kim(), Stage::kInspect)), PhotoId{});
  ASSERT_OK_AND_ASSIGN(const auto inspection, store().claim(wish(lee(), Stage::kInspect), utc_now()));
  ASSERT_OK(store().end_task(inspection->id, TaskState::kSubmitted, "", utc_now()));
  EXPECT_FALSE(*store().worked_on(a, lee())) << "an inspection is no work";
  ASSERT_OK_AND_ASSIGN(const auto given_back, store().claim(wish(people_[0], Stage::kInspect), utc_now()));
  ASSERT_OK(store().end_task(given_back->id, TaskState::kReleased, "", utc_now()));
  EXPECT_FALSE(*store().worked_on(a, people_[0]));
}

TEST_P(StoreTasks, APhotoIsClaimedByNameWhenItIsFreeAndWaits) {
  const PhotoId a = add_photo("a");
  const PhotoId b = add_photo("b");
  EXPECT_EQ(claimed(wish(kim(), b)), b);
  ASSERT_OK_AND_ASSIGN(const auto again, store().claim(wish(kim(), b), utc_now()));
  EXPECT_EQ(again->id, (*store().last_task(b, kim()))->id) << "the task that they have";
  EXPECT_ERROR(store().claim(wish(lee(), b), utc_now()), ErrorCode::kRefused);
  EXPECT_ERROR(store().claim(wish(lee(), a, Stage::kExpert), utc_now()), ErrorCode::kRefused);
  EXPECT_ERROR(store().claim(wish(lee(), PhotoId{99}), utc_now()), ErrorCode::kNotFound);
  EXPECT_ERROR(store().claim(wish(UserId{99}), utc_now()), ErrorCode::kNotFound);
  TaskWish endless = wish(lee());
  endless.seconds = 0;
  EXPECT_ERROR(store().claim(endless, utc_now()), ErrorCode::kInvalidArgument);
}

TEST_P(StoreTasks, AQuotaHoldsUnlessAManagerAssigns) {
  for (const char* name : {"a", "b", "c", "d"}) add_photo(name);
  ASSERT_OK(store().set_quota(kim(), {1, 2}));
  EXPECT_EQ(store().quota(kim())->most_a_day, 2);
  EXPECT_EQ(store().quota(lee())->most_open, 0);
  const std::string noon = utc_after(utc_now().substr(0, 10) + "T12:00:00.000Z", 24 * kHour);
  ASSERT_OK_AND_ASSIGN(const auto first, store().claim(wish(kim()), noon));
  EXPECT_ERROR(store().claim(wish(kim()), noon), ErrorCode::kRefused);
  ASSERT_OK(store().end_task(first->id, TaskState::kReleased, "", noon));
  ASSERT_OK_AND_ASSIGN(const auto second, store().claim(wish(kim()), noon));
  ASSERT_OK(store().end_task(second->id, TaskState::kReleased, "", noon));
  EXPECT_ERROR(store().claim(wish(kim()), noon), ErrorCode::kRefused);  // two on a day
  TaskWish assigned = wish(kim());
  assigned.assigned = true;
  EXPECT_NE(claimed(assigned, noon), PhotoId{});
  EXPECT_ERROR(store().set_quota(kim(), {-1, 0}), ErrorCode::kInvalidArgument);
}

TEST_P(StoreTasks, DeadlinesAreKept) {
  EXPECT_EQ(store().queue_rules()->deadline, "");
  QueueRules rules = *store().queue_rules();
  rules.deadline = "2026-12-31";
  ASSERT_OK(store().set_queue_rules(rules));
  ASSERT_OK(store().set_quota(kim(), {0, 0, "2026-11-30"}));
  EXPECT_EQ(store().queue_rules()->deadline, "2026-12-31");
  EXPECT_EQ(store().quota(kim())->deadline, "2026-11-30");
  EXPECT_EQ(store().quota(lee())->deadline, "");
  add_photo("a");
  EXPECT_NE(claimed(wish(kim()), "2026-12-05T12:00:00.000Z"), PhotoId{}) << "late work is work";
  for (const char* no_day : {"soon", "2026-02-30", "2026-1-1", "2026-01-31T00:00", " 2026-01-31"}) {
    SCOPED_TRACE(no_day);
    rules.deadline = no_day;
    EXPECT_ERROR(store().set_queue_rules(rules), ErrorCode::kInvalidArgument);
    EXPECT_ERROR(store().set_quota(kim(), {0, 0, no_day}), ErrorCode::kInvalidArgument);
  }
}

TEST_P(StoreTasks, AnEmptyProjectHasNothingToClaim) {
  for (const Stage stage : kAllStages) {
    EXPECT_EQ(*store().waiting(stage), 0);
    EXPECT_EQ(claimed(wish(kim(), stage)), PhotoId{});
  }
  EXPECT_ERROR(store().task_in_hand(PhotoId{1}, utc_now()), ErrorCode::kNotFound);
}

TEST_P(StoreTasks, TwoThreadsNeverClaimTheSamePhoto) {
  for (int i = 0; i < 40; ++i) add_photo("p" + std::to_string(i));
  std::unique_ptr<Store> other = GetParam().keeps ? another_connection() : nullptr;
  std::vector<PhotoId> got[2];
  const auto claim_all = [&](int who, Store& from) {
    while (true) {
      const auto task = from.claim(wish(people_[static_cast<std::size_t>(who) + 1]), utc_now());
      if (!task.ok() || !*task) break;
      got[who].push_back((*task)->photo);
    }
  };
  std::thread second([&] { claim_all(1, other ? *other : store()); });
  claim_all(0, store());
  second.join();
  std::vector<PhotoId> all = got[0];
  all.insert(all.end(), got[1].begin(), got[1].end());
  std::sort(all.begin(), all.end());
  EXPECT_EQ(all.size(), 40u);
  EXPECT_EQ(std::unique(all.begin(), all.end()), all.end());
}

}  // namespace
}  // namespace jaedan::labeling
