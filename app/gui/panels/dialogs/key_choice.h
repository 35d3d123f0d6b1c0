#pragma once

#include <optional>
#include <string>

#include "app/gui/base/ui.h"

namespace jaedan::gui {

/// A key that is being chosen for something else (F1).
struct KeyChoice {
  std::string id;               ///< Shortcut::id
  std::optional<Chord> wanted;  ///< pressed, but it does something else already
};

/// Gives a key to something, and takes it from what had it: asks for ChangeSettings. The choice is over.
void give_key(const Ui& ui, const Shortcut& to, Chord chord, std::optional<KeyChoice>& choice);
/// While a key is being chosen the next one pressed is it; one that does something else already is asked about
/// (KeyChoice::wanted). False when none is being chosen.
bool key_choice_takes(const Ui& ui, std::optional<KeyChoice>& choice);

}  // namespace jaedan::gui
