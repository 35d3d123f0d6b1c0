#include "app/gui/base/shortcuts.h"

#include <GLFW/glfw3.h>

#include <algorithm>

namespace jaedan::gui {
namespace {

using Group = ShortcutGroup;

std::vector<Shortcut> common_shortcuts() {
  return {
      {"next_unfinished",
       {GLFW_KEY_D, kControl | kShift},
       Ask::kNextUnfinished,
       Text::kNextUnfinished,
       Group::kPhotos,
       true},
      {"previous_unfinished",
       {GLFW_KEY_A, kControl | kShift},
       Ask::kPreviousUnfinished,
       Text::kPreviousUnfinished,
       Group::kPhotos,
       true},
      {"next_photo_2", {GLFW_KEY_PAGE_DOWN, 0}, Ask::kNextPhoto, Text::kNextPhoto, Group::kPhotos, true},
      {"previous_photo_2", {GLFW_KEY_PAGE_UP, 0}, Ask::kPreviousPhoto, Text::kPreviousPhoto, Group::kPhotos, true},
      {"open_dialog", {GLFW_KEY_O, kControl}, Ask::kOpenDialog, Text::kOpenProject, Group::kPhotos, false},
      {"import_dialog", {GLFW_KEY_I, kControl}, Ask::kImportDialog, Text::kImportFolder, Group::kPhotos, false},

      {"tick_photo", {GLFW_KEY_T, kControl}, Ask::kTickPhoto, Text::kTickPhoto, Group::kPhotos, false},
      {"tick_all", {GLFW_KEY_A, kControl}, Ask::kTickAll, Text::kTickAll, Group::kPhotos, false},
      {"label_ticked", {GLFW_KEY_L, kControl}, Ask::kLabelTicked, Text::kLabelTicked, Group::kPhotos, false},

      {"select_tool", {GLFW_KEY_V, 0}, Ask::kSelectTool, Text::kSelectTool, Group::kDraw, false},
      {"polygon_tool", {GLFW_KEY_P, 0}, Ask::kPolygonTool, Text::kPolygonTool, Group::kDraw, false},
      {"scissors_tool", {GLFW_KEY_P, kShift}, Ask::kScissorsTool, Text::kScissorsTool, Group::kDraw, false},
      {"rectangle_tool", {GLFW_KEY_R, 0}, Ask::kRectangleTool, Text::kRectangleTool, Group::kDraw, false},
      {"click_tool", {GLFW_KEY_Q, 0}, Ask::kClickTool, Text::kClickTool, Group::kDraw, false},
      {"box_tool", {GLFW_KEY_W, 0}, Ask::kBoxTool, Text::kBoxTool, Group::kDraw, false},
      {"brush_tool", {GLFW_KEY_B, 0}, Ask::kBrushTool, Text::kBrushTool, Group::kDraw, false},
      {"eraser_tool", {GLFW_KEY_E, 0}, Ask::kEraserTool, Text::kEraserTool, Group::kDraw, false},
      {"repeat_tool", {GLFW_KEY_N, 0}, Ask::kRepeatTool, Text::kRepeatTool, Group::kDraw, false},
      {"add_to_garment", {GLFW_KEY_EQUAL, 0}, Ask::kAddToGarment, Text::kAddToGarment, Group::kDraw, false},
      {"cut_from_garment", {GLFW_KEY_MINUS, 0}, Ask::kCutFromGarment, Text::kCutFromGarment, Group::kDraw, false},
      {"toggle_snap", {GLFW_KEY_Y, 0}, Ask::kToggleSnap, Text::kToggleSnap, Group::kDraw, false},
      {"smaller_brush", {GLFW_KEY_LEFT_BRACKET, 0}, Ask::kSmallerBrush, Text::kSmallerBrush, Group::kDraw, true},
      {"larger_brush", {GLFW_KEY_RIGHT_BRACKET, 0}, Ask::kLargerBrush, Text::kLargerBrush, Group::kDraw, true},
      {"start_outer", {GLFW_KEY_1, 0}, Ask::kStartOuter, Text::kStartOuter, Group::kDraw, false},
      {"start_top", {GLFW_KEY_2, 0}, Ask::kStartTop, Text::kStartTop, Group::kDraw, false},
      {"start_bottom", {GLFW_KEY_3, 0}, Ask::kStartBottom, Text::kStartBottom, Group::kDraw, false},
      {"start_dress", {GLFW_KEY_4, 0}, Ask::kStartDress, Text::kStartDress, Group::kDraw, false},
      {"finish", {GLFW_KEY_ENTER, 0}, Ask::kFinish, Text::kFinishShape, Group::kDraw, false},
      {"finish_2", {GLFW_KEY_KP_ENTER, 0}, Ask::kFinish, Text::kFinishShape, Group::kDraw, false},
      {"take_back", {GLFW_KEY_BACKSPACE, 0}, Ask::kTakeBack, Text::kTakeBackVertex, Group::kDraw, true},
      {"cancel", {GLFW_KEY_ESCAPE, 0}, Ask::kCancel, Text::kCancelGesture, Group::kDraw, false},

      {"undo", {GLFW_KEY_Z, kControl}, Ask::kUndo, Text::kUndo, Group::kEdit, true},
      {"redo", {GLFW_KEY_Z, kControl | kShift}, Ask::kRedo, Text::kRedo, Group::kEdit, true},
      {"redo_2", {GLFW_KEY_Y, kControl}, Ask::kRedo, Text::kRedo, Group::kEdit, true},
      {"contour_tool", {GLFW_KEY_C, 0}, Ask::kContourTool, Text::kContourTool, Group::kEdit, false},
      {"knife_tool", {GLFW_KEY_K, 0}, Ask::kKnifeTool, Text::kKnifeTool, Group::kEdit, false},
      {"join", {GLFW_KEY_J, 0}, Ask::kJoin, Text::kJoin, Group::kEdit, false},
      {"cut_out", {GLFW_KEY_J, kShift}, Ask::kCutOut, Text::kCutOut, Group::kEdit, false},
      {"delete", {GLFW_KEY_DELETE, 0}, Ask::kDelete, Text::kDelete, Group::kEdit, false},
      {"hide", {GLFW_KEY_H, 0}, Ask::kHide, Text::kHideShow, Group::kEdit, false},
      {"lock", {GLFW_KEY_L, 0}, Ask::kLock, Text::kLockUnlock, Group::kEdit, false},
      {"to_front", {GLFW_KEY_T, 0}, Ask::kToFront, Text::kToFront, Group::kEdit, false},
      {"to_back", {GLFW_KEY_T, kShift}, Ask::kToBack, Text::kToBack, Group::kEdit, false},
      {"copy", {GLFW_KEY_C, kControl}, Ask::kCopy, Text::kCopy, Group::kEdit, false},
      {"paste", {GLFW_KEY_V, kControl}, Ask::kPaste, Text::kPaste, Group::kEdit, false},
      {"copy_previous", {GLFW_KEY_V, kControl | kShift}, Ask::kCopyPrevious, Text::kCopyPrevious, Group::kEdit, false},
      {"duplicate", {GLFW_KEY_D, kControl}, Ask::kDuplicate, Text::kDuplicate, Group::kEdit, false},
      {"save", {GLFW_KEY_S, kControl}, Ask::kSave, Text::kSaveNow, Group::kEdit, false},

      {"next_garment", {GLFW_KEY_TAB, 0}, Ask::kNextGarment, Text::kNextGarment, Group::kLabel, true},
      {"previous_garment", {GLFW_KEY_TAB, kShift}, Ask::kPreviousGarment, Text::kPreviousGarment, Group::kLabel, true},
      {"next_attribute", {GLFW_KEY_DOWN, 0}, Ask::kNextAttribute, Text::kNextAttribute, Group::kLabel, true},
      {"previous_attribute", {GLFW_KEY_UP, 0}, Ask::kPreviousAttribute, Text::kPreviousAttribute, Group::kLabel, true},

      {"approve", {GLFW_KEY_ENTER, kControl}, Ask::kApprove, Text::kApproveNext, Group::kReview, false},
      {"return", {GLFW_KEY_X, 0}, Ask::kReturn, Text::kReturnOrReject, Group::kReview, false},
      {"next_reading", {GLFW_KEY_S, 0}, Ask::kNextReading, Text::kNextReading, Group::kReview, false},
      {"previous_reading", {GLFW_KEY_S, kShift}, Ask::kPreviousReading, Text::kPreviousReading, Group::kReview, false},
      {"prefill_photo", {GLFW_KEY_G, 0}, Ask::kPrefillPhoto, Text::kPrefillPhoto, Group::kReview, false},
      {"recommend", {GLFW_KEY_M, 0}, Ask::kRecommend, Text::kShowRecommend, Group::kReview, false},

      {"full_size", {GLFW_KEY_0, kControl}, Ask::kFullSize, Text::kFullSize, Group::kView, false},
      {"look", {GLFW_KEY_I, 0}, Ask::kLook, Text::kLook, Group::kView, false},
      {"toggle_fill", {GLFW_KEY_O, 0}, Ask::kToggleFill, Text::kToggleFill, Group::kView, false},
      {"toggle_names", {GLFW_KEY_U, 0}, Ask::kToggleNames, Text::kToggleNames, Group::kView, false},
      {"help", {GLFW_KEY_F1, 0}, Ask::kHelp, Text::kHelp, Group::kView, false},
      {"settings", {GLFW_KEY_F2, 0}, Ask::kSettings, Text::kSettings, Group::kView, false},
  };
}

std::vector<Shortcut> make_shortcuts(KeyPreset preset) {
  const bool desktop = preset == KeyPreset::kDesktop;
  std::vector<Shortcut> all = {
      {"next_photo", {desktop ? GLFW_KEY_D : GLFW_KEY_F, 0}, Ask::kNextPhoto, Text::kNextPhoto, Group::kPhotos, true},
      {"previous_photo",
       {desktop ? GLFW_KEY_A : GLFW_KEY_D, 0},
       Ask::kPreviousPhoto,
       Text::kPreviousPhoto,
       Group::kPhotos,
       true},
  };
  const std::vector<Shortcut> common = common_shortcuts();
  all.insert(all.end(), common.begin(), common.end());
  all.push_back({"fit", {GLFW_KEY_F, desktop ? 0 : kControl}, Ask::kFit, Text::kFit, Group::kView, false});
  return all;
}

}  // namespace

const std::vector<Shortcut>& shortcuts_of(KeyPreset preset) {
  static const std::vector<Shortcut> kDesktopKeys = make_shortcuts(KeyPreset::kDesktop);
  static const std::vector<Shortcut> kCvatKeys = make_shortcuts(KeyPreset::kCvat);
  return preset == KeyPreset::kDesktop ? kDesktopKeys : kCvatKeys;
}

KeyMap::KeyMap(KeyPreset preset, const KeyChanges& changes) : all_(shortcuts_of(preset)) {
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

std::string KeyMap::text_of(Ask ask) const {
  for (const Shortcut& shortcut : all_) {
    if (shortcut.ask == ask && shortcut.chord.key != 0) return gui::text_of(shortcut.chord);
  }
  return {};
}

}  // namespace jaedan::gui
