#include "app/gui/shell/actions/action.h"
#include "app/gui/shell/actions/action_context.h"
#include "app/gui/shell/actions/task_work.h"
#include "app/gui/shell/views/view.h"

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

void toggle_review(const ActionContext& on) { toggle_view("review", on.state); }
void toggle_manage(const ActionContext& on) {
  if (!on.state.who.roles.has(Role::kManager)) return on.state.tell(Text::kManagersOnly);
  toggle_view("manage", on.state);
}
void other_comparison(const ActionContext& on) {
  ReviewState& review = on.state.view.review;
  review.look = review.look == ReviewLook::kSwipe ? ReviewLook::kDifference : ReviewLook::kSwipe;
}
void other_version(const ActionContext& on) {
  const auto review = on.state.workspace->reviews().find(*on.document());
  if (!review || review->versions.empty()) return;
  on.state.view.review.version = (on.state.view.review.version + 1) % review->versions.size();
}
void undo_decision(const ActionContext& on) {
  if (on.ui.input.pressed_is_repeat) return;  // a key that is held must not take back an hour of decisions
  if (!take_back_decision(on.state)) on.state.tell(Text::kNothingToUndo);
}
void unpin(const ActionContext& on) { on.state.view.review.pin.reset(); }

}  // namespace

ActionRows task_actions() {
  return {
      {"next_task", "F6", Text::kNextTask, kProject | kShapeAside, take_next},
      {"submit_task", "Ctrl+Shift+Enter", Text::kSubmitTask, kPhoto | kNoShape, submit},
      {"release_task", "Shift+F7", Text::kReleaseTask, kPhoto | kShapeAside, release},
      {"skip_task", "F7", Text::kSkipTask, kPhoto | kShapeAside, ask_why_skipped},
      {"take_photo", "Shift+F6", Text::kTakePhoto, kPhoto | kShapeAside, take_this},
      {"take_over", "F8", Text::kTakeOver, kPhoto | kNoShape, take_outlines_over},
      {"review", "F4", Text::kShowReview, kProject, toggle_review},
      {"manage", "Shift+F3", Text::kShowManage, kProject, toggle_manage, {MenuSection::kFiles, "menu.manage"}},
      // Where photos are reviewed other keys lead to these (views/view_table.cpp).
      {"other_comparison", "", Text::kOtherComparison, kPhoto, other_comparison},
      {"other_version", "", Text::kOtherVersion, kPhoto, other_version},
      {"unpin", "", Text::kUnpin, kPhoto, unpin},
      {"undo_decision", "", Text::kTakeBackDecision, kProject | kShapeAside, undo_decision},
  };
}

}  // namespace jaedan::gui
