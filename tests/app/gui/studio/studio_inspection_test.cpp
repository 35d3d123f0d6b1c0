// An inspector at work in the review, in the real program, by keyboard.
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <regex>
#include <string>
#include <vector>

#include "labeling/store/program.h"
#include "tests/app/gui/studio/made_project.h"
#include "tests/app/gui/studio/studio_runner.h"
#include "tests/support/matchers.h"

namespace jaedan::gui::testing {
namespace {

const std::string kSignedIn =
    "wait idle\nwait widget sign_in.name\nwait 2\ntext ian\nkey Enter\nwait idle\nwait widget task.next\nwait idle\n";

class StudioInspection : public ::testing::Test {
 protected:
  static constexpr std::size_t kPhotos = 31;

  void SetUp() override {
    JAEDAN_REQUIRE_DISPLAY();
    const workflow::Project project = project_.open();
    labeling::Store& store = project.store();
    ASSERT_OK(store.add_user("boss", {Role::kManager}, {}));
    ASSERT_OK_AND_ASSIGN(const User ann, store.add_user("ann", {Role::kAnnotator}, {}));
    ASSERT_OK_AND_ASSIGN(const User ian, store.add_user("ian", {Role::kInspector}, {}));
    ian_ = ian.id;
    for (std::size_t i = 0; i < kPhotos; ++i) work_on(store, project_.photo(i), ann.id);
  }
  /// Drawn, submitted, labelled: the photo waits for the inspection.
  static void work_on(labeling::Store& store, PhotoId photo, UserId ann) {
    const Prediction prediction = made_prediction();
    ASSERT_OK(store.save_prediction(photo, prediction));
    Annotation annotation;
    annotation.photo = photo;
    annotation.state = WorkflowState::kDrawn;
    const std::vector<Proposal>& proposals = prediction.readings[0].garments;
    for (std::size_t i = 0; i < proposals.size(); ++i) {
      Garment garment;
      garment.id = GarmentId{static_cast<std::int64_t>(i) + 1};
      garment.part = proposals[i].part;
      garment.region = proposals[i].region;
      garment.region.rings[0][0].x -= 15;
      garment.region_provenance = Provenance::human("ann");
      annotation.garments.push_back(garment);
    }
    labeling::ChangeNote note{"ann", "submit"};
    note.worker = ann;
    ASSERT_OK_AND_ASSIGN(annotation.revision, store.save(annotation, note));
    annotation.state = WorkflowState::kExpert;
    for (Garment& garment : annotation.garments) {
      const char* category = garment.part == Part::kBottom ? "pants" : "tshirt";
      garment.attributes = {{"category", category, {}, Provenance::human("ann")},
                            {"colour", "black", {}, Provenance::human("ann")}};
    }
    ASSERT_OK(store.save(annotation, note));
  }
  WorkflowState state(std::size_t photo) const { return project_.annotation(photo).state; }

