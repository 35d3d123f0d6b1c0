#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

#include "labeling/store/program.h"
#include "tests/labeling/store/store_contract.h"

namespace jaedan::labeling {
namespace {

using testing::StoreContract;

constexpr std::int64_t kHour = 3600;

class StoreTasks : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    for (const char* name : {"boss", "kim", "lee"}) {
      const Result<User> user = store().add_user(name, Roles::all(), "");
      ASSERT_TRUE(user.ok());
      people_.push_back(user->id);
    }
  }
  UserId kim() const { return people_[1]; }
  UserId lee() const { return people_[2]; }
  static std::string in(std::int64_t seconds) { return utc_after(utc_now(), seconds); }

  TaskWish wish(UserId user, Stage stage = Stage::kDrawn) const { return {user, stage, std::nullopt, kHour, false}; }
  TaskWish wish(UserId user, PhotoId photo, Stage stage = Stage::kDrawn) const {
    return {user, stage, photo, kHour, false};
  }
  /// The photo that a claim gives, 0 for none.
  PhotoId claimed(const TaskWish& what, const std::string& now = utc_now()) {
    const auto task = store().claim(what, now);
    EXPECT_TRUE(task.ok()) << task.error().text();
    return task.ok() && *task ? (*task)->photo : PhotoId{};
  }
  void bring_to(PhotoId photo, WorkflowState state, UserId worker = {}) {
    Annotation annotation = load(photo);
    annotation.state = state;
    ChangeNote note{"kim", "edit"};
    note.worker = worker;
    ASSERT_OK(store().save(annotation, note, std::nullopt));
  }

  std::vector<UserId> people_;
};
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

TEST_P(StoreTasks, AClaimExpiresAndTheNextOneGetsThePhoto) {
  const PhotoId a = add_photo("a");
  EXPECT_EQ(claimed(wish(kim())), a);
  EXPECT_EQ(claimed(wish(lee()), in(kHour - 60)), PhotoId{});
  EXPECT_FALSE(*store().task_in_hand(a, in(kHour + 1)));
  EXPECT_TRUE(store().tasks_in_hand(kim(), {}, 10, in(kHour + 1))->empty());
  EXPECT_EQ(claimed(wish(lee()), in(kHour + 1)), a);
  EXPECT_EQ((*store().last_task(a, kim()))->state, TaskState::kExpired);
  EXPECT_EQ((*store().last_task(a, lee()))->state, TaskState::kClaimed);
}

TEST_P(StoreTasks, TheLogSaysWhatExpired) {
  const PhotoId a = add_photo("a");
  ASSERT_OK_AND_ASSIGN(const auto task, store().claim(wish(kim()), utc_now()));
  EXPECT_EQ(claimed(wish(lee()), in(kHour + 1)), a);
  ASSERT_OK_AND_ASSIGN(const auto records, store().search_log({}, std::nullopt, 10));
  ASSERT_EQ(records.size(), 1u);
  EXPECT_EQ(records[0].note.action, "expire");
  EXPECT_EQ(records[0].note.who, "kim");
  EXPECT_EQ(records[0].note.role, "");
  EXPECT_EQ(records[0].subject.kind, SubjectKind::kTask);
  EXPECT_EQ(records[0].subject.name, std::to_string(task->id.value));
  EXPECT_EQ(records[0].subject.photo, a);
  EXPECT_EQ(records[0].after, R"({"stage":"drawn","user":"kim","until":")" + task->expires_at + "\"}");
  EXPECT_EQ(testing::problems_of(store()), std::vector<std::string>{});
}

TEST_P(StoreTasks, ActiveTimeBeginsWithAClaim) {
  const PhotoId a = add_photo("a");
  ASSERT_OK(store().append_to_log({SubjectKind::kTask, "1", a}, {"kim", "claim"}, "{}"));
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  bring_to(a, WorkflowState::kNew);
  ASSERT_OK_AND_ASSIGN(const auto rows, store().work_counts({}));
  ASSERT_EQ(rows.size(), 1u) << "the claim itself is none";
  EXPECT_GE(rows[0].value.milliseconds, 20);
  EXPECT_EQ(testing::problems_of(store()), std::vector<std::string>{}) << "the same when it is counted anew";
}

TEST_P(StoreTasks, AClockThatIsALittleBehindNeitherGivesAPhotoAwayNorKeepsOne) {
  const PhotoId a = add_photo("a");
  const PhotoId b = add_photo("b");
  EXPECT_EQ(claimed(wish(kim()), in(30 * kHour)), a);
  EXPECT_EQ(claimed(wish(lee()), in(31 * kHour + 60)), a) << "kim's has expired";
  ASSERT_OK_AND_ASSIGN(const auto later, store().claim(wish(kim()), in(30 * kHour + 120)));
  ASSERT_TRUE(later);
  EXPECT_EQ(later->photo, b);
  EXPECT_GE(later->claimed_at, in(31 * kHour)) << "time does not go back";
  EXPECT_FALSE(*store().task_in_hand(a, in(32 * kHour + 120)));
  EXPECT_TRUE(*store().task_in_hand(a, in(30 * kHour + 120)));
}

