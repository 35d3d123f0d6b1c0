#include "labeling/edit/edit_session.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "labeling/edit/handling.h"
#include "labeling/review/state_machine.h"

namespace jaedan {
namespace {

/// Whether every step of `history`, back to its start and on to its end, can be taken from `annotation`.
bool fits(const UndoHistory& history, const Annotation& annotation) {
  const auto& entries = history.entries();
  Annotation back = annotation;
  for (std::size_t i = history.position(); i > 0; --i) {
    if (!apply_backward(entries[i - 1].patch, back).ok()) return false;
  }
  Annotation on = annotation;
  for (std::size_t i = history.position(); i < entries.size(); ++i) {
    if (!apply_forward(entries[i].patch, on).ok()) return false;
  }
  return true;
}

bool is_finite(const Region& region) {
  for (const Ring& ring : region.rings) {
    for (const Point& p : ring) {
      if (!std::isfinite(p.x) || !std::isfinite(p.y)) return false;
    }
  }
  return true;
}

/// What the history relies on, whatever a command does: garments can be told apart, coordinates compared.
Status check(const Annotation& before, const Annotation& after, const Patch& patch, const std::string& command) {
  if (after.photo != before.photo)
    return Error{ErrorCode::kInternal, "edit.photo_changed", "{0}: moved to another photo", {command}};
  std::set<GarmentId> ids;
  for (const Garment& garment : after.garments) {
    if (!garment.id)
      return Error{ErrorCode::kInternal, "edit.garment_without_id", "{0}: a garment without an id", {command}};
    if (!ids.insert(garment.id).second)
      return Error{ErrorCode::kInternal, "edit.id_twice", "{0}: two garments with id {1}", {command, garment.id.value}};
  }
  for (const GarmentChange& change : patch.garments) {
    if (change.after && !is_finite(change.after->region)) {
      return Error{ErrorCode::kInvalidArgument,
                   "edit.point_no_number",
                   "{0}: garment {1} would get a point that is not a number",
                   {command, change.after->id.value}};
    }
  }
  return {};
}

bool same_outlines(const Annotation& a, const Annotation& b) {
  return std::equal(
      a.garments.begin(), a.garments.end(), b.garments.begin(), b.garments.end(),
      [](const Garment& one, const Garment& other) { return one.id == other.id && one.region == other.region; });
}

/// Whether `actor` may take `deed` back, or do it again.
Status check_step(const Annotation& from, const Annotation& to, Deed deed, const Actor& actor) {
  JAEDAN_RETURN_IF_ERROR(check_role(actor, deed));
  if (!actor.stage) return {};
  if (decides(deed)) {
    return Error{ErrorCode::kRefused,
                 "history.of_another_stage",
                 "what was done before this task cannot be taken back with it in hand ({0})",
                 {message_of(*actor.stage)}};
  }
  return same_outlines(from, to) ? Status() : check_outlines(actor);
}

}  // namespace

EditSession::EditSession(Photo photo, Annotation annotation, UndoHistory history)
    : photo_(std::move(photo)), annotation_(std::move(annotation)), history_(std::move(history)) {
  if (!fits(history_, annotation_)) {
    history_ = {};
    history_was_dropped_ = true;
  }
}

Status EditSession::run(const Command& command, const Actor& actor) { return run_in_gesture(command, 0, actor); }

Status EditSession::run_in_gesture(const Command& command, std::int64_t gesture, const Actor& actor) {
  Annotation changed = annotation_;
  JAEDAN_RETURN_IF_ERROR(command.apply(changed));
  changed.revision = annotation_.revision;
  changed.state = annotation_.state;  // no command's business
  if (changed == annotation_ && !decides(command.deed())) return {};
  JAEDAN_ASSIGN_OR_RETURN(changed.state, state_after(actor, command.deed(), annotation_.state));
  if (!same_outlines(annotation_, changed)) JAEDAN_RETURN_IF_ERROR(check_outlines(actor));
  note_handling(annotation_, actor, command.deed(), changed);
  Patch patch = difference(annotation_, changed);
  JAEDAN_RETURN_IF_ERROR(check(annotation_, changed, patch, command.name()));
  if (patch.empty()) return {};
  history_.push({command.name(), command.changes(), command.deed(), std::move(patch), gesture});
  annotation_ = std::move(changed);
  ++change_count_;
  return {};
}

Status EditSession::abandon_gesture(std::int64_t gesture) {
  if (gesture == 0 || !can_undo() || history_.undo_entry().gesture != gesture) return {};
  // A saved or undone gesture is part of the story already; then only the way back is left.
  const bool is_in_progress = !can_redo() && !history_.at_saved_point();
  JAEDAN_RETURN_IF_ERROR(step_back());
  if (is_in_progress) {
    history_.step_forward();
    history_.drop_last();
  }
  return {};
}

Status EditSession::undo(const Actor& actor) {
  if (!can_undo()) return Error{ErrorCode::kConflict, "history.nothing_to_undo", "there is nothing to undo"};
  Annotation before = annotation_;
  JAEDAN_RETURN_IF_ERROR(apply_backward(history_.undo_entry().patch, before));
  JAEDAN_RETURN_IF_ERROR(check_step(annotation_, before, history_.undo_entry().deed, actor));
  return step_back();
}

Status EditSession::step_back() {
  JAEDAN_RETURN_IF_ERROR(apply_backward(history_.undo_entry().patch, annotation_));
  history_.step_back();
  ++change_count_;
  return {};
}

Status EditSession::redo(const Actor& actor) {
  if (!can_redo()) return Error{ErrorCode::kConflict, "history.nothing_to_redo", "there is nothing to redo"};
  Annotation after = annotation_;
  JAEDAN_RETURN_IF_ERROR(apply_forward(history_.redo_entry().patch, after));
  JAEDAN_RETURN_IF_ERROR(check_step(annotation_, after, history_.redo_entry().deed, actor));
  annotation_ = std::move(after);
  history_.step_forward();
  ++change_count_;
  return {};
}

void EditSession::mark_saved(std::int64_t revision) {
  annotation_.revision = revision;
  history_.mark_saved();
}

}  // namespace jaedan
