#include <imgui.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "app/gui/canvas/canvas.h"
#include "app/gui/canvas/edit_target.h"
#include "labeling/tools/hit_test.h"

namespace jaedan::gui {
namespace {

constexpr float kStep = 1.2F;  // from one size of the brush to the next
constexpr float kSmallest = 2, kLargest = 200;

bool starts_new(const EditTarget& target) { return !target.garment && !target.proposal; }

/// An eraser without anything selected takes the garment below it.
void select_below(const Document& document, Point at, PhotoView& view) {
  const auto hit = hit_test(document.session.annotation(), at, {0, {}});
  if (hit) view.selection.select_only(hit->garment);
}

void begin(const Ui& ui, const Document& document, int button, Point at, PhotoView& view) {
  CanvasState& canvas = view.canvas;
  const bool erases = canvas.tool == Tool::kEraser || button == ImGuiMouseButton_Right;
  if (erases && starts_new(edit_target(document, view))) select_below(document, at, view);
  if (tell_untouchable(ui, document, view)) return;
  EditTarget target = edit_target(document, view);
  if (erases && starts_new(target)) {
    ui.ask.push(Tell{ui.text(Text::kEraseWhat)});
    return;
  }
  canvas.draw_part = part_of(target, document, canvas.draw_part);
  const Rect frame = photo_frame(document);
  const double radius = in_image(ui, ui.settings.brush_px, canvas);
  labeling::BrushStroke stroke(region_of(target, document), {radius, erases}, frame, at);
  canvas.paint = PaintedStroke{std::move(target), button, std::move(stroke)};
}

void finish(const Ui& ui, const Document& document, PhotoView& view) {
  const PaintedStroke paint = *std::exchange(view.canvas.paint, std::nullopt);
  if (!paint.stroke.changes_something()) return;
  if (paint.stroke.region().empty()) {
    ui.ask.push(Tell{ui.text(Text::kNothingLeft)});
    return;
  }
  give_region(ui, document, paint.target, paint.stroke.region(), view);
}

}  // namespace

bool start_brush(const Ui& ui, Tool tool, const Document& document, PhotoView& view) {
  CanvasState& canvas = view.canvas;
  if (canvas.shape_under_way()) {
    ui.ask.push(Tell{ui.text(Text::kFinishShapeFirst)});
    return true;
  }
  if (tell_untouchable(ui, document, view)) return true;
  canvas.tool = canvas.last_tool = tool;
  canvas.draw = DrawTool();
  canvas.clicks = ClickDraft();
  canvas.paint.reset();
  return true;
}

void paint_with_mouse(const Ui& ui, const Document& document, bool hovered, PhotoView& view) {
  CanvasState& canvas = view.canvas;
  const Point at = canvas.transform.image_from_screen(ui.input.mouse);
  if (!canvas.paint) {
    for (const int button : {ImGuiMouseButton_Left, ImGuiMouseButton_Right}) {
      if (hovered && ImGui::IsMouseClicked(button)) return begin(ui, document, button, at, view);
    }
    return;
  }
  // A slow frame has seen several places of the pointer; a stroke needs them all.
  std::vector<Point> places;
  for (const Point& place : ui.input.mouse_path) places.push_back(canvas.transform.image_from_screen(place));
  places.push_back(at);
  canvas.paint->stroke.move(places);
  if (!ImGui::IsMouseDown(canvas.paint->button)) finish(ui, document, view);
}

void resize_brush(const Ui& ui, int direction) {
  Settings changed = ui.settings;
  changed.brush_px = std::clamp(changed.brush_px * (direction > 0 ? kStep : 1 / kStep), kSmallest, kLargest);
  ui.ask.push(ChangeSettings{std::move(changed)});
}

bool brush_takes(Ask ask, PhotoView& view) {
  CanvasState& canvas = view.canvas;
  const auto start_part = [&](Part part) {
    // A part chosen with the brush in hand means: a new garment of that part.
    view.selection.clear(), view.proposal.reset(), canvas.draw_part = part;
    return true;
  };
  switch (ask) {
    case Ask::kStartOuter: return start_part(Part::kOuter);
    case Ask::kStartTop: return start_part(Part::kTop);
    case Ask::kStartBottom: return start_part(Part::kBottom);
    case Ask::kStartDress: return start_part(Part::kDress);
    case Ask::kFinish: return canvas.tool = Tool::kSelect, true;
    case Ask::kReturn:
    case Ask::kDelete: return true;  // neither the photo nor the garment while something is being painted
    default: return false;
  }
}

}  // namespace jaedan::gui
