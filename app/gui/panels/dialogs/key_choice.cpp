#include "app/gui/panels/dialogs/key_choice.h"

namespace jaedan::gui {
namespace {

/// Not Ctrl, Shift or Alt by themselves – more is to come – nor a key without a name, which could not be remembered.
bool can_be_chosen(Chord chord) {
  const std::optional<Chord> named = parse_chord(text_of(chord));
  return named && *named == chord && !is_modifier(chord.key);
}

}  // namespace

void give_key(const Ui& ui, const Shortcut& to, Chord chord, std::optional<KeyChoice>& choice) {
  Settings changed = ui.settings;
  KeyChanges& changes = changed.key_changes[changed.keys];
  const Shortcut* holder = ui.keys.find(chord);
  if (holder != nullptr && holder->id != to.id) changes[holder->id] = "";
  changes[to.id] = text_of(chord);
  // What the preset says anyway is no change.
  for (const Shortcut& shortcut : ui.keys.all()) {
    const auto change = changes.find(shortcut.id);
    if (change != changes.end() && change->second == text_of(shortcut.standard)) changes.erase(change);
  }
  ui.ask.push(ChangeSettings{changed});
  choice.reset();
}

bool key_choice_takes(const Ui& ui, std::optional<KeyChoice>& choice) {
  if (!choice || !ui.input.pressed) return false;
  const Shortcut* wanted = ui.keys.by_id(choice->id);
  const Shortcut* holder = ui.keys.find(*ui.input.pressed);
  if (wanted == nullptr || (holder != nullptr && holder->action == "cancel"_action)) {
    choice.reset();  // Esc stays Esc
    return true;
  }
  if (!can_be_chosen(*ui.input.pressed)) return true;
  if (holder == nullptr || holder == wanted) {
    give_key(ui, *wanted, *ui.input.pressed, choice);
  } else {
    choice->wanted = *ui.input.pressed;
  }
  return true;
}

}  // namespace jaedan::gui
