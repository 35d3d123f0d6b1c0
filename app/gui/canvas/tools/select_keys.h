#pragma once

#include <string>

#include "app/gui/canvas/canvas_tool.h"

namespace jaedan::gui {

// What keys do to what is selected, and what it says of itself. Part of the select tool.

/// Enter: agrees with what a model said of the selected garments, else accepts proposals. False when there is nothing.
bool confirm_or_accept(const ToolContext& on);
/// Del: the proposal, the point under the mouse, the selected point or the selected garments. False when nothing is.
bool remove_selected(const ToolContext& on);
/// X: the proposal, or the garment that only a model stands behind. With anything selected it never means the whole
/// photo; false when nothing is.
bool reject_selected(const ToolContext& on);
std::string selection_hint(const Ui& ui, const Document& document, const PhotoView& view);

}  // namespace jaedan::gui