  MadeProject project_{kPhotos};
  UserId ian_;
};

/// The keys of one decision, as the lines of a script; the last one leads to the next photo.
struct Decision {
  std::vector<std::string> keys;
  bool returns() const { return keys.size() > 1; }
  std::string script() const {
    std::string lines;
    for (std::size_t i = 0; i < keys.size(); ++i) {
      const bool is_last = i + 1 == keys.size();
      lines += is_last ? "measure decided photo\n" : "";
      lines += "key " + keys[i] + (is_last ? "\nmeasured\nwait idle\n" : "\nwait widget return.words\n");
    }
    return lines;
  }
};

/// How long it took from the last key of each decision to the next photo, in ascending milliseconds.
std::vector<double> answers_in(const std::string& output) {
  static const std::regex answer("\"answer_ms\":\\s*([0-9.eE+-]+)");
  std::vector<double> times;
  for (std::sregex_iterator it(output.begin(), output.end(), answer), end; it != end; ++it) {
    times.push_back(std::stod((*it)[1]));
  }
  std::sort(times.begin(), times.end());
  return times;
}

TEST_F(StudioInspection, ThirtyPhotosAreDecidedByOneOrTwoKeysEach) {
  constexpr std::size_t kDecisions = 30;
  std::vector<Decision> decisions;
  std::string script = kSignedIn + "key F4\nkey F6\nwait idle\n";
  std::size_t keys = 0, most_keys = 0;
  for (std::size_t i = 0; i < kDecisions; ++i) {
    decisions.push_back(i % 3 != 1   ? Decision{{"Enter"}}
                        : i % 2 == 1 ? Decision{{"X", "1"}}    // the outline
                                     : Decision{{"X", "4"}});  // a wrong label
    script += decisions.back().script();
    keys += decisions.back().keys.size();
    most_keys = std::max(most_keys, decisions.back().keys.size());
  }
  const auto result = play(project_.path(), script);
  ASSERT_EQ(result.exit_code, 0) << result.err;
  const std::vector<double> times = answers_in(result.out);
  ASSERT_EQ(times.size(), kDecisions) << result.out;
  EXPECT_LE(most_keys, 2U);
  std::cout << kDecisions << " photos: " << static_cast<double>(keys) / kDecisions << " keys a decision (at most "
            << most_keys << "); from the last key to the next photo " << times[kDecisions / 2] << " ms (median), "
            << times[(kDecisions * 95 + 99) / 100 - 1] << " ms (p95)\n";

  const workflow::Project project = project_.open();
  labeling::Store& store = project.store();
  for (std::size_t i = 0; i < kDecisions; ++i) {
    const bool returned = decisions[i].returns();
    EXPECT_EQ(state(i), returned ? WorkflowState::kReturned : WorkflowState::kApproved) << i;
    EXPECT_EQ((*store.last_task(project_.photo(i), ian_))->state, labeling::TaskState::kSubmitted) << i;
    if (!returned) continue;
    const bool is_outline = decisions[i].keys.back() == "1";
    EXPECT_EQ(*store.returned_to(project_.photo(i)), is_outline ? Stage::kDrawn : Stage::kExpert) << i;
    ASSERT_OK_AND_ASSIGN(const auto why, store.comments(project_.photo(i)));
    ASSERT_EQ(why.size(), 1u) << i;
    EXPECT_EQ(why[0].who, "ian");
    EXPECT_EQ(why[0].reason, is_outline ? ReturnReason::kOutline : ReturnReason::kWrongLabel) << i;
  }
  EXPECT_EQ(state(kDecisions), WorkflowState::kExpert) << "nobody has decided on it";
  EXPECT_EQ(store.tasks_in_hand(ian_, {}, 10, labeling::utc_now())->size(), 1u) << "what is on screen, nothing ahead";
}

TEST_F(StudioInspection, ADecisionIsTakenBackAlsoAfterItsPhotoHasLeft) {
  const std::string decided = "key Enter\nwait idle\nkey X\nwait widget return.words\nkey 1\nwait idle\n";
  const auto result = play(project_.path(), kSignedIn + "key F4\nkey F6\nwait idle\n" + decided +
                                                "key Ctrl+Z\nwait idle\nkey Ctrl+Z\nwait idle\nkey Ctrl+Z\nwait "
                                                "idle\nkey X\nwait widget return.words\nkey 4\nwait idle\n");
  ASSERT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(state(0), WorkflowState::kReturned) << "it was on screen again";
  EXPECT_EQ(state(1), WorkflowState::kExpert);
  const workflow::Project project = project_.open();
  labeling::Store& store = project.store();
  std::vector<std::string> actions;
  const auto changes = store.changes(project_.photo(0));
  for (auto change = changes->end() - 3; change != changes->end(); ++change) actions.push_back(change->note.action);
  EXPECT_EQ(actions, (std::vector<std::string>{"approve", "undo_approve", "return"}));
  EXPECT_EQ(store.changes(project_.photo(1))->back().note.action, "undo_return");
  EXPECT_EQ((*store.last_task(project_.photo(1), ian_))->state, labeling::TaskState::kClaimed);
}

TEST_F(StudioInspection, ADecisionThatTheProjectRefusedIsTakenBackInTheWindow) {
  {
    const workflow::Project project = project_.open();
    labeling::Store& store = project.store();
    labeling::ChangeNote note{"boss", "label"};
    note.worker = store.user_named("boss").value()->id;
    ASSERT_OK(store.save(project_.annotation(0), note));  // nobody inspects their own work
  }
  const std::string as_boss =
      "wait idle\nwait widget sign_in.name\nwait 2\ntext boss\nkey Enter\nwait idle\nwait widget task.next\nwait "
      "idle\n";
  const auto result = play(project_.path(), as_boss +
                                                "key F4\nwait idle\nkey Enter\nwait widget status.unsaved\n"
                                                "key Ctrl+Z\nwait idle\n");
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(state(0), WorkflowState::kExpert);
  EXPECT_EQ(project_.open().store().changes(project_.photo(0))->back().note.action, "label");
}

TEST_F(StudioInspection, WhatWasTakenAheadGoesBackWhenTheProgramEnds) {
  ASSERT_EQ(play(project_.path(), kSignedIn + "key F4\nkey F6\nwait idle\n").exit_code, 0);
  const workflow::Project project = project_.open();
  ASSERT_OK_AND_ASSIGN(const auto in_hand, project.store().tasks_in_hand(ian_, {}, 10, labeling::utc_now()));
  ASSERT_EQ(in_hand.size(), 1u);
  EXPECT_EQ(in_hand[0].photo, project_.photo(0)) << "the one that was looked at stays";
}

TEST_F(StudioInspection, ACommentIsPinnedSaidAndSettled) {
  const std::string say =
      "image-click 100 120\nwait 2\npress comment.words\nwait 2\ntext the sleeve\nkey Enter\nwait idle\n";
  ASSERT_EQ(
      play(project_.path(), kSignedIn + "key F4\nkey F6\nwait idle\n" + say + "wait widget comment.1\n").exit_code, 0);
  {
    const workflow::Project project = project_.open();
    ASSERT_OK_AND_ASSIGN(const auto said, project.store().comments(project_.photo(0)));
    ASSERT_EQ(said.size(), 1u);
    EXPECT_EQ(said[0].text, "the sleeve");
    ASSERT_TRUE(said[0].place);
    EXPECT_NEAR(said[0].place->x, 100, 1);
    EXPECT_NEAR(said[0].place->y, 120, 1);
  }
  ASSERT_EQ(play(project_.path(), kSignedIn + "key F4\nwait idle\npress comment.1.resolve\nwait idle\n").exit_code, 0);
  ASSERT_OK_AND_ASSIGN(const auto settled, project_.open().store().comments(project_.photo(0)));
  EXPECT_EQ(settled[0].resolved_by, "ian");
}

TEST_F(StudioInspection, WhoGetsAPhotoBackSeesWhy) {
  const std::string returned = "image-click 100 120\nkey X\nwait widget return.words\nkey 1\nwait idle\n";
  ASSERT_EQ(play(project_.path(), kSignedIn + "key F4\nkey F6\nwait idle\n" + returned).exit_code, 0);
  const std::string as_ann =
      "wait idle\nwait widget sign_in.name\nwait 2\nkey Ctrl+A\ntext ann\nkey Enter\nwait idle\n";
  const auto result =
      play(project_.path(), as_ann + "wait widget task.next\nkey F6\nwait idle\nwait widget comment.1\n");
  EXPECT_EQ(result.exit_code, 0) << result.err;
}

}  // namespace
}  // namespace jaedan::gui::testing
