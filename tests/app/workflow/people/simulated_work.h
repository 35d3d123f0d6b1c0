#pragma once

#include <map>

#include "app/workflow/quality/controls.h"
#include "app/workflow/quality/samples.h"
#include "tests/app/workflow/people/simulated_team.h"

namespace jaedan::testing {

/// The way of a simulated project from its first photo to its last, stage by stage.
class SimulatedWork : public SimulatedTeam {
 protected:
  static constexpr std::size_t kControls = 24;
  static constexpr std::size_t kPanels = 40;      ///< photos that all annotators draw, and as many that all label
  static constexpr std::int64_t kInSample = 120;  ///< about so many are left to a sample

  /// The manager does some photos without fault, inspectors approve them, and they become controls.
  void make_controls() {
    for (std::size_t i = 0; i < kControls; ++i) {
      for (const Stage stage : {Stage::kDrawn, Stage::kBasic, Stage::kExpert}) {
        ASSERT_OK_AND_ASSIGN(const auto task, claim("boss", stage, photos_[i]));
        do_task("boss", task);
      }
      ASSERT_OK_AND_ASSIGN(const auto task, claim(kInspectors[i % 2], Stage::kInspect, photos_[i]));
      EXPECT_ERROR(workflow::approve_photo(*project_, photos_[i], as("boss"), true), ErrorCode::kRefused);
      do_task(kInspectors[i % 2], task);
    }
    labeling::PhotoFilter filter;
    filter.state = WorkflowState::kApproved;
    ASSERT_OK_AND_ASSIGN(const auto added, workflow::add_controls(*project_, as("boss"), filter, {}, {}));
    ASSERT_EQ(added.done, static_cast<std::int64_t>(kControls));
    ASSERT_OK(workflow::set_control_share(*project_, as("boss"), 15, 7));
    for (std::size_t i = 0; i < kControls; ++i) true_controls_[photos_[i]] = stored(photos_[i]);
  }

  /// All annotators do the photos from `first` on, unseen by each other, and then the others of the stage.
  void do_stage_with_panels(std::size_t first, Stage stage) {
    for (std::size_t i = first; i < first + kPanels; ++i) {
      ASSERT_OK(workflow::ask_panel(*project_, as("boss"), photos_[i], {static_cast<int>(kAnnotators.size()), stage}));
    }
    const Annotation before = stored(photos_[first]);
    round(kAnnotators, stage);
    EXPECT_EQ(stored(photos_[first]), before) << "what one of them says is not there for the next";
    work_off(kAnnotators, stage);
    merge_panels();
    work_off(kAnnotators, stage);
    EXPECT_EQ(*store().waiting(stage), 0);
  }

  /// Inspectors decide most photos one by one, and of the last ones a sample.
  void inspect_with_a_sample(const Names& inspectors) {
    while (*store().waiting(Stage::kInspect) > kInSample && round(inspectors, Stage::kInspect) > 0) continue;
    workflow::SampleChoice choice;
    choice.percent = 25;
    choice.stage = Stage::kExpert;
    choice.rule.least_accepted_percent = 50;
    ASSERT_OK_AND_ASSIGN(const auto drawn, workflow::draw_inspection_sample(*project_, as("boss"), choice));
    EXPECT_EQ(*store().waiting(Stage::kInspect), static_cast<std::int64_t>(drawn.chosen.size()));
    work_off(inspectors, Stage::kInspect);
    ASSERT_OK_AND_ASSIGN(const auto closed, workflow::close_sample(*project_, as("boss"), drawn.sample.id, {}, {}));
    EXPECT_TRUE(closed.failed.empty());
    std::int64_t by_rule = 0;
    const auto sampled = store().sampled_photos(drawn.sample.id, {}, 1000).value();
    for (const auto& photo : sampled) {
      if (photo.approved == 0) continue;
      ++by_rule;
      note(photo.photo, "boss", "approve_by_rule", std::nullopt);
    }
    EXPECT_EQ(closed.done, by_rule);
  }

  /// What was sent back goes its way again, until nothing is left.
  void finish(const Names& inspectors) {
    for (int lap = 0; lap < 10 && approved() < kPhotos && !HasFatalFailure(); ++lap) {
      work_off(inspectors, Stage::kInspect);
      work_off(kAnnotators, Stage::kDrawn);
      work_off(kAnnotators, Stage::kBasic);
      work_off(kExperts, Stage::kExpert);
    }
  }

  std::map<PhotoId, Annotation> true_controls_;  ///< as they were when they became controls
};

}  // namespace jaedan::testing
