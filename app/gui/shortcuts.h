#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/gui/actions.h"
#include "app/gui/input_queue.h"

namespace jaedan::gui {

/// How the help overlay groups the keys.
enum class ShortcutGroup { kPhotos, kDraw, kEdit, kLabel, kReview, kView };

/// One key and what it does.
struct Shortcut {
  Chord chord;
  Ask ask = Ask::kCancel;
  Text text = Text::kCount;
  ShortcutGroup group = ShortcutGroup::kView;
  bool repeats = false;  ///< holding the key does it again
};

/// All keys of a preset; no chord twice.
const std::vector<Shortcut>& shortcuts_of(KeyPreset preset);
/// Null when the chord means nothing.
const Shortcut* find_shortcut(KeyPreset preset, Chord chord);
/// "Ctrl+Shift+Z", for buttons and help; the first chord of `ask`, empty when it has none.
std::string chord_text(KeyPreset preset, Ask ask);
std::string text_of(Chord chord);
/// Reads what `text_of` writes: "P", "Ctrl+Z", "Enter", "F1", "Up".
std::optional<Chord> parse_chord(std::string_view text);

}  // namespace jaedan::gui
