#pragma once

#include <string>

#include "app/gui/panels/dialogs/dialog.h"

namespace jaedan::gui {

/// Who wants to work in a project that has users, while they say so.
struct SignInForm {
  std::string project;  ///< its path; no other dialog needs it
  std::string name;
  std::string password;
  bool asks_password = false;  ///< the person named has one
  bool waiting = false;        ///< for the answer to what was said
  bool focus = true;           ///< the field that is due gets the keyboard in the next frame
  std::string refused;         ///< why they were not let in, in the window's language
};

/// Name, and password once it is asked for; Enter goes on, Esc closes. Asks for SignInAs. A password goes with the
/// dialog.
void sign_in_dialog(const Ui& ui, Dialog& dialog, SignInForm& form);

}  // namespace jaedan::gui
