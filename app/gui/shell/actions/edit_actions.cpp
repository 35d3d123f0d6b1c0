#include "app/gui/canvas/edit_target.h"
#include "app/gui/project/readings.h"
#include "app/gui/shell/actions/action.h"
#include "app/gui/shell/actions/action_context.h"
#include "app/gui/shell/actions/clipboard.h"
#include "app/gui/shell/actions/label_jobs.h"
#include "app/gui/shell/actions/task_work.h"
#include "labeling/edit/commands/reorder.h"
#include "labeling/edit/commands/set_flags.h"
#include "labeling/shape/shape_edits.h"

namespace jaedan::gui {
namespace {

/// Undo and redo of what the photo remembers; `swapped`: the entry changes the reading that is shown.
void after_history(const ActionContext& on, bool swapped, const Status& status) {
  if (!status) return on.state.tell(status.error());
  Document& shown = *on.document();
  on.state.view.selection.keep_existing(shown.session.annotation());
  reopen_proposals_of_restored(shown);
  if (swapped) {
    show_accepted_reading(shown);
    on.state.view.proposal.reset();
  }
  on.state.notice.hush();
}

void undo(const ActionContext& on) {
  if (on.tool_takes(ToolKey::kUndo)) return;
  if (undo_labels(on.state)) return;
  // One press takes back one: a key that is held goes through the steps of a photo, not through an hour of decisions.
  if (!on.state.last_decisions.empty() && on.ui.input.pressed_is_repeat) return;
  if (take_back_decision(on.state)) return;
  Document& shown = *on.document();
  if (const auto refused = shown.rejected.undo(shown.session.change_count())) {
    shown.reading = refused->reading;
    on.state.view.proposal.reset();
    return;
  }
  if (!on.state.may_change()) return;
  if (!shown.session.can_undo()) return on.state.tell(Text::kNothingToUndo);
  const bool swapped = shown.session.history().undo_entry().changes.has(Change::kReading);
  after_history(on, swapped, shown.session.undo(on.state.actor()));
}

void redo(const ActionContext& on) {
  if (on.tool_takes(ToolKey::kRedo)) return;
  Document& shown = *on.document();
  if (!on.state.may_change()) return;
  on.state.forget_what_was_done_elsewhere();
  if (!shown.session.can_redo()) return on.state.tell(Text::kNothingToRedo);
  const bool swapped = shown.session.history().redo_entry().changes.has(Change::kReading);
  after_history(on, swapped, shown.session.redo(on.state.actor()));
}

void join(const ActionContext& on) {
  const Annotation& annotation = on.document()->session.annotation();
  run_or_tell(on.ui,
              labeling::join_garments_into_first(annotation, on.state.view.selection.garments(), on.state.who.name));
}
/// The others, or what lies above, are taken out of the one that was selected first.
void cut_out(const ActionContext& on) {
  const Annotation& annotation = on.document()->session.annotation();
  run_or_tell(on.ui, labeling::cut_others_out(annotation, on.state.view.selection.garments(), on.state.who.name));
}

/// The vertex under the pointer, else what is selected.
void remove(const ActionContext& on) { on.tool_takes(ToolKey::kDelete); }

void toggle_flag(const ActionContext& on, bool hide) {
  const Selection& selection = on.state.view.selection;
  const Garment* garment = find_garment(on.document()->session.annotation(), selection.current());
  if (!garment) return;
  GarmentFlags flags;
  if (hide) {
    flags.hidden = !garment->hidden;
  } else {
    flags.locked = !garment->locked;
  }
  on.ui.ask.run(SetFlags(selection.garments(), flags));
}
void hide(const ActionContext& on) { toggle_flag(on, true); }
void lock(const ActionContext& on) { toggle_flag(on, false); }

void reorder(const ActionContext& on, ZMove move) {
  const Selection& selection = on.state.view.selection;
  if (!selection.empty()) on.ui.ask.run(Reorder(selection.current(), move));
}
void to_front(const ActionContext& on) { reorder(on, ZMove::kToFront); }
void to_back(const ActionContext& on) { reorder(on, ZMove::kToBack); }

void copy(const ActionContext& on) { copy_garments(on.state); }
void paste(const ActionContext& on) { paste_garments(on.state); }
void copy_previous(const ActionContext& on) { copy_from_previous(on.state); }
void duplicate(const ActionContext& on) { copy(on), paste(on); }

void save(const ActionContext& on) { on.document()->retry_at_s = 0; }

}  // namespace

ActionRows edit_actions() {
  return {
      {"undo", "Ctrl+Z", Text::kUndo, kPhoto | kDropsStroke | kRepeats, undo},
      {"redo", {"Ctrl+Shift+Z", "Ctrl+Shift+Z", "Ctrl+Y"}, Text::kRedo, kPhoto | kRepeats, redo},
      {"join", "J", Text::kJoin, kPhoto, join},
      {"cut_out", "Shift+J", Text::kCutOut, kPhoto, cut_out},
      {"delete", "Del", Text::kDelete, kPhoto, remove},
      {"hide", "H", Text::kHideShow, kPhoto, hide},
      {"lock", "L", Text::kLockUnlock, kPhoto, lock},
      {"to_front", "T", Text::kToFront, kPhoto, to_front},
      {"to_back", "Shift+T", Text::kToBack, kPhoto, to_back},
      {"copy", "Ctrl+C", Text::kCopy, kPhoto, copy},
      {"paste", "Ctrl+V", Text::kPaste, kPhoto, paste},
      {"copy_previous", "Ctrl+Shift+V", Text::kCopyPrevious, kPhoto, copy_previous},
      {"duplicate", "Ctrl+D", Text::kDuplicate, kPhoto, duplicate},
      {"save", "Ctrl+S", Text::kSaveNow, kPhoto, save},
  };
}

}  // namespace jaedan::gui
