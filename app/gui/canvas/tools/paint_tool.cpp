#include "app/gui/canvas/tools/paint_tool.h"

#include <imgui.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "app/gui/canvas/canvas_state.h"
#include "app/gui/draw/region_painter.h"
#include "labeling/tools/hit_test.h"

namespace jaedan::gui {
namespace {

constexpr float kStep = 1.2F;  // from one size of the brush to the next
constexpr float kSmallest = 2, kLargest = 200;

bool starts_new(const EditTarget& target) { return !target.garment && !target.proposal; }

/// An eraser without anything selected takes the garment below it.
void select_below(const ToolContext& on, Point at) {
  const auto hit = hit_test(on.document.session.annotation(), at, {0, {}});
  if (hit) on.view.selection.select_only(hit->garment);
}

}  // namespace

bool PaintTool::start(const ToolContext& on, CanvasTool& before) {
  if (before.under_way()) return tell_finish_first(on.ui);
  if (tell_untouchable(on.ui, on.document, on.view)) return false;
  stroke_.reset();
  return true;
}

bool PaintTool::take_part(Part part, const ToolContext& on) {
  // A part chosen with the brush in hand means: a new garment of that part.
  on.view.selection.clear();
  on.view.proposal.reset();
  on.view.canvas.draw_part = part;
  return true;
}

void PaintTool::begin(const ToolContext& on, int button) {
  const auto& [ui, document, regions, edges, view] = on;
  const Point at = mouse_on_photo(on);
  const bool takes_away = erases() || button == ImGuiMouseButton_Right;
  if (takes_away && starts_new(edit_target(document, view))) select_below(on, at);
  if (tell_untouchable(ui, document, view)) return;
  EditTarget target = edit_target(document, view);
  if (takes_away && starts_new(target)) {
    ui.ask.push(Tell{ui.text(Text::kEraseWhat)});
    return;
  }
  view.canvas.draw_part = part_of(target, document, view.canvas.draw_part);
  const double radius = in_image(ui, ui.settings.brush_px, view.canvas);
  labeling::BrushStroke brush(region_of(target, document), {radius, takes_away}, photo_frame(document), at);
  stroke_ = Stroke{std::move(target), button, std::move(brush)};
}

void PaintTool::finish(const ToolContext& on) {
  const Stroke stroke = *std::exchange(stroke_, std::nullopt);
  if (!stroke.brush.changes_something()) return;
  if (stroke.brush.region().empty()) {
    on.ui.ask.push(Tell{on.ui.text(Text::kNothingLeft)});
    return;
  }
  give_region(on.ui, on.document, stroke.target, stroke.brush.region(), on.view);
}

void PaintTool::mouse(const ToolContext& on, bool over) {
  if (!stroke_) {
    for (const int button : {ImGuiMouseButton_Left, ImGuiMouseButton_Right}) {
      if (over && ImGui::IsMouseClicked(button)) return begin(on, button);
    }
    return;
  }
  std::vector<Point> places = mouse_path_on_photo(on);
  places.push_back(mouse_on_photo(on));
  stroke_->brush.move(places);
  if (!ImGui::IsMouseDown(stroke_->button)) finish(on);
}

bool PaintTool::key(ToolKey key, const ToolContext& on) {
  switch (key) {
    case ToolKey::kFinish:
    case ToolKey::kCancel: return on.view.canvas.tools.put_down(), true;
    case ToolKey::kReject:
    case ToolKey::kDelete: return true;  // neither the photo nor the garment with a brush in hand
    case ToolKey::kTakeBack:
    case ToolKey::kUndo:
    case ToolKey::kRedo: return false;
  }
  return false;
}

/// The region as the stroke has made it so far, and how large the brush is.
void PaintTool::draw(const Ui& ui, const PhotoView& view, ImDrawList& out) const {
  const CanvasState& canvas = view.canvas;
  if (stroke_) {
    const Colour colour = ui.theme.part(canvas.draw_part);
    const RegionDetail detail = detail_seen(stroke_->brush.region(), canvas);
    draw_fill(detail.fill, canvas, with_alpha(colour, 0.35F), out);
    draw_outline(detail.rings, canvas, {colour, ui.px(2.25F), ui.px(4)}, out);
  }
  if (!canvas.pointer) return;
  const ImVec2 at = vec(canvas.transform.screen_from_image(*canvas.pointer));
  const float radius = stroke_ ? static_cast<float>(stroke_->brush.brush().radius_px * canvas.transform.zoom)
                               : ui.px(ui.settings.brush_px);
  out.AddCircle(at, radius, rgb(0x000000, 150), 0, ui.px(3));
  out.AddCircle(at, radius, erases() ? ui.theme.bad : rgb(0xFFFFFF), 0, ui.px(1.5F));
}

/// "Top: …" of what is painted on.
std::string PaintTool::hint(const Ui& ui, const Document& document, const PhotoView& view) const {
  const Garment* garment = selected_garment(document, view);
  if (const auto reason = garment ? reason_against_change(*garment) : std::nullopt) return ui.text(*reason);
  const EditTarget target = edit_target(document, view);
  const Part part = part_of(target, document, view.canvas.draw_part);
  return std::string(ui.text.part(part)) + ": " + ui.text(target_hint(starts_new(target)));
}

void resize_brush(const Ui& ui, int direction) {
  Settings changed = ui.settings;
  changed.brush_px = std::clamp(changed.brush_px * (direction > 0 ? kStep : 1 / kStep), kSmallest, kLargest);
  ui.ask.push(ChangeSettings{std::move(changed)});
}

}  // namespace jaedan::gui
