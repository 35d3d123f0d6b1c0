#pragma once

#include "app/gui/panels/dialogs/dialog.h"

namespace jaedan::gui {

/// The question before stored predictions become garments of all new photos; asks for that.
void accept_all_dialog(const Ui& ui, Dialog& dialog);

}  // namespace jaedan::gui
