#include "labeling/edit/undo_history.h"

#include <algorithm>
#include <utility>

namespace jaedan {

namespace {

/// How much a deed weighs when several were done between two saves.
int weight_of(Deed deed) {
  switch (deed) {
    case Deed::kApprove:
    case Deed::kReturn: return 5;
    case Deed::kSubmit: return 4;
    case Deed::kImport:
    case Deed::kAccept: return 3;
    case Deed::kDraw: return 2;
    case Deed::kLabel: return 1;
    case Deed::kArrange:
    case Deed::kManage: return 0;
  }
  return 0;
}

}  // namespace

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

std::string UndoHistory::action_since_save() const {
  // Without a saved point nobody knows the way; its last step is what was done last.
  const std::size_t saved = saved_position_.value_or(position_ > 0 ? position_ - 1 : 0);
  const auto [first, last] = std::minmax(saved, position_);
  Deed heaviest = Deed::kArrange;
  for (std::size_t i = first; i < last; ++i) {
    if (weight_of(entries_[i].deed) > weight_of(heaviest)) heaviest = entries_[i].deed;
  }
  return position_ < saved ? undo_of(heaviest) : std::string(id_of(heaviest));
}

bool UndoHistory::worked_since_save() const {
  if (!saved_position_) return true;
  const auto [first, last] = std::minmax(*saved_position_, position_);
  const auto begin = entries_.begin() + static_cast<std::ptrdiff_t>(first);
  return std::any_of(begin, begin + static_cast<std::ptrdiff_t>(last - first),
                     [](const UndoEntry& entry) { return works(entry.deed); });
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
