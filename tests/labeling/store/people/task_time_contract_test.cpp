// How long somebody has a photo, on every kind of store.
#include <algorithm>
#include <chrono>
#include <thread>

#include "tests/labeling/store/people/tasks_contract.h"

namespace jaedan::labeling {
namespace {

class StoreTaskTime : public testing::TasksContract {};
JAEDAN_FOR_ALL_STORES(StoreTaskTime);

TEST_P(StoreTaskTime, AClaimExpiresAndTheNextOneGetsThePhoto) {
  const PhotoId a = add_photo("a");
  EXPECT_EQ(claimed(wish(kim())), a);
  EXPECT_EQ(claimed(wish(lee()), in(kHour - 60)), PhotoId{});
  EXPECT_FALSE(*store().task_in_hand(a, in(kHour + 1)));
  EXPECT_TRUE(store().tasks_in_hand(kim(), {}, 10, in(kHour + 1))->empty());
  EXPECT_EQ(claimed(wish(lee()), in(kHour + 1)), a);
  EXPECT_EQ((*store().last_task(a, kim()))->state, TaskState::kExpired);
  EXPECT_EQ((*store().last_task(a, lee()))->state, TaskState::kClaimed);
}

TEST_P(StoreTaskTime, TheLogSaysWhatExpired) {
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

TEST_P(StoreTaskTime, ActiveTimeBeginsWithAClaim) {
  const PhotoId a = add_photo("a");
  ASSERT_OK(store().append_to_log({SubjectKind::kTask, "1", a}, {"kim", "claim"}, "{}"));
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  bring_to(a, WorkflowState::kNew);
  ASSERT_OK_AND_ASSIGN(const auto rows, store().work_counts({}));
  ASSERT_EQ(rows.size(), 1u) << "the claim itself is none";
  EXPECT_GE(rows[0].value.milliseconds, 20);
  EXPECT_EQ(testing::problems_of(store()), std::vector<std::string>{}) << "the same when it is counted anew";
}

TEST_P(StoreTaskTime, AClockThatIsALittleBehindNeitherGivesAPhotoAwayNorKeepsOne) {
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

TEST_P(StoreTaskTime, AClockThatWasFarAheadStopsNobodysTime) {
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

TEST_P(StoreTaskTime, ASaveEndsTheTaskThatItNames) {
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

TEST(StoreClock, SecondsGoOverMidnightAndLeapDays) {
  EXPECT_EQ(utc_after("2028-02-28T23:59:59.250Z", 1), "2028-02-29T00:00:00.250Z");
  EXPECT_EQ(utc_after("2026-01-01T00:00:00.000Z", -1), "2025-12-31T23:59:59.000Z");
  EXPECT_EQ(utc_after("soon", 5), "soon");
}

}  // namespace
}  // namespace jaedan::labeling
