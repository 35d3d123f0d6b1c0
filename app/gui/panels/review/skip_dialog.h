#pragma once

#include <string>

#include "app/gui/panels/dialogs/dialog.h"

namespace jaedan::gui {

/// What is typed into the dialog.
struct SkipForm {
  std::string reason;
  bool focus = true;  ///< the field gets the keyboard in the next frame
};

/// Why a task is skipped. Asks for SkipTask, with the button or Enter.
void skip_dialog(const Ui& ui, Dialog& dialog, SkipForm& form);

}  // namespace jaedan::gui