TEST_P(StoreTasks, AClockThatWasFarAheadStopsNobodysTime) {
  const std::int64_t kYears = 1000 * 24 * kHour;
  const PhotoId a = add_photo("a");
  const PhotoId b = add_photo("b");
  const PhotoId c = add_photo("c");
  ASSERT_OK(store().set_quota(kim(), {0, 2}));
  EXPECT_EQ(claimed(wish(lee()), in(kYears)), a);
  ASSERT_OK_AND_ASSIGN(const auto today, store().claim(wish(kim()), utc_now()));
  EXPECT_EQ(today->photo, b);
  EXPECT_LE(today->claimed_at, in(60)) << "by the clock of who claims";
  EXPECT_EQ(claimed(wish(lee()), in(kHour + 60)), b) << "kim's has expired";
  EXPECT_EQ(claimed(wish(kim()), in(0)), c);
  EXPECT_ERROR(store().claim(wish(kim()), in(0)), ErrorCode::kRefused);  // two on a day
  EXPECT_EQ(claimed(wish(kim()), in(26 * kHour)), b) << "the next day is another one, and lee's has expired";
  ASSERT_OK_AND_ASSIGN(const auto loads, store().person_loads({in(26 * kHour), {}, {}}));
  ASSERT_EQ(loads.size(), 2u);
  EXPECT_EQ(loads[0].today, 1) << "kim";
  EXPECT_EQ(loads[1].today, 0) << "lee, whose wrong clock is no day of now";
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

TEST_P(StoreTasks, ASaveEndsTheTaskThatItNames) {
  const PhotoId a = add_photo("a");
  ASSERT_OK_AND_ASSIGN(const auto task, store().claim(wish(kim()), utc_now()));
  Annotation annotation = load(a);
  annotation.state = WorkflowState::kDrawn;
  ChangeNote note{"kim", "submit"};
  note.ends = task->id;
  ASSERT_OK(store().save(annotation, note, std::nullopt));
  EXPECT_EQ((*store().last_task(a, kim()))->state, TaskState::kSubmitted);
  EXPECT_FALSE(*store().task_in_hand(a, utc_now()));
  EXPECT_ERROR(store().save(load(a), note, std::nullopt), ErrorCode::kConflict);
  EXPECT_EQ(load(a).revision, 1) << "nothing of the save that failed";
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

TEST_P(StoreTasks, CommentsAreKeptWithTheirPlaceAndResolvedOnce) {
  const PhotoId a = add_photo("a");
  Comment comment;
  comment.photo = a;
  comment.who = "lee";
  comment.at = utc_now();
  comment.text = "소매가\n'빠졌음'";
  comment.place = Point{0.1, 33.25};
  comment.stage = Stage::kDrawn;
  comment.reason = ReturnReason::kOutline;
  ASSERT_OK_AND_ASSIGN(const CommentId id, store().add_comment(comment));
  Comment bare;
  bare.photo = a;
  bare.who = "kim";
  bare.text = "ok";
  ASSERT_OK(store().add_comment(bare));
  ASSERT_OK_AND_ASSIGN(const auto comments, store().comments(a));
  ASSERT_EQ(comments.size(), 2u);
  EXPECT_EQ(comments[0].id, id);
  EXPECT_EQ(comments[0].text, comment.text);
  EXPECT_EQ(comments[0].place, comment.place);
  EXPECT_EQ(comments[0].stage, Stage::kDrawn);
  EXPECT_EQ(comments[0].reason, ReturnReason::kOutline);
  EXPECT_FALSE(comments[1].place || comments[1].stage || comments[1].reason);
  ASSERT_OK(store().scale_places(a, 10, 2));
  EXPECT_EQ(store().comment(id)->place, (Point{1, 66.5}));
  EXPECT_FALSE(store().comment(comments[1].id)->place);
  EXPECT_ERROR(store().scale_places(PhotoId{99}, 2, 2), ErrorCode::kNotFound);
  ASSERT_OK(store().resolve_comment(id, "kim", utc_now()));
  ASSERT_OK(store().resolve_comment(id, "lee", utc_now()));
  EXPECT_EQ(store().comment(id)->resolved_by, "kim") << "who resolved it first";
  EXPECT_ERROR(store().comment(CommentId{99}), ErrorCode::kNotFound);
  EXPECT_ERROR(store().resolve_comment(CommentId{99}, "kim", utc_now()), ErrorCode::kNotFound);
  bare.text.clear();
  EXPECT_ERROR(store().add_comment(bare), ErrorCode::kInvalidArgument);
  bare.photo = PhotoId{99};
  bare.text = "x";
  EXPECT_ERROR(store().add_comment(bare), ErrorCode::kNotFound);
  EXPECT_EQ(testing::problems_of(store()), std::vector<std::string>{});
}

TEST(StoreClock, SecondsGoOverMidnightAndLeapDays) {
  EXPECT_EQ(utc_after("2028-02-28T23:59:59.250Z", 1), "2028-02-29T00:00:00.250Z");
  EXPECT_EQ(utc_after("2026-01-01T00:00:00.000Z", -1), "2025-12-31T23:59:59.000Z");
  EXPECT_EQ(utc_after("soon", 5), "soon");
}

}  // namespace
}  // namespace jaedan::labeling
