#pragma once

#include <string>

#include "app/gui/base/ui.h"
#include "app/gui/canvas/canvas_state.h"
#include "app/gui/project/document.h"

namespace jaedan::gui {

/// One sentence: what the next click or key does. `answering`: keys go to the attribute mode.
std::string hint(const Ui& ui, const Document& document, const PhotoView& view, bool answering);

}  // namespace jaedan::gui
