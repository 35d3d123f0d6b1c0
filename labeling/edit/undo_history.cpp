#include "labeling/edit/undo_history.h"

#include <utility>

namespace jaedan {

bool UndoHistory::can_join_last(const UndoEntry& entry) const {
  if (entry.gesture == 0 || !can_undo() || can_redo()) return false;
  // Joining would change what the saved point means: the photo would count as saved although it is not.
  const bool save_lies_between = at_saved_point() || (saving_ && saving_position_ == position_);
  return !save_lies_between && undo_entry().gesture == entry.gesture;
}

void UndoHistory::forget_redo() {
  entries_.resize(position_);
  if (saved_position_ && *saved_position_ > position_) saved_position_.reset();
  if (saving_position_ && *saving_position_ > position_) saving_position_.reset();
}

void UndoHistory::push(UndoEntry entry) {
  if (can_join_last(entry)) {
    UndoEntry& last = entries_.back();
    last.patch = merged(last.patch, entry.patch);
    if (last.patch.empty()) drop_last();
    return;
  }
  forget_redo();
  entries_.push_back(std::move(entry));
  ++position_;
}

void UndoHistory::drop_last() {
  --position_;
  forget_redo();
}

void UndoHistory::begin_save() {
  saving_ = true;
  saving_position_ = position_;
}

void UndoHistory::mark_saved() {
  saved_position_ = saving_ ? saving_position_ : position_;
  saving_ = false;
}

}  // namespace jaedan
