#include <GLFW/glfw3.h>

#include <algorithm>
#include <iterator>

#include "app/gui/base/key_map.h"

namespace jaedan::gui {
namespace {

struct NamedKey {
  std::string_view name;
  int key;
};

constexpr NamedKey kNamedKeys[] = {
    {"Enter", GLFW_KEY_ENTER},
    {"Esc", GLFW_KEY_ESCAPE},
    {"Backspace", GLFW_KEY_BACKSPACE},
    {"Del", GLFW_KEY_DELETE},
    {"Tab", GLFW_KEY_TAB},
    {"Space", GLFW_KEY_SPACE},
    {"↑", GLFW_KEY_UP},  // shown like this; scripts may also say the word
    {"↓", GLFW_KEY_DOWN},
    {"←", GLFW_KEY_LEFT},
    {"→", GLFW_KEY_RIGHT},
    {"Up", GLFW_KEY_UP},
    {"Down", GLFW_KEY_DOWN},
    {"Left", GLFW_KEY_LEFT},
    {"Right", GLFW_KEY_RIGHT},
    {"PageUp", GLFW_KEY_PAGE_UP},
    {"PageDown", GLFW_KEY_PAGE_DOWN},
    {"Home", GLFW_KEY_HOME},
    {"End", GLFW_KEY_END},
    {"F1", GLFW_KEY_F1},
    {"F2", GLFW_KEY_F2},
    {"F3", GLFW_KEY_F3},
    {"F4", GLFW_KEY_F4},
    {"F5", GLFW_KEY_F5},
    {"F6", GLFW_KEY_F6},
    {"F7", GLFW_KEY_F7},
    {"F8", GLFW_KEY_F8},
    {"F9", GLFW_KEY_F9},
    {"F10", GLFW_KEY_F10},
    {"F11", GLFW_KEY_F11},
    {"F12", GLFW_KEY_F12},
    {"Insert", GLFW_KEY_INSERT},
    {"Ctrl", GLFW_KEY_LEFT_CONTROL},
    {"Shift", GLFW_KEY_LEFT_SHIFT},
    {"Alt", GLFW_KEY_LEFT_ALT},
    {"KeypadEnter", GLFW_KEY_KP_ENTER},
};

bool take_prefix(std::string_view& text, std::string_view prefix) {
  if (text.size() <= prefix.size() || text.substr(0, prefix.size()) != prefix) return false;
  text.remove_prefix(prefix.size());
  return true;
}

}  // namespace

std::optional<int> digit_of(int key) {
  if (key >= GLFW_KEY_0 && key <= GLFW_KEY_9) return key - GLFW_KEY_0;
  if (key >= GLFW_KEY_KP_0 && key <= GLFW_KEY_KP_9) return key - GLFW_KEY_KP_0;
  return std::nullopt;
}

bool is_letter_key(int key) { return key > GLFW_KEY_SPACE && key < 128; }

bool is_modifier(int key) { return key >= GLFW_KEY_LEFT_SHIFT && key <= GLFW_KEY_RIGHT_SUPER; }

std::string text_of(Chord chord) {
  std::string text;
  if (chord.modifiers & kControl) text += "Ctrl+";
  if (chord.modifiers & kAlt) text += "Alt+";
  if (chord.modifiers & kShift) text += "Shift+";
  const auto named = std::find_if(std::begin(kNamedKeys), std::end(kNamedKeys),
                                  [&](const NamedKey& entry) { return entry.key == chord.key; });
  if (named != std::end(kNamedKeys)) return text + std::string(named->name);
  // GLFW numbers printable keys as ASCII does, letters as capitals.
  const bool printable = chord.key > ' ' && chord.key < 'a';
  return printable ? text + static_cast<char>(chord.key) : std::string();
}

std::optional<Chord> parse_chord(std::string_view text) {
  Chord chord;
  while (true) {
    if (take_prefix(text, "Ctrl+")) {
      chord.modifiers |= kControl;
    } else if (take_prefix(text, "Shift+")) {
      chord.modifiers |= kShift;
    } else if (take_prefix(text, "Alt+")) {
      chord.modifiers |= kAlt;
    } else {
      break;
    }
  }
  for (const NamedKey& named : kNamedKeys) {
    if (named.name == text) {
      chord.key = named.key;
      return chord;
    }
  }
  const bool printable = text.size() == 1 && text[0] > ' ' && text[0] < 'a';
  if (!printable) return std::nullopt;
  chord.key = text[0];
  return chord;
}

}  // namespace jaedan::gui
