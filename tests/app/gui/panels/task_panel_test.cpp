#include "app/gui/panels/review/task_panel.h"

#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include <memory>

#include "app/gui/panels/review/skip_dialog.h"
#include "labeling/store/program.h"
#include "tests/app/gui/panels/null_window.h"

namespace jaedan::gui::testing {
namespace {

HeldTask task_of(Stage stage, bool over = false) {
  HeldTask held;
  held.what.photo.id = PhotoId{7};
  held.what.task.stage = stage;
  held.what.task.expires_at = labeling::utc_after(labeling::utc_now(), 3600);
  held.over = over;
  return held;
}

struct ShownTask {
  explicit ShownTask(Stage stage, bool over = false) : held(task_of(stage, over)) {
    view = {&held, true, 1, {Stage::kDrawn, Stage::kBasic, Stage::kExpert, Stage::kInspect}, std::nullopt, false};
  }
  void operator()(const Ui& ui) { task_panel(ui, view); }

  HeldTask held;
  TaskView view;
};

TEST(TaskPanel, ItsButtonsAreInSightInEveryLook) {
  draw_in_all_looks(
      left_side, false, [] { return content_of(std::make_shared<ShownTask>(Stage::kExpert)); },
      [](const NullWindow& window) {
        for (const char* item : {"task.words", "task.submit", "task.release", "task.skip", "task.take_over",
                                 "task.next", "task.stage.drawn", "task.stage.inspect"}) {
          ASSERT_TRUE(window.shows(item)) << item << " " << name_of(window.looks());
        }
      });
}

TEST(TaskPanel, WhatMakesSenseIsOffered) {
  const auto shown_for = [](Stage stage, bool over) {
    NullWindow window;
    window.draw_panel(left_side(window), content_of(std::make_shared<ShownTask>(stage, over)));
    std::string shown;
    for (const char* item : {"submit", "take_over", "take", "skip"}) {
      if (window.shows(std::string("task.") + item)) shown += std::string(item) + " ";
    }
    return shown;
  };
  EXPECT_EQ(shown_for(Stage::kDrawn, false), "submit skip ");
  EXPECT_EQ(shown_for(Stage::kBasic, false), "submit take_over skip ");
  EXPECT_EQ(shown_for(Stage::kInspect, false), "skip ") << "the toolbar approves and returns";
  EXPECT_EQ(shown_for(Stage::kDrawn, true), "take ");
}

TEST(TaskPanel, EachButtonAsksForWhatItSays) {
  const std::pair<const char*, ActionId> kButtons[] = {{"task.submit", "submit_task"_action},
                                                       {"task.release", "release_task"_action},
                                                       {"task.skip", "skip_task"_action},
                                                       {"task.take_over", "take_over"_action},
                                                       {"task.next", "next_task"_action}};
  for (const auto& [button, action] : kButtons) {
    NullWindow window;
    const auto shown = std::make_shared<ShownTask>(Stage::kBasic);
    window.draw_panel(left_side(window), content_of(shown));
    window.press(button);
    window.draw_panel(left_side(window), content_of(shown));
    EXPECT_TRUE(window.asked_for(action)) << button;
  }
}

TEST(TaskPanel, AStageIsKeptToUntilItIsPressedAgain) {
  NullWindow window;
  const auto shown = std::make_shared<ShownTask>(Stage::kDrawn);
  window.draw_panel(left_side(window), content_of(shown));
  window.press("task.stage.basic");
  window.draw_panel(left_side(window), content_of(shown));
  ASSERT_TRUE(window.asked<KeepToStage>());
  EXPECT_EQ(window.asked<KeepToStage>()->stage, Stage::kBasic);
  shown->view.kept = Stage::kBasic;
  window.press("task.stage.basic");
  window.draw_panel(left_side(window), content_of(shown));
  EXPECT_EQ(window.asked<KeepToStage>()->stage, std::nullopt);
}

TEST(SkipDialog, GoesWithEnterAndNeverWithoutAReason) {
  Dialog dialog = Dialog::kSkipTask;
  SkipForm form;
  NullWindow window;
  const auto draw = [&] { window.draw([&](const Ui& ui) { skip_dialog(ui, dialog, form); }); };
  draw();
  ASSERT_TRUE(window.shows("skip.reason"));
  window.key(GLFW_KEY_ENTER);
  draw();
  EXPECT_FALSE(window.asked<SkipTask>());
  form.focus = true;
  draw();
  window.type("too dark");
  window.key(GLFW_KEY_ENTER);
  draw();
  ASSERT_TRUE(window.asked<SkipTask>());
  EXPECT_EQ(window.asked<SkipTask>()->reason, "too dark");
  EXPECT_EQ(dialog, Dialog::kNone);
}

}  // namespace
}  // namespace jaedan::gui::testing
