#include <imgui.h>

#include <utility>

#include "app/gui/canvas/canvas.h"
#include "app/gui/canvas/edit_target.h"

namespace jaedan::gui {
namespace {

// Design pixels on the screen.
constexpr float kSpacing = 4;  // of the line's points
constexpr float kReach = 14;   // from the line's ends to the outline

void finish(const Ui& ui, const Document& document, PhotoView& view) {
  CanvasState& canvas = view.canvas;
  const std::vector<Point> line = std::exchange(canvas.line, {});
  const Garment* garment = selected_garment(document, view);
  if (!garment) {
    ui.ask.push(Tell{ui.text(Text::kChooseGarmentFirst)});
    return;
  }
  const Annotation& annotation = document.session.annotation();
  const Rect frame = photo_frame(document);
  labeling::ShapeEdit edit =
      canvas.tool == Tool::kKnife
          ? labeling::slice_garment(annotation, garment->id, line, frame, ui.user)
          : labeling::redraw_contour(annotation, garment->id, line, in_image(ui, kReach, canvas), frame, ui.user);
  if (edit.ok()) canvas.tool = Tool::kSelect;
  run_or_tell(ui, std::move(edit));
}

}  // namespace

bool start_line(const Ui& ui, Tool tool, const Document& document, PhotoView& view) {
  CanvasState& canvas = view.canvas;
  if (canvas.shape_under_way()) {
    ui.ask.push(Tell{ui.text(Text::kFinishShapeFirst)});
    return true;
  }
  const std::vector<Garment>& garments = document.session.annotation().garments;
  if (garments.size() == 1) view.selection.select_only(garments.front().id);
  const Garment* garment = selected_garment(document, view);
  if (!garment) {
    ui.ask.push(Tell{ui.text(Text::kChooseGarmentFirst)});
    return true;
  }
  if (tell_untouchable(ui, document, view)) return true;
  canvas.tool = tool;
  canvas.clicks = ClickDraft();
  return true;
}

void line_with_mouse(const Ui& ui, const Document& document, bool hovered, PhotoView& view) {
  CanvasState& canvas = view.canvas;
  const Point at = canvas.transform.image_from_screen(ui.input.mouse);
  if (canvas.line.empty()) {
    if (hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) canvas.line = {at};
    return;
  }
  const double spacing = in_image(ui, kSpacing, canvas);
  const auto append = [&](Point place) {
    if (distance(place, canvas.line.back()) >= spacing) canvas.line.push_back(place);
  };
  for (const Point& place : ui.input.mouse_path) append(canvas.transform.image_from_screen(place));
  append(at);
  if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) finish(ui, document, view);
}

}  // namespace jaedan::gui
