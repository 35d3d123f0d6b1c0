#pragma once

#include "app/gui/base/ui.h"
#include "app/gui/project/document.h"

namespace jaedan::gui {

/// In the middle, in place of the canvas: both versions of a photo that somebody else changed meanwhile, and which of
/// them stays. Only with document.theirs. Asks for keep_mine, keep_theirs, keep_both.
void conflict_panel(const Ui& ui, const Document& document);

}  // namespace jaedan::gui
