#include "app/gui/base/key_map.h"

#include <algorithm>

namespace jaedan::gui {
namespace {

Shortcut shortcut_of(const ActionInfo& action, std::string id, const char* key) {
  Shortcut shortcut;
  shortcut.id = std::move(id);
  shortcut.chord = shortcut.standard = parse_chord(key).value_or(Chord{});
  shortcut.action = ActionId(action.id);
  shortcut.text = action.text;
  shortcut.group = action.group;
  shortcut.repeats = action.repeats;
  return shortcut;
}

std::vector<Shortcut> standard_keys(const std::vector<ActionInfo>& actions, KeyPreset preset) {
  std::vector<Shortcut> all;
  for (const ActionInfo& action : actions) {
    if (action.keys.none()) continue;
    const char* first = preset == KeyPreset::kDesktop ? action.keys.desktop : action.keys.cvat;
    all.push_back(shortcut_of(action, action.id, first));
    if (*action.keys.second != '\0') {
      all.push_back(shortcut_of(action, std::string(action.id) + "_2", action.keys.second));
    }
  }
  return all;
}

}  // namespace

KeyMap::KeyMap(const std::vector<ActionInfo>& actions, KeyPreset preset, const KeyChanges& changes)
    : all_(standard_keys(actions, preset)) {
  std::vector<Chord> taken;
  for (Shortcut& shortcut : all_) {
    const auto change = changes.find(shortcut.id);
    if (change == changes.end()) continue;
    shortcut.chord = parse_chord(change->second).value_or(Chord{});
    shortcut.changed = true;
    if (shortcut.chord.key != 0) taken.push_back(shortcut.chord);
  }
  // What a person chose goes before what the preset says; a key means one thing.
  for (Shortcut& shortcut : all_) {
    const bool is_taken = std::find(taken.begin(), taken.end(), shortcut.chord) != taken.end();
    if (!shortcut.changed && is_taken) shortcut.chord = {};
  }
}

const Shortcut* KeyMap::find(Chord chord) const {
  const auto found =
      std::find_if(all_.begin(), all_.end(), [&](const Shortcut& shortcut) { return shortcut.chord == chord; });
  return found == all_.end() || chord.key == 0 ? nullptr : &*found;
}

const Shortcut* KeyMap::by_id(std::string_view id) const {
  const auto found =
      std::find_if(all_.begin(), all_.end(), [&](const Shortcut& shortcut) { return id == shortcut.id; });
  return found == all_.end() ? nullptr : &*found;
}

ActionId KeyMap::action_of(Chord chord) const {
  const Shortcut* shortcut = find(chord);
  return shortcut ? shortcut->action : ActionId{};
}

std::string KeyMap::text_of(ActionId action) const {
  for (const Shortcut& shortcut : all_) {
    if (shortcut.action == action && shortcut.chord.key != 0) return gui::text_of(shortcut.chord);
  }
  return {};
}

}  // namespace jaedan::gui
