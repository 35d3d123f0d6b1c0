#pragma once

#include <cstdint>

#include "app/gui/panels/dialogs/dialog.h"
#include "app/workflow/photo/label_photos.h"

namespace jaedan::gui {

/// Asked before approved photos are labelled together with others.
struct LabelQuestion {
  workflow::SharedLabel label;
  std::int64_t approved = 0;  ///< approved photos that it would change
  std::int64_t others = 0;    ///< further photos that it would change
};

/// Says how many approved photos would change; asks for LabelTicked with them, without them, or not at all.
void label_approved_dialog(const Ui& ui, const LabelQuestion& question, Dialog& dialog);

}  // namespace jaedan::gui
