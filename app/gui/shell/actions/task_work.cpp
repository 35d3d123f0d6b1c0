#include "app/gui/shell/actions/task_work.h"

#include "app/gui/shell/actions/run_command.h"
#include "labeling/review/approval.h"
#include "labeling/review/state_machine.h"

namespace jaedan::gui {
namespace {

/// The desk of a project with users; else null, and the person is told.
TaskDesk* desk_of(StudioState& state) {
  if (!state.workspace) return nullptr;
  if (state.workspace->tasks().in_team()) return &state.workspace->tasks();
  state.tell(Text::kNoUsersHere);
  return nullptr;
}

/// The task on the photo on screen; else null, and the person is told.
const HeldTask* task_here(StudioState& state) {
  TaskDesk* const desk = desk_of(state);
  if (!desk) return nullptr;
  const HeldTask* const held = desk->on(state.workspace->current());
  if (!held) state.tell(Text::kNoTaskHere);
  return held;
}

/// A decision that the project refused is in the window alone, and goes by the photo's own undo. False when it is not.
bool dropped_refused(StudioState& state, PhotoId photo) {
  for (const auto& document : state.workspace->open_documents()) {
    EditSession& session = document->session;
    const bool is_refused = document->id() == photo && document->save_state == SaveState::kFailed &&
                            session.can_undo() && decides(session.history().undo_entry().deed);
    if (!is_refused) continue;
    if (const Status done = session.undo(state.who.looking()); !done) state.tell(done.error());
    state.workspace->photos().update(session.annotation());
    state.workspace->open(photo);
    return true;
  }
  return false;
}

}  // namespace

void next_task(StudioState& state) {
  if (!state.may_change()) return;
  if (TaskDesk* const desk = desk_of(state)) desk->next(state.workspace->current());
}

void take_photo(StudioState& state) {
  if (!state.document() || !state.may_change()) return;
  TaskDesk* const desk = desk_of(state);
  if (!desk) return;
  state.workspace->save_now();
  desk->take(state.workspace->current());
}

void submit_task(StudioState& state) {
  Document* const shown = state.document();
  if (!shown || !state.may_change()) return;
  const HeldTask* const held = task_here(state);
  if (!held) return;
  const Stage stage = held->what.task.stage;
  if (stage == Stage::kInspect) return approve_photo(state);
  const EditSession& session = shown->session;
  if (const Status content = may_submit(stage, session.photo(), session.annotation(), *state.taxonomy); !content) {
    return state.tell(content.error());
  }
  state.forget_what_was_done_elsewhere();
  state.workspace->save_now();
  state.workspace->tasks().submit(shown->id());
}

void release_task(StudioState& state) {
  if (!state.may_change() || !task_here(state)) return;
  state.workspace->save_now();
  state.workspace->tasks().release(state.workspace->current(), {});
}

void skip_task(StudioState& state, const std::string& reason) {
  if (!state.may_change() || !task_here(state)) return;
  state.workspace->save_now();
  state.workspace->tasks().release(state.workspace->current(), {true, reason});
}

void ask_why_returned(StudioState& state) {
  const Document* const shown = state.document();
  if (!shown || !state.may_change()) return;
  const auto allowed = state_after(state.actor(), Deed::kReturn, shown->session.annotation().state);
  if (!allowed.ok()) return state.tell(allowed.error());
  state.view.returned = {state.workspace->tasks().project_stages(), std::nullopt, state.view.review.words,
                         state.view.review.pin};
  state.view.dialog = Dialog::kReturn;
}

void return_with_reason(StudioState& state, const workflow::ReturnChoice& choice) {
  const Document* const shown = state.document();
  if (!shown || !state.may_change()) return;
  state.last_batch.clear();
  state.view.review.photo_changed();
  state.workspace->save_now();
  TaskDesk& desk = state.workspace->tasks();
  const bool leads_on = desk.on(shown->id()) != nullptr;
  desk.return_photo(shown->id(), choice);
  if (!leads_on && !state.workspace->step(+1, true)) state.workspace->step(+1, false);
}

bool take_back_decision(StudioState& state) {
  if (!state.workspace || state.last_decisions.empty()) return false;
  if (!state.may_change()) return true;
  const PhotoId photo = state.last_decisions.back();
  if (dropped_refused(state, photo)) {
    state.last_decisions.pop_back();
    return true;
  }
  if (const auto document = state.workspace->loaded(photo); document && !is_saved(*document)) {
    state.tell(Text::kDecisionOnItsWay);
    return true;
  }
  state.last_decisions.pop_back();
  state.workspace->save_now();
  state.workspace->tasks().take_back(photo);
  return true;
}

void toggle_take_over(StudioState& state) {
  const HeldTask* const held = task_here(state);
  if (!held) return;
  const Stage stage = held->what.task.stage;
  if (stage != Stage::kBasic && stage != Stage::kExpert) return state.tell(Text::kNothingToTakeOver);
  const PhotoId shown = state.workspace->current();
  state.taken_over = state.taken_over == shown ? PhotoId{} : shown;
  state.tell(state.taken_over ? Text::kTakenOver : Text::kNotTakenOver);
}

bool has_work_in_hand(const StudioState& state) {
  if (!state.workspace) return false;
  const HeldTask* const held = state.workspace->tasks().on(state.workspace->current());
  return held && held->what.task.stage != Stage::kInspect;
}

bool went_on_to_next_task(StudioState& state) {
  TaskDesk& desk = state.workspace->tasks();
  const PhotoId shown = state.workspace->current();
  if (!desk.on(shown)) return false;
  state.workspace->save_now();
  desk.decided(shown);
  desk.next(shown);
  return true;
}

}  // namespace jaedan::gui
