#pragma once

#include <cstdint>
#include <string>

#include "labeling/base/result.h"
#include "labeling/domain/annotation.h"
#include "labeling/edit/command.h"
#include "labeling/edit/undo_history.h"
#include "labeling/review/actor.h"

namespace jaedan {

/// One photo being worked on: its annotation, and everything that was done to it. The only door through
/// which an annotation changes: window, command line and tests all use it. Not thread-safe.
class EditSession {
 public:
  /// A history that does not belong to `annotation` (somebody changed the photo elsewhere) is dropped.
  EditSession(Photo photo, Annotation annotation, UndoHistory history = {});

  const Photo& photo() const { return photo_; }
  const Annotation& annotation() const { return annotation_; }
  const UndoHistory& history() const { return history_; }
  /// The history given at the start did not fit, so there is nothing to undo; tell the person.
  bool history_was_dropped() const { return history_was_dropped_; }

  /// Runs a command as one undo entry, when the workflow lets `actor` do it (labeling/review/state_machine.h), and
  /// moves the photo to the state that the table says and notes who handled which garment. A failed command, or one
  /// that changes nothing, leaves no trace.
  Status run(const Command& command, const Actor& actor);
  /// As `run`, but while the same gesture goes on (same `gesture` number, not 0) the entries become one.
  /// Entries are never merged across the saved point.
  Status run_in_gesture(const Command& command, std::int64_t gesture, const Actor& actor);
  /// Takes back what the gesture in progress did, as if it had never begun (Esc while dragging). Does
  /// nothing when the last entry is not of this gesture.
  Status abandon_gesture(std::int64_t gesture);

  bool can_undo() const { return history_.can_undo(); }
  bool can_redo() const { return history_.can_redo(); }
  /// kConflict when there is nothing to undo or redo, or when the step does not fit; kForbidden when the deed is none
  /// that `actor` may do, so may not take back either; kRefused, with a task in hand, for the decisions before it and
  /// for outlines that are locked then. Nothing changes then.
  Status undo(const Actor& actor);
  Status redo(const Actor& actor);

  /// +1 at every change, undo and redo included; the window redraws when it moves.
  std::int64_t change_count() const { return change_count_; }
  /// What the change log calls what was done since the last save (UndoHistory::action_since_save).
  std::string unsaved_action() const { return history_.action_since_save(); }
  bool modified() const { return !history_.at_saved_point(); }
  /// The present state goes to a save on another thread; editing may go on. End it with mark_saved or
  /// save_failed.
  void begin_save() { history_.begin_save(); }
  void save_failed() { history_.save_failed(); }
  /// The store has taken the present state – after begin_save(), the state of that moment – and gave it
  /// `revision`.
  void mark_saved(std::int64_t revision);

 private:
  Status step_back();

  Photo photo_;
  Annotation annotation_;
  UndoHistory history_;
  std::int64_t change_count_ = 0;
  bool history_was_dropped_ = false;
};

}  // namespace jaedan
