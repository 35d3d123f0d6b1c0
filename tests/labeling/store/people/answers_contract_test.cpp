// Answers of one person apart from the photo: panels and controls, on every kind of store.
#include <set>

#include "labeling/domain/clip_region.h"
#include "labeling/store/people/answer_rules.h"
#include "labeling/store/program.h"
#include "tests/labeling/store/store_contract.h"

namespace jaedan::labeling {
namespace {

using testing::StoreContract;

class StoreAnswers : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    for (const char* name : {"boss", "kim", "lee", "choi"}) {
      const Result<User> user = store().add_user(name, Roles::all(), "");
      ASSERT_TRUE(user.ok());
      people_.push_back(user->id);
    }
  }
  UserId kim() const { return people_[1]; }
  UserId lee() const { return people_[2]; }
  UserId choi() const { return people_[3]; }

  Result<std::optional<Task>> claim(UserId user, std::optional<PhotoId> photo = {}, Stage stage = Stage::kDrawn) {
    return store().claim({user, stage, photo, 3600, false}, utc_now());
  }
  Task claimed(UserId user, std::optional<PhotoId> photo = {}, Stage stage = Stage::kDrawn) {
    const auto task = claim(user, photo, stage);
    EXPECT_TRUE(task.ok()) << task.error().text();
    return task.ok() && *task ? **task : Task{};
  }
  Panel panel(PhotoId photo, int people) {
    const auto opened = store().open_panel(photo, Stage::kDrawn, people, utc_now());
    EXPECT_TRUE(opened.ok()) << opened.error().text();
    return opened.ok() ? *opened : Panel{};
  }
  Result<std::int64_t> answer(const Task& task, std::int64_t garments, bool submits) {
    Annotation annotation = store().answer(task.answer)->annotation;
    annotation.garments.clear();
    for (std::int64_t id = 1; id <= garments; ++id) annotation.garments.push_back(testing::garment(id, Part::kTop));
    ChangeNote note{"kim", submits ? "submit" : "draw"};
    note.worker = task.user;
    if (submits) note.ends = task.id;
    return store().save_answer(annotation, task.id, note, "history");
  }
  Control control_of(PhotoId photo) {
    Control control;
    control.photo = photo;
    control.stage = Stage::kDrawn;
    control.start.photo = photo;
    control.truth.photo = photo;
    control.truth.garments = {testing::garment(1, Part::kDress)};
    control.truth.state = WorkflowState::kApproved;
    return control;
  }

  std::vector<UserId> people_;
};
JAEDAN_FOR_ALL_STORES(StoreAnswers);

TEST_P(StoreAnswers, APanelGivesOnePhotoToAsManyAsWereAskedForAndToNobodyTwice) {
  const PhotoId a = add_photo("a");
  const PhotoId b = add_photo("b");
  const Panel opened = panel(b, 2);
  EXPECT_EQ(opened.free, 2);
  EXPECT_EQ(*store().waiting(Stage::kDrawn), 1) << "it is in no queue";
  const Task kims = claimed(kim());
  EXPECT_EQ(kims.photo, b) << "panels come first";
  ASSERT_TRUE(kims.answer);
  EXPECT_EQ(claimed(kim(), b).id, kims.id) << "the task that they have";
  const Task lees = claimed(lee(), b);
  EXPECT_NE(lees.answer, kims.answer);
  EXPECT_ERROR(claim(choi(), b), ErrorCode::kRefused);
  EXPECT_EQ(claimed(choi()).photo, a);
  EXPECT_FALSE(*store().task_in_hand(b, utc_now())) << "the photo itself is in nobody's hands";
  EXPECT_EQ((*store().task_of(b, lee(), utc_now()))->id, lees.id);
  EXPECT_FALSE(*store().task_of(b, choi(), utc_now()));
  EXPECT_EQ(store().tasks_in_hand(kim(), {}, 10, utc_now())->front().answer, kims.answer);
}

TEST_P(StoreAnswers, WhatOnePersonAnswersIsNeitherThePhotosWordNorAnothersAndStandsInTheLog) {
  const PhotoId a = add_photo("a");
  panel(a, 2);
  const Task kims = claimed(kim());
  const Task lees = claimed(lee());
  ASSERT_OK_AND_ASSIGN(const std::int64_t revision, answer(kims, 2, false));
  EXPECT_EQ(revision, 1);
  EXPECT_TRUE(load(a).garments.empty());
  EXPECT_EQ(load(a).revision, 0);
  EXPECT_TRUE(store().answer(lees.answer)->annotation.garments.empty());
  const Answer stored = *store().answer(kims.answer);
  EXPECT_EQ(stored.annotation.garments.size(), 2u);
  EXPECT_EQ(stored.annotation.answer, kims.answer);
  EXPECT_EQ(stored.annotation.revision, 1);
  EXPECT_EQ(stored.user, kim());
  EXPECT_FALSE(stored.submitted());
  EXPECT_EQ(*store().answer_history(kims.answer), "history");
  EXPECT_EQ(*store().answer_history(lees.answer), "");
  LogQuery query;
  query.kind = SubjectKind::kTask;
  query.name = std::to_string(kims.id.value);
  ASSERT_OK_AND_ASSIGN(const auto records, store().search_log(query, {}, 10));
  ASSERT_EQ(records.size(), 1u);
  EXPECT_EQ(records[0].subject.photo, a);
  EXPECT_EQ(testing::problems_of(store()), std::vector<std::string>{});
}

