#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "app/gui/base/ui.h"
#include "app/gui/project/task_desk.h"

namespace jaedan::gui {

/// What the task panel says of a person's tasks.
struct TaskView {
  const HeldTask* here = nullptr;  ///< of the photo on screen; null: none
  bool has_photo = false;          ///< a photo is on screen
  std::size_t in_hand = 0;         ///< how many there are
  std::vector<Stage> stages;       ///< where the person may work
  std::optional<Stage> kept;       ///< the stage that the next task is of
  bool taken_over = false;         ///< its outlines may be changed although the stage locks them
};
TaskView task_view_of(const TaskDesk& desk, PhotoId shown, bool taken_over);

/// "Drawing · until 14:20", in the window's language; empty without a task.
std::string task_words(const Strings& text, const HeldTask* task);

/// Left, above the list of photos, in a project with users: the task in hand and what is done about it, and the way to
/// the next one. Asks for actions and for KeepToStage.
void task_panel(const Ui& ui, const TaskView& view);
/// In the middle, where a person has no photo in hand and sees no others.
void no_task_panel(const Ui& ui);

}  // namespace jaedan::gui
