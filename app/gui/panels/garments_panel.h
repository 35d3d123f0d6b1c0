#pragma once

#include "app/gui/base/ui.h"
#include "app/gui/canvas/canvas_state.h"
#include "app/gui/project/document.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan::gui {

/// Right, first tab, above: the garments of the photo, topmost first, and what a model proposes. A row selects (of
/// `view`: selection, proposal); its buttons ask for commands, the accept and reject of proposals, another reading.
void garments_panel(const Ui& ui, const Taxonomy& taxonomy, const Document& document, PhotoView& view);

}  // namespace jaedan::gui
