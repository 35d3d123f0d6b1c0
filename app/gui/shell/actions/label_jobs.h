#pragma once

#include "app/gui/base/requests.h"
#include "app/gui/shell/studio_state.h"

namespace jaedan::gui {

/// Labels photos together; asks first when approved ones would change (label_approved_dialog.h).
void label_photos(StudioState& state, const LabelTicked& asked);

/// Takes back what was last labelled together, in all photos. False when something else was done since, or nothing was.
bool undo_labels(StudioState& state);

}  // namespace jaedan::gui
