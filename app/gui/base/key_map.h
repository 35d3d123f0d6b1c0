#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/gui/base/action_info.h"
#include "app/gui/base/input_queue.h"
#include "app/gui/base/settings.h"

namespace jaedan::gui {

/// One key and what it does.
struct Shortcut {
  std::string id;  ///< under which a person's own key for it is remembered; ends in _2 for an action's second key
  Chord chord;     ///< key 0: none
  Chord standard;  ///< what the preset says
  ActionId action;
  Text text = Text::kCount;
  ActionGroup group = ActionGroup::kView;
  bool repeats = false;  ///< holding the key does it again
  bool changed = false;  ///< the person chose it
};

/// The keys of a preset with a person's changes: what a key does, and which key does something.
class KeyMap {
 public:
  /// A change to a key that makes no sense leaves none; changes to what is not known mean nothing. Where a chosen key
  /// did something else before, that has no key now.
  KeyMap(const std::vector<ActionInfo>& actions, KeyPreset preset, const KeyChanges& changes = {});

  const std::vector<Shortcut>& all() const { return all_; }
  /// Null when the chord means nothing.
  const Shortcut* find(Chord chord) const;
  const Shortcut* by_id(std::string_view id) const;
  /// Nothing when the chord means nothing.
  ActionId action_of(Chord chord) const;
  /// "Ctrl+Shift+Z", for buttons and help; the first chord of `action`, empty when it has none.
  std::string text_of(ActionId action) const;

 private:
  std::vector<Shortcut> all_;
};

/// Empty for a key without a name.
std::string text_of(Chord chord);
/// Ctrl, Shift, Alt and their like.
bool is_modifier(int key);
/// 0 to 9 for a digit above the letters or on the keypad.
std::optional<int> digit_of(int key);
/// A key that writes something on a keyboard of letters: it is text before it is a shortcut.
bool is_letter_key(int key);
/// Reads what `text_of` writes: "P", "Ctrl+Z", "Enter", "F1", "Up".
std::optional<Chord> parse_chord(std::string_view text);

}  // namespace jaedan::gui
