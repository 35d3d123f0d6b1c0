#include "app/gui/canvas/tools/snapping.h"

#include <imgui.h>

#include "app/gui/canvas/canvas_state.h"

namespace jaedan::gui {

SnapOptions snap_options(const ToolContext& on) {
  constexpr float kHold = 8;  // design pixels
  SnapOptions options;
  options.reach_px = in_image(on.ui, kHold, on.view.canvas);
  options.frame = photo_frame(on.document);
  options.bounds = &on.regions.garment_bounds();
  return options;
}

Point settled_vertex(const ToolContext& on, GarmentId garment, Point at) {
  if (!on.ui.settings.snap || ImGui::GetIO().KeyCtrl) return at;
  SnapOptions options = snap_options(on);
  options.except = garment;
  const auto held = snap(on.document.session.annotation(), at, std::nullopt, options);
  if (!held) return at;
  on.view.canvas.held = held->at;
  return held->at;
}

}  // namespace jaedan::gui
