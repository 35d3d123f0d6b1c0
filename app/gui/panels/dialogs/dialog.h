#pragma once

#include "app/gui/base/ui.h"

namespace jaedan::gui {

/// Which dialog lies over the window; one at a time.
enum class Dialog {
  kNone,
  kFirstStart,
  kHelp,
  kSettings,
  kOpenProject,
  kImport,
  kAcceptEverywhere,
  kLabelTicked,
  kLabelApproved,
  kExport,
  kSnapshot,
  kFigures,
  kRelocate,
  kReport,
  kSignIn,
  kSkipTask,
  kReturn,
};

/// Starts a dialog over the dimmed window when `shown` is `which`; false when it is not. Its size is in design pixels,
/// made smaller to fit the window. Esc and the cross close it. Call end_dialog after true.
bool begin_dialog(const Ui& ui, Dialog which, const char* title, float width, float height, Dialog& shown);
void end_dialog();
/// From within: the dialog goes, and `next` comes in the next frame.
void close_dialog(Dialog& shown, Dialog next = Dialog::kNone);

}  // namespace jaedan::gui