TEST_P(StoreAnswers, AnAnswerIsNoAnnotationAndAnAnnotationNoAnswer) {
  const PhotoId a = add_photo("a");
  panel(a, 2);
  const Task task = claimed(kim());
  Annotation theirs = store().answer(task.answer)->annotation;
  EXPECT_ERROR(store().save(theirs, {"kim", "draw"}), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(store().save_all({theirs}, {"kim", "draw"}), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(store().save_answer(load(a), task.id, {"kim", "draw"}, ""), ErrorCode::kInvalidArgument);
  theirs.revision = 7;
  EXPECT_ERROR(store().save_answer(theirs, task.id, {"kim", "draw"}, ""), ErrorCode::kConflict);
  theirs.answer = AnswerId{99};
  EXPECT_ERROR(store().save_answer(theirs, task.id, {"kim", "draw"}, ""), ErrorCode::kNotFound);
  EXPECT_ERROR(store().answer(AnswerId{99}), ErrorCode::kNotFound);
}

TEST_P(StoreAnswers, SubmittedAnswersAreCountedAndDone) {
  const PhotoId a = add_photo("a");
  const Panel opened = panel(a, 2);
  const Task kims = claimed(kim());
  const Task lees = claimed(lee());
  ASSERT_OK(answer(kims, 1, true));
  EXPECT_EQ((*store().panel_of(a))->submitted, 1);
  EXPECT_TRUE(store().answer(kims.answer)->submitted());
  EXPECT_EQ((*store().last_task(a, kim()))->state, TaskState::kSubmitted);
  EXPECT_ERROR(answer(kims, 2, false), ErrorCode::kRefused);
  EXPECT_ERROR(claim(kim(), a), ErrorCode::kRefused);
  EXPECT_TRUE(*store().worked_on(a, kim())) << "the photo is their work";
  ASSERT_OK(store().end_task(lees.id, TaskState::kSubmitted, "", utc_now()));
  EXPECT_TRUE((*store().panel_of(a))->complete()) << "also when nothing had to be saved";
  ASSERT_OK_AND_ASSIGN(const auto answers, store().answers_of(opened.id));
  ASSERT_EQ(answers.size(), 2u);
  EXPECT_EQ(answers[0].annotation.garments.size(), 1u);
}

TEST_P(StoreAnswers, AReleasedPlaceIsFreeAgainAndTheWorkIsKept) {
  const PhotoId a = add_photo("a");
  panel(a, 2);
  const Task kims = claimed(kim());
  claimed(lee());
  ASSERT_OK(answer(kims, 2, false));
  EXPECT_EQ((*store().panel_of(a))->free, 0);
  ASSERT_OK(store().end_task(kims.id, TaskState::kReleased, "", utc_now()));
  EXPECT_EQ((*store().panel_of(a))->free, 1);
  const Task again = claimed(kim());
  EXPECT_EQ(again.answer, kims.answer);
  EXPECT_EQ(store().answer(again.answer)->annotation.garments.size(), 2u);
  ASSERT_OK(store().end_task(again.id, TaskState::kSkipped, "흐림", utc_now()));
  EXPECT_FALSE(*claim(kim())) << "who skipped it is not offered it again";
  EXPECT_EQ(claimed(choi()).photo, a);
}

TEST_P(StoreAnswers, AnExpiredPlaceIsFreeAgain) {
  const PhotoId a = add_photo("a");
  panel(a, 2);
  claimed(kim());
  claimed(lee());
  const auto later = store().claim({choi(), Stage::kDrawn, {}, 3600, false}, utc_after(utc_now(), 4000));
  ASSERT_OK(later);
  ASSERT_TRUE(*later);
  EXPECT_EQ((*later)->photo, a);
  EXPECT_EQ((*store().panel_of(a))->free, 1);
}

TEST_P(StoreAnswers, APanelThatEndsGivesThePhotoBackAndMayBeOpenedAgain) {
  const PhotoId a = add_photo("a");
  const Panel first = panel(a, 2);
  const Task kims = claimed(kim());
  EXPECT_ERROR(store().open_panel(a, Stage::kDrawn, 3, utc_now()), ErrorCode::kRefused);
  EXPECT_ERROR(store().reopen_panel(first.id, utc_now()), ErrorCode::kConflict);
  ASSERT_OK(store().end_panel(first.id, PanelState::kMerged, 5, utc_now()));
  EXPECT_ERROR(store().end_panel(first.id, PanelState::kMerged, 5, utc_now()), ErrorCode::kConflict);
  EXPECT_EQ((*store().last_task(a, kim()))->state, TaskState::kReleased);
  EXPECT_EQ((*store().panel_of(a))->merged_revision, 5);
  EXPECT_EQ(*store().waiting(Stage::kDrawn), 1);
  EXPECT_EQ(store().answers_of(first.id)->front().id, kims.answer) << "what was said stays";
  ASSERT_OK(store().reopen_panel(first.id, utc_now()));
  EXPECT_EQ(*store().waiting(Stage::kDrawn), 0);
  ASSERT_OK(store().end_panel(first.id, PanelState::kCancelled, 0, utc_now()));
  EXPECT_FALSE(claimed(kim(), a).answer) << "a photo like any other";
  EXPECT_ERROR(store().open_panel(a, Stage::kDrawn, 2, utc_now()), ErrorCode::kRefused);  // in kim's hands
  EXPECT_ERROR(store().open_panel(add_photo("b"), Stage::kExpert, 2, utc_now()), ErrorCode::kRefused);
  EXPECT_ERROR(store().open_panel(PhotoId{99}, Stage::kDrawn, 2, utc_now()), ErrorCode::kNotFound);
  EXPECT_ERROR(store().open_panel(a, Stage::kDrawn, 1, utc_now()), ErrorCode::kInvalidArgument);
  EXPECT_EQ(store().panels({}, 10)->size(), 1u);
  EXPECT_TRUE(store().panels(first.id, 10)->empty());
}

TEST_P(StoreAnswers, OneOfSoManyClaimsIsAControlAndNobodyGetsTheSameTwice) {
  std::set<PhotoId> controls;
  for (int i = 0; i < 5; ++i) {
    const PhotoId photo = add_photo("known" + std::to_string(i));
    Annotation approved = load(photo);
    approved.garments = {testing::garment(1, Part::kDress)};
    approved.state = WorkflowState::kApproved;
    ASSERT_OK(store().save(approved, {"boss", "approve"}));
    ASSERT_OK(store().set_control(control_of(photo)));
    controls.insert(photo);
  }
  for (int i = 0; i < 60; ++i) add_photo("p" + std::to_string(i));
  QueueRules rules;
  rules.control_percent = 10;
  rules.control_seed = 42;
  ASSERT_OK(store().set_queue_rules(rules));
  EXPECT_EQ(store().queue_rules()->control_seed, 42);
  std::multiset<PhotoId> seen;
  int in_tens[4] = {};
  for (int i = 0; i < 40; ++i) {
    const Task task = claimed(kim());
    ASSERT_TRUE(task.id);
    if (!task.answer) continue;
    EXPECT_EQ(controls.count(task.photo), 1u);
    seen.insert(task.photo);
    ++in_tens[i / 10];
    EXPECT_TRUE(store().answer(task.answer)->annotation.garments.empty()) << "as it was before";
    ASSERT_OK(answer(task, 1, true));
  }
  EXPECT_EQ(seen.size(), 4u) << "exactly one in ten";
  for (const int count : in_tens) EXPECT_EQ(count, 1);
  for (const PhotoId photo : seen) EXPECT_EQ(seen.count(photo), 1u);
  for (const PhotoId photo : controls) {
    EXPECT_EQ(load(photo).garments.front().part, Part::kDress) << "the truth is never overwritten";
    EXPECT_EQ(load(photo).state, WorkflowState::kApproved);
  }
  EXPECT_EQ(store().control_answers({}, 10)->size(), 4u);
  EXPECT_EQ(testing::problems_of(store()), std::vector<std::string>{});
}

TEST_P(StoreAnswers, AControlThatWasGivenBackOrExpiredIsClaimedAgainByNameAsAnyOtherPhoto) {
  const PhotoId known = add_photo("known");
  Annotation approved = load(known);
  approved.garments = {testing::garment(1, Part::kDress)};
  approved.state = WorkflowState::kApproved;
  ASSERT_OK(store().save(approved, {"boss", "approve"}));
  ASSERT_OK(store().set_control(control_of(known)));
  for (int i = 0; i < 10; ++i) add_photo("p" + std::to_string(i));
  QueueRules rules;
  rules.control_percent = 15;
  ASSERT_OK(store().set_queue_rules(rules));
  Task control;
  for (int i = 0; i < 8 && !control.answer; ++i) control = claimed(kim());
  ASSERT_EQ(control.photo, known);
  ASSERT_OK(answer(control, 1, false));
  ASSERT_OK(store().end_task(control.id, TaskState::kReleased, "", utc_now()));
  EXPECT_ERROR(claim(lee(), known), ErrorCode::kRefused);  // who never had it is told what it is
  EXPECT_ERROR(claim(kim(), known, Stage::kBasic), ErrorCode::kRefused);
  const Task again = claimed(kim(), known);
  EXPECT_EQ(again.answer, control.answer) << "with the work of before";
  ASSERT_OK(answer(again, 1, true));
  EXPECT_ERROR(claim(kim(), known), ErrorCode::kRefused);  // it is done
}

TEST_P(StoreAnswers, ControlsAreKeptReplacedAndRemoved) {
  const PhotoId a = add_photo("a");
  Control control = control_of(a);
  ASSERT_OK(store().set_control(control));
  control.stage = Stage::kBasic;
  ASSERT_OK(store().set_control(control));
  control.truth.garments.push_back(testing::garment(2, Part::kTop));
  ASSERT_OK(store().set_control(control));
  ASSERT_OK_AND_ASSIGN(const auto controls, store().controls({}, 1));
  ASSERT_EQ(controls.size(), 2u) << "all stages of one photo";
  EXPECT_EQ(controls[1].truth, control.truth);
  EXPECT_TRUE(store().controls(a, 1)->empty());
  EXPECT_TRUE(*store().control(a, Stage::kDrawn));
  EXPECT_FALSE(*store().control(a, Stage::kExpert));
  EXPECT_TRUE(*store().remove_control(a));
  EXPECT_FALSE(*store().remove_control(a));
  control.stage = Stage::kInspect;
  EXPECT_ERROR(store().set_control(control), ErrorCode::kInvalidArgument);
  control = control_of(PhotoId{99});
  EXPECT_ERROR(store().set_control(control), ErrorCode::kNotFound);
  control.truth.photo = a;
  EXPECT_ERROR(store().set_control(control), ErrorCode::kInvalidArgument);
}

TEST_P(StoreAnswers, WithThePhotosSizeAllThatWasAnsweredAndItsControlsAreScaled) {
  const PhotoId a = add_photo("a");
  const PhotoId b = add_photo("b");
  panel(a, 2);
  panel(b, 2);
  const Task done = claimed(kim(), a);
  ASSERT_OK(answer(done, 1, true));
  const Task begun = claimed(lee(), a);
  ASSERT_OK(answer(begun, 1, false));
  const Task of_another = claimed(kim(), b);
  ASSERT_OK(answer(of_another, 1, false));
  Control control = control_of(a);
  control.start.garments = control.truth.garments;
  ASSERT_OK(store().set_control(control));
  const Annotation before = store().answer(begun.answer)->annotation;
  ASSERT_OK(store().scale_answers(a, 2, 3));
  const Region larger = scaled(testing::garment(1, Part::kTop).region, 2, 3);
  for (const Task& task : {done, begun}) {
    EXPECT_EQ(store().answer(task.answer)->annotation.garments.front().region, larger);
    EXPECT_EQ(*store().answer_history(task.answer), "") << "it speaks of the old size";
  }
  EXPECT_TRUE(store().answer(done.answer)->submitted());
  EXPECT_EQ(store().answer(of_another.answer)->annotation.garments.front().region,
            testing::garment(1, Part::kTop).region);
  EXPECT_ERROR(store().save_answer(before, begun.id, {"lee", "draw"}, ""), ErrorCode::kConflict);
  const std::optional<Control> now = *store().control(a, Stage::kDrawn);
  EXPECT_EQ(now->truth, scaled(control.truth, 2, 3));
  EXPECT_EQ(now->start, scaled(control.start, 2, 3));
  EXPECT_ERROR(store().scale_answers(PhotoId{99}, 2, 3), ErrorCode::kNotFound);
  EXPECT_EQ(testing::problems_of(store()), std::vector<std::string>{});
}

TEST_P(StoreAnswers, ABatchThatFailsTakesAnswersAndPanelsBack) {
  const PhotoId a = add_photo("a");
  EXPECT_FALSE(store()
                   .batch([&]() -> Status {
                     JAEDAN_RETURN_IF_ERROR(store().open_panel(a, Stage::kDrawn, 2, utc_now()));
                     return Error{ErrorCode::kCancelled, Message("no")};
                   })
                   .ok());
  EXPECT_FALSE(*store().panel_of(a));
  EXPECT_EQ(*store().waiting(Stage::kDrawn), 1);
}

}  // namespace
}  // namespace jaedan::labeling
