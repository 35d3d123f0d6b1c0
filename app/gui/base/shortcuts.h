#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/gui/base/actions.h"
#include "app/gui/base/input_queue.h"

namespace jaedan::gui {

/// How the help overlay groups the keys.
enum class ShortcutGroup { kPhotos, kDraw, kEdit, kLabel, kReview, kView };

/// One key and what it does.
struct Shortcut {
  const char* id = "";  ///< under which a person's own key for it is remembered
  Chord chord;          ///< key 0: none
  Ask ask = Ask::kCancel;
  Text text = Text::kCount;
  ShortcutGroup group = ShortcutGroup::kView;
  bool repeats = false;  ///< holding the key does it again
  bool changed = false;  ///< the person chose it
};

/// All keys of a preset; no chord twice.
const std::vector<Shortcut>& shortcuts_of(KeyPreset preset);

/// The keys of a preset with a person's changes: what a key does, and which key does something.
class KeyMap {
 public:
  /// A change to a key that makes no sense leaves none; changes to what is not known mean nothing. Where a chosen key
  /// did something else before, that has no key now.
  explicit KeyMap(KeyPreset preset = KeyPreset::kDesktop, const KeyChanges& changes = {});

  const std::vector<Shortcut>& all() const { return all_; }
  /// Null when the chord means nothing.
  const Shortcut* find(Chord chord) const;
  const Shortcut* by_id(std::string_view id) const;
  /// "Ctrl+Shift+Z", for buttons and help; the first chord of `ask`, empty when it has none.
  std::string text_of(Ask ask) const;

 private:
  std::vector<Shortcut> all_;
};

/// Empty for a key without a name.
std::string text_of(Chord chord);
/// Ctrl, Shift, Alt and their like.
bool is_modifier(int key);
/// Reads what `text_of` writes: "P", "Ctrl+Z", "Enter", "F1", "Up".
std::optional<Chord> parse_chord(std::string_view text);

}  // namespace jaedan::gui
