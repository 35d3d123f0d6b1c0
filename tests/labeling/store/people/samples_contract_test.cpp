// Samples of the inspection, and how far submissions are from proposals, on every kind of store.
#include "labeling/store/people/sample_rules.h"
#include "labeling/store/program.h"
#include "tests/labeling/store/store_contract.h"

namespace jaedan::labeling {
namespace {

using testing::StoreContract;

class StoreSamples : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    const Result<User> user = store().add_user("boss", Roles::all(), "");
    ASSERT_TRUE(user.ok());
    boss_ = user->id;
  }
  PhotoId waiting_photo(const std::string& name) {
    const PhotoId photo = add_photo(name);
    Annotation annotation = load(photo);
    annotation.state = WorkflowState::kExpert;
    save(annotation);
    return photo;
  }
  static Sample small_sample() {
    Sample sample;
    sample.at = utc_now();
    sample.percent = 12.5;
    sample.seed = 99;
    sample.stage = Stage::kBasic;
    sample.rule.most_returned = 1;
    return sample;
  }
  PhotoId claimed() {
    const auto task = store().claim({boss_, Stage::kInspect, {}, 3600, false}, utc_now());
    return task.ok() && *task ? (*task)->photo : PhotoId{};
  }

  UserId boss_;
};
JAEDAN_FOR_ALL_STORES(StoreSamples);

TEST_P(StoreSamples, TheRestIsHeldOutOfTheQueueUntilItIsDecided) {
  const PhotoId a = waiting_photo("a");
  const PhotoId b = waiting_photo("b");
  const PhotoId c = waiting_photo("c");
  EXPECT_EQ(*store().waiting_photos(Stage::kInspect, {}, 10), (std::vector<PhotoId>{a, b, c}));
  EXPECT_EQ(*store().waiting_photos(Stage::kInspect, a, 1), (std::vector<PhotoId>{b}));
  ASSERT_OK_AND_ASSIGN(
      const SampleId id,
      store().add_sample(small_sample(), {{a, boss_, false, 1, 0}, {b, boss_, true, 1, 0}, {c, {}, false, 1, 0}}));
  EXPECT_EQ(*store().waiting_photos(Stage::kInspect, {}, 10), (std::vector<PhotoId>{b}));
  save(load(c));
  EXPECT_EQ(*store().waiting(Stage::kInspect), 2) << "what is changed is held no more";
  EXPECT_EQ(claimed(), b);
  ASSERT_OK(store().set_sample_state(id, SampleState::kOpen, SampleState::kClosed));
  EXPECT_ERROR(store().set_sample_state(id, SampleState::kOpen, SampleState::kClosed), ErrorCode::kConflict);
  EXPECT_EQ(claimed(), a);
  EXPECT_TRUE(*store().task_in_hand(b, utc_now())) << "and what is in hand stays there";
}

TEST_P(StoreSamples, WhatAnotherSampleHoldsStaysWhenOneIsClosedOrUndone) {
  const PhotoId a = waiting_photo("a");
  const PhotoId b = waiting_photo("b");
  const PhotoId c = waiting_photo("c");
  const auto waits = [&] { return *store().waiting_photos(Stage::kInspect, {}, 10); };
  ASSERT_OK_AND_ASSIGN(const SampleId first,
                       store().add_sample(small_sample(), {{a, boss_, true, 1, 0}, {b, boss_, false, 1, 0}}));
  save(load(b));  // it waits again, and is drawn anew
  ASSERT_OK_AND_ASSIGN(const SampleId second,
                       store().add_sample(small_sample(), {{a, boss_, false, 1, 0}, {b, boss_, false, 2, 0}}));
  EXPECT_EQ(waits(), std::vector<PhotoId>{c});
  ASSERT_OK(store().set_sample_state(first, SampleState::kOpen, SampleState::kClosed));
  EXPECT_EQ(waits(), std::vector<PhotoId>{c}) << "both are the second one's";
  ASSERT_OK(store().set_sample_state(second, SampleState::kOpen, SampleState::kClosed));
  EXPECT_EQ(waits(), (std::vector<PhotoId>{a, b, c}));
  ASSERT_OK(store().add_sample(small_sample(), {{a, boss_, false, 1, 0}, {b, boss_, false, 2, 0}}));
  ASSERT_OK(store().set_sample_state(second, SampleState::kClosed, SampleState::kUndone));
  EXPECT_EQ(waits(), std::vector<PhotoId>{c}) << "the third one's";
}

TEST_P(StoreSamples, WhatChangedWhileTheSampleWasDrawnIsNotHeld) {
  const PhotoId a = waiting_photo("a");
  const PhotoId b = waiting_photo("b");
  save(load(a));
  ASSERT_OK(store().add_sample(small_sample(), {{a, boss_, false, 1, 0}, {b, boss_, false, 1, 0}}));
  EXPECT_EQ(*store().waiting_photos(Stage::kInspect, {}, 10), std::vector<PhotoId>{a});
}

