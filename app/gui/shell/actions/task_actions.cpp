#include "app/gui/shell/actions/action.h"
#include "app/gui/shell/actions/action_context.h"
#include "app/gui/shell/actions/task_work.h"

namespace jaedan::gui {
namespace {

void take_next(const ActionContext& on) { next_task(on.state); }
void take_this(const ActionContext& on) { take_photo(on.state); }
void submit(const ActionContext& on) { submit_task(on.state); }
void release(const ActionContext& on) { release_task(on.state); }
void ask_why_skipped(const ActionContext& on) {
  if (!on.state.workspace->tasks().on(on.state.workspace->current())) return on.state.tell(Text::kNoTaskHere);
  on.state.view.skip = {};
  on.state.view.dialog = Dialog::kSkipTask;
}
void take_outlines_over(const ActionContext& on) { toggle_take_over(on.state); }

}  // namespace

ActionRows task_actions() {
  return {
      {"next_task", "F6", Text::kNextTask, kProject | kShapeAside, take_next},
      {"submit_task", "Ctrl+Shift+Enter", Text::kSubmitTask, kPhoto | kNoShape, submit},
      {"release_task", "Shift+F7", Text::kReleaseTask, kPhoto | kShapeAside, release},
      {"skip_task", "F7", Text::kSkipTask, kPhoto | kShapeAside, ask_why_skipped},
      {"take_photo", "Shift+F6", Text::kTakePhoto, kPhoto | kShapeAside, take_this},
      {"take_over", "F8", Text::kTakeOver, kPhoto | kNoShape, take_outlines_over},
  };
}

}  // namespace jaedan::gui
