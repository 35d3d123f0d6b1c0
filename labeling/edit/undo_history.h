#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/edit/changes.h"
#include "labeling/edit/patch.h"
#include "labeling/review/deed.h"

namespace jaedan {

/// One undo entry.
struct UndoEntry {
  std::string name;  ///< Command::name
  Changes changes;
  Deed deed = Deed::kDraw;
  Patch patch;
  std::int64_t gesture = 0;  ///< 0: never merged
};

/// What was done, and how far back we stand. Unlimited. Knows which entry the stored annotation
/// corresponds to, and that this point can be lost when the entry is undone and something else done.
class UndoHistory {
 public:
  /// Adds what was just done and forgets what could be redone. An entry of the same gesture as the last
  /// one joins it, unless a save lies between them; when the two cancel out, both are gone.
  void push(UndoEntry entry);
  /// Forgets the last entry, for a gesture that was given up; call only when can_undo() and nothing can
  /// be redone. The caller has undone it.
  void drop_last();
  bool can_undo() const { return position_ > 0; }
  bool can_redo() const { return position_ < entries_.size(); }
  /// The entry to undo or redo next; call only when there is one.
  const UndoEntry& undo_entry() const { return entries_[position_ - 1]; }
  const UndoEntry& redo_entry() const { return entries_[position_]; }
  void step_back() { --position_; }
  void step_forward() { ++position_; }

  /// What the change log calls the way from the saved point to here: the id of the deed that weighs most on it
  /// (decisions before work, work before arranging), with "undo_" in front when it was taken back. When the saved point
  /// is lost, that of the last step. "arrange" when there is no way.
  std::string action_since_save() const;

  /// Whether work on the photo (review/deed.h) was done or taken back since the saved point; yes when that is lost.
  bool worked_since_save() const;

  bool at_saved_point() const { return saved_position_ == position_; }
  /// The store has what begin_save() was called for; without begin_save(), what is here now.
  void mark_saved();
  /// A save of the present state has been started and will take a while; editing may go on.
  void begin_save();
  /// The save that begin_save() announced did not succeed.
  void save_failed() { saving_ = false; }

  std::size_t position() const { return position_; }
  const std::vector<UndoEntry>& entries() const { return entries_; }

  /// The history as bytes, kept with the photo so that undo survives a restart (format: undo_history_io.cpp).
  /// Written for being stored together with the present annotation: what is read back stands at its saved
  /// point, and its gestures are over. The oldest entries are left out when it would take more than
  /// `most_memory` bytes to read it back.
  std::string to_bytes(std::size_t most_memory = kMostBytesInMemory) const;
  /// kCorrupt for anything `to_bytes` did not write.
  static Result<UndoHistory> from_bytes(std::string_view bytes);

  /// What a history may take in memory after reading; keeps damaged bytes from eating all of it.
  static constexpr std::size_t kMostBytesInMemory = std::size_t{256} << 20;

 private:
  bool can_join_last(const UndoEntry& entry) const;
  void forget_redo();

  std::vector<UndoEntry> entries_;
  std::size_t position_ = 0;
  std::optional<std::size_t> saved_position_ = 0;
  bool saving_ = false;
  std::optional<std::size_t> saving_position_;  ///< what begin_save() was called for; empty when lost since
};

}  // namespace jaedan