TEST_P(StoreSamples, SamplesAreKeptWithTheirRuleAndPhotos) {
  const PhotoId a = waiting_photo("a");
  const PhotoId b = waiting_photo("b");
  ASSERT_OK_AND_ASSIGN(const SampleId id,
                       store().add_sample(small_sample(), {{a, boss_, true, 1, 0}, {b, boss_, false, 1, 0}}));
  ASSERT_OK_AND_ASSIGN(const Sample stored, store().sample(id));
  EXPECT_EQ(stored.percent, 12.5);
  EXPECT_EQ(stored.seed, 99);
  EXPECT_EQ(stored.stage, Stage::kBasic);
  EXPECT_EQ(stored.rule.most_returned, 1);
  EXPECT_FALSE(stored.rule.least_accepted_percent);
  EXPECT_EQ(stored.state, SampleState::kOpen);
  ASSERT_OK(store().set_approved_by_rule(id, b, 7));
  ASSERT_OK_AND_ASSIGN(const auto photos, store().sampled_photos(id, {}, 10));
  ASSERT_EQ(photos.size(), 2u);
  EXPECT_TRUE(photos[0].chosen);
  EXPECT_EQ(photos[1].approved, 7);
  EXPECT_EQ(photos[1].worker, boss_);
  EXPECT_EQ(store().sampled_photos(id, a, 10)->size(), 1u);
  EXPECT_EQ(store().samples({}, 10)->size(), 1u);
  EXPECT_TRUE(store().samples(id, 10)->empty());
  EXPECT_ERROR(store().sample(SampleId{9}), ErrorCode::kNotFound);
  EXPECT_ERROR(store().set_sample_state(SampleId{9}, SampleState::kOpen, SampleState::kClosed), ErrorCode::kNotFound);
  Sample wrong = small_sample();
  wrong.rule.least_accepted_percent = 101;
  EXPECT_ERROR(store().add_sample(wrong, {}), ErrorCode::kInvalidArgument);
  wrong = small_sample();
  wrong.percent = 0;
  EXPECT_ERROR(store().add_sample(wrong, {}), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(store().add_sample(small_sample(), {{PhotoId{99}, boss_, true, 1, 0}}), ErrorCode::kNotFound);
  EXPECT_EQ(store().samples({}, 10)->size(), 1u) << "nothing of one that failed";
  EXPECT_EQ(testing::problems_of(store()), std::vector<std::string>{});
}

TEST_P(StoreSamples, WhoSubmittedLastIsKnownByStage) {
  const PhotoId a = add_photo("a");
  EXPECT_FALSE(*store().last_submitted(a, std::nullopt));
  const auto task = store().claim({boss_, Stage::kDrawn, {}, 3600, false}, utc_now());
  ASSERT_OK(task);
  EXPECT_FALSE(*store().last_submitted(a, Stage::kDrawn));
  ASSERT_OK(store().end_task((*task)->id, TaskState::kSubmitted, "", utc_now()));
  EXPECT_EQ((*store().last_submitted(a, std::nullopt))->user, boss_);
  EXPECT_TRUE(*store().last_submitted(a, Stage::kDrawn));
  EXPECT_FALSE(*store().last_submitted(a, Stage::kBasic));
}

TEST_P(StoreSamples, DistancesFromProposalsAreKeptInTheirOrder) {
  const PhotoId a = add_photo("a");
  SubmittedDistance distance;
  distance.photo = a;
  distance.user = boss_;
  distance.stage = Stage::kBasic;
  distance.at = utc_now();
  distance.model = "net-1";
  distance.distance = {4, 1, 2, 1, 3, 0.1 + 0.2, 9, 5, 4, 2};
  ASSERT_OK(store().add_distance(distance));
  distance.user = {};
  ASSERT_OK(store().add_distance(distance));
  ASSERT_OK_AND_ASSIGN(const auto found, store().distances(0, 10));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].number, 1);
  EXPECT_EQ(found[0].photo, a);
  EXPECT_EQ(found[0].user, boss_);
  EXPECT_EQ(found[0].stage, Stage::kBasic);
  EXPECT_EQ(found[0].model, "net-1");
  EXPECT_EQ(found[0].distance, distance.distance);
  EXPECT_FALSE(found[1].user);
  EXPECT_EQ(store().distances(1, 10)->size(), 1u);
  distance.photo = PhotoId{99};
  EXPECT_ERROR(store().add_distance(distance), ErrorCode::kNotFound);
}

TEST(SampleRules, BothHoldWhereBothAreSaid) {
  SampleRule rule;
  rule.least_accepted_percent = 90;
  EXPECT_TRUE(rule.holds(9, 1));
  EXPECT_FALSE(rule.holds(8, 1));
  EXPECT_FALSE(rule.holds(0, 0)) << "nothing was inspected";
  EXPECT_FALSE(SampleRule().holds(10, 0)) << "without a rule nothing is approved by itself";
  rule.most_returned = 0;
  EXPECT_FALSE(rule.holds(9, 1));
  EXPECT_TRUE(rule.holds(9, 0));
}

}  // namespace
}  // namespace jaedan::labeling
