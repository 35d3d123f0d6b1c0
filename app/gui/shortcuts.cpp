#include "app/gui/shortcuts.h"

#include <GLFW/glfw3.h>

#include <algorithm>

namespace jaedan::gui {
namespace {

using Group = ShortcutGroup;

std::vector<Shortcut> common_shortcuts() {
  return {
      {{GLFW_KEY_D, kControl | kShift}, Ask::kNextUnfinished, Text::kNextUnfinished, Group::kPhotos, true},
      {{GLFW_KEY_A, kControl | kShift}, Ask::kPreviousUnfinished, Text::kPreviousUnfinished, Group::kPhotos, true},
      {{GLFW_KEY_PAGE_DOWN, 0}, Ask::kNextPhoto, Text::kNextPhoto, Group::kPhotos, true},
      {{GLFW_KEY_PAGE_UP, 0}, Ask::kPreviousPhoto, Text::kPreviousPhoto, Group::kPhotos, true},
      {{GLFW_KEY_O, kControl}, Ask::kOpenDialog, Text::kOpenProject, Group::kPhotos, false},
      {{GLFW_KEY_I, kControl}, Ask::kImportDialog, Text::kImportFolder, Group::kPhotos, false},

      {{GLFW_KEY_V, 0}, Ask::kSelectTool, Text::kSelectTool, Group::kDraw, false},
      {{GLFW_KEY_P, 0}, Ask::kPolygonTool, Text::kPolygonTool, Group::kDraw, false},
      {{GLFW_KEY_R, 0}, Ask::kRectangleTool, Text::kRectangleTool, Group::kDraw, false},
      {{GLFW_KEY_Q, 0}, Ask::kClickTool, Text::kClickTool, Group::kDraw, false},
      {{GLFW_KEY_W, 0}, Ask::kBoxTool, Text::kBoxTool, Group::kDraw, false},
      {{GLFW_KEY_B, 0}, Ask::kBrushTool, Text::kBrushTool, Group::kDraw, false},
      {{GLFW_KEY_E, 0}, Ask::kEraserTool, Text::kEraserTool, Group::kDraw, false},
      {{GLFW_KEY_N, 0}, Ask::kRepeatTool, Text::kRepeatTool, Group::kDraw, false},
      {{GLFW_KEY_LEFT_BRACKET, 0}, Ask::kSmallerBrush, Text::kSmallerBrush, Group::kDraw, true},
      {{GLFW_KEY_RIGHT_BRACKET, 0}, Ask::kLargerBrush, Text::kLargerBrush, Group::kDraw, true},
      {{GLFW_KEY_1, 0}, Ask::kStartOuter, Text::kStartOuter, Group::kDraw, false},
      {{GLFW_KEY_2, 0}, Ask::kStartTop, Text::kStartTop, Group::kDraw, false},
      {{GLFW_KEY_3, 0}, Ask::kStartBottom, Text::kStartBottom, Group::kDraw, false},
      {{GLFW_KEY_4, 0}, Ask::kStartDress, Text::kStartDress, Group::kDraw, false},
      {{GLFW_KEY_ENTER, 0}, Ask::kFinish, Text::kFinishShape, Group::kDraw, false},
      {{GLFW_KEY_KP_ENTER, 0}, Ask::kFinish, Text::kFinishShape, Group::kDraw, false},
      {{GLFW_KEY_BACKSPACE, 0}, Ask::kTakeBack, Text::kTakeBackVertex, Group::kDraw, true},
      {{GLFW_KEY_ESCAPE, 0}, Ask::kCancel, Text::kCancelGesture, Group::kDraw, false},

      {{GLFW_KEY_Z, kControl}, Ask::kUndo, Text::kUndo, Group::kEdit, true},
      {{GLFW_KEY_Z, kControl | kShift}, Ask::kRedo, Text::kRedo, Group::kEdit, true},
      {{GLFW_KEY_Y, kControl}, Ask::kRedo, Text::kRedo, Group::kEdit, true},
      {{GLFW_KEY_C, 0}, Ask::kContourTool, Text::kContourTool, Group::kEdit, false},
      {{GLFW_KEY_K, 0}, Ask::kKnifeTool, Text::kKnifeTool, Group::kEdit, false},
      {{GLFW_KEY_J, 0}, Ask::kJoin, Text::kJoin, Group::kEdit, false},
      {{GLFW_KEY_J, kShift}, Ask::kCutOut, Text::kCutOut, Group::kEdit, false},
      {{GLFW_KEY_DELETE, 0}, Ask::kDelete, Text::kDelete, Group::kEdit, false},
      {{GLFW_KEY_H, 0}, Ask::kHide, Text::kHideShow, Group::kEdit, false},
      {{GLFW_KEY_L, 0}, Ask::kLock, Text::kLockUnlock, Group::kEdit, false},
      {{GLFW_KEY_T, 0}, Ask::kToFront, Text::kToFront, Group::kEdit, false},
      {{GLFW_KEY_T, kShift}, Ask::kToBack, Text::kToBack, Group::kEdit, false},
      {{GLFW_KEY_C, kControl}, Ask::kCopy, Text::kCopy, Group::kEdit, false},
      {{GLFW_KEY_V, kControl}, Ask::kPaste, Text::kPaste, Group::kEdit, false},
      {{GLFW_KEY_D, kControl}, Ask::kDuplicate, Text::kDuplicate, Group::kEdit, false},
      {{GLFW_KEY_S, kControl}, Ask::kSave, Text::kSaveNow, Group::kEdit, false},

      {{GLFW_KEY_TAB, 0}, Ask::kNextGarment, Text::kNextGarment, Group::kLabel, true},
      {{GLFW_KEY_TAB, kShift}, Ask::kPreviousGarment, Text::kPreviousGarment, Group::kLabel, true},
      {{GLFW_KEY_DOWN, 0}, Ask::kNextAttribute, Text::kNextAttribute, Group::kLabel, true},
      {{GLFW_KEY_UP, 0}, Ask::kPreviousAttribute, Text::kPreviousAttribute, Group::kLabel, true},

      {{GLFW_KEY_ENTER, kControl}, Ask::kApprove, Text::kApproveNext, Group::kReview, false},
      {{GLFW_KEY_X, 0}, Ask::kReturn, Text::kReturnOrReject, Group::kReview, false},
      {{GLFW_KEY_S, 0}, Ask::kNextReading, Text::kNextReading, Group::kReview, false},
      {{GLFW_KEY_S, kShift}, Ask::kPreviousReading, Text::kPreviousReading, Group::kReview, false},
      {{GLFW_KEY_G, 0}, Ask::kPrefillPhoto, Text::kPrefillPhoto, Group::kReview, false},
      {{GLFW_KEY_M, 0}, Ask::kRecommend, Text::kShowRecommend, Group::kReview, false},

      {{GLFW_KEY_0, kControl}, Ask::kFullSize, Text::kFullSize, Group::kView, false},
      {{GLFW_KEY_I, 0}, Ask::kLook, Text::kLook, Group::kView, false},
      {{GLFW_KEY_O, 0}, Ask::kToggleFill, Text::kToggleFill, Group::kView, false},
      {{GLFW_KEY_U, 0}, Ask::kToggleNames, Text::kToggleNames, Group::kView, false},
      {{GLFW_KEY_F1, 0}, Ask::kHelp, Text::kHelp, Group::kView, false},
      {{GLFW_KEY_F2, 0}, Ask::kSettings, Text::kSettings, Group::kView, false},
  };
}

std::vector<Shortcut> make_shortcuts(KeyPreset preset) {
  const bool desktop = preset == KeyPreset::kDesktop;
  std::vector<Shortcut> all = {
      {{desktop ? GLFW_KEY_D : GLFW_KEY_F, 0}, Ask::kNextPhoto, Text::kNextPhoto, Group::kPhotos, true},
      {{desktop ? GLFW_KEY_A : GLFW_KEY_D, 0}, Ask::kPreviousPhoto, Text::kPreviousPhoto, Group::kPhotos, true},
  };
  const std::vector<Shortcut> common = common_shortcuts();
  all.insert(all.end(), common.begin(), common.end());
  all.push_back({{GLFW_KEY_F, desktop ? 0 : kControl}, Ask::kFit, Text::kFit, Group::kView, false});
  return all;
}

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

const std::vector<Shortcut>& shortcuts_of(KeyPreset preset) {
  static const std::vector<Shortcut> kDesktopKeys = make_shortcuts(KeyPreset::kDesktop);
  static const std::vector<Shortcut> kCvatKeys = make_shortcuts(KeyPreset::kCvat);
  return preset == KeyPreset::kDesktop ? kDesktopKeys : kCvatKeys;
}

const Shortcut* find_shortcut(KeyPreset preset, Chord chord) {
  for (const Shortcut& shortcut : shortcuts_of(preset)) {
    if (shortcut.chord == chord) return &shortcut;
  }
  return nullptr;
}

std::string chord_text(KeyPreset preset, Ask ask) {
  for (const Shortcut& shortcut : shortcuts_of(preset)) {
    if (shortcut.ask == ask) return text_of(shortcut.chord);
  }
  return {};
}

std::string text_of(Chord chord) {
  std::string text;
  if (chord.modifiers & kControl) text += "Ctrl+";
  if (chord.modifiers & kAlt) text += "Alt+";
  if (chord.modifiers & kShift) text += "Shift+";
  const auto named = std::find_if(std::begin(kNamedKeys), std::end(kNamedKeys),
                                  [&](const NamedKey& entry) { return entry.key == chord.key; });
  if (named != std::end(kNamedKeys)) return text + std::string(named->name);
  return text + static_cast<char>(chord.key);
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
  // GLFW numbers printable keys as ASCII does, letters as capitals.
  const bool printable = text.size() == 1 && text[0] > ' ' && text[0] < 'a';
  if (!printable) return std::nullopt;
  chord.key = text[0];
  return chord;
}

}  // namespace jaedan::gui
