#pragma once

#include "app/gui/canvas/canvas_state.h"
#include "labeling/tools/begun_shape.h"

namespace jaedan::gui {

/// Whether what is being drawn can be put aside: a shape of points, with no button held down.
bool can_put_aside(const CanvasState& canvas, bool button_is_down);
/// What is being drawn, to be kept with its photo; empty when nothing is.
BegunShape begun_shape(const PhotoView& view);
/// Goes on with what was put aside. Nothing happens for an empty shape or one of an unknown tool.
void take_up(const BegunShape& shape, const Annotation& annotation, PhotoView& view);

}  // namespace jaedan::gui
