#include "app/gui/canvas/canvas_tool.h"

#include "app/gui/canvas/canvas_state.h"

namespace jaedan::gui {

double in_image(const Ui& ui, float design_px, const Viewport& viewport) {
  return ui.px(design_px) / viewport.transform.zoom;
}

Point mouse_on_photo(const ToolContext& on) { return on.view.canvas.transform.image_from_screen(on.ui.input.mouse); }

std::vector<Point> mouse_path_on_photo(const ToolContext& on) {
  std::vector<Point> places;
  for (const Point& place : on.ui.input.mouse_path) {
    places.push_back(on.view.canvas.transform.image_from_screen(place));
  }
  return places;
}

bool tell_finish_first(const Ui& ui) {
  ui.ask.push(Tell{ui.text(Text::kFinishShapeFirst)});
  return false;
}

}  // namespace jaedan::gui
