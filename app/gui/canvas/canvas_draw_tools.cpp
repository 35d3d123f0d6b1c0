#include <imgui.h>

#include <variant>
#include <vector>

#include "app/gui/canvas/canvas.h"
#include "app/gui/draw/region_painter.h"

namespace jaedan::gui {
namespace {

void draw_draft(const Ui& ui, const PhotoView& view, ImDrawList& out) {
  const CanvasState& canvas = view.canvas;
  if (!canvas.draw.drawing()) return;
  const Colour colour = canvas.shape_use == ShapeUse::kCutOut && draws_shape(canvas.tool)
                            ? ui.theme.bad
                            : ui.theme.part(canvas.draw_part);
  const Ring preview = canvas.draw.preview();
  if (preview.size() >= 3) draw_fill(detail_seen({{preview}}, canvas).fill, canvas, with_alpha(colour, 0.18F), out);
  std::vector<ImVec2> line;
  for (const Point& p : preview) line.push_back(vec(canvas.transform.screen_from_image(p)));
  const ImDrawFlags closed = canvas.draw.shape() == DrawShape::kRectangle ? ImDrawFlags_Closed : ImDrawFlags_None;
  out.AddPolyline(line.data(), static_cast<int>(line.size()), rgb(0x000000, 130), closed, ui.px(3.5F));
  out.AddPolyline(line.data(), static_cast<int>(line.size()), colour, closed, ui.px(2));
  const Ring& points = canvas.draw.points();
  const bool closes = canvas.pointer && canvas.draw.would_close(*canvas.pointer);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const ImVec2 at = vec(canvas.transform.screen_from_image(points[i]));
    const float radius = i == 0 ? ui.px(closes ? 8.0F : 5.0F) : ui.px(3);
    out.AddCircleFilled(at, radius, i == 0 && closes ? colour : rgb(0xFFFFFF), 16);
    out.AddCircle(at, radius, colour, 16, ui.px(2));
  }
}

void draw_click(const Ui& ui, const inference::Click& click, const CanvasState& canvas, ImDrawList& out) {
  const ImVec2 at = vec(canvas.transform.screen_from_image(click.at));
  const float arm = ui.px(3);
  out.AddCircleFilled(at, ui.px(7), rgb(0x000000, 170), 20);
  out.AddCircleFilled(at, ui.px(6), click.adds ? ui.theme.good : ui.theme.bad, 20);
  out.AddLine({at.x - arm, at.y}, {at.x + arm, at.y}, rgb(0xFFFFFF), ui.px(1.75F));
  if (click.adds) out.AddLine({at.x, at.y - arm}, {at.x, at.y + arm}, rgb(0xFFFFFF), ui.px(1.75F));
}

/// What is being clicked out, what a click at the pointer would make of it, and what was said of it.
void draw_clicks(const Ui& ui, const PhotoView& view, ImDrawList& out) {
  const CanvasState& canvas = view.canvas;
  if (!is_magic(canvas.tool)) return;
  const ClickDraft& draft = canvas.clicks;
  const Colour colour = ui.theme.part(canvas.draw_part);
  if (!draft.region().empty()) {
    const RegionDetail detail = detail_seen(draft.region(), canvas);
    draw_fill(detail.fill, canvas, with_alpha(colour, draft.waits() ? 0.2F : 0.35F), out);
    draw_outline(detail.rings, canvas, {colour, ui.px(2.25F), ui.px(4)}, out);
  }
  if (draft.maybe()) {
    const RegionDetail detail = detail_seen(*draft.maybe(), canvas);
    draw_outline(detail.rings, canvas, {colour, 0, ui.px(3), rgb(0x000000, 110)}, out);
    draw_dashes(detail.rings, canvas, rgb(0xFFFFFF), ui.px(1.75F), ui.px(5), out);
  }
  for (const ClickWord& word : draft.said()) {
    if (const auto* click = std::get_if<inference::Click>(&word)) {
      draw_click(ui, *click, canvas, out);
    } else {
      const Rect& box = std::get<Rect>(word);
      out.AddRect(vec(canvas.transform.screen_from_image({box.x, box.y})),
                  vec(canvas.transform.screen_from_image({box.right(), box.bottom()})), with_alpha(colour, 0.8F), 0, 0,
                  ui.px(1.5F));
    }
  }
}

void draw_line(const Ui& ui, const PhotoView& view, ImDrawList& out) {
  const CanvasState& canvas = view.canvas;
  if (canvas.line.empty()) return;
  std::vector<ImVec2> line;
  for (const Point& p : canvas.line) line.push_back(vec(canvas.transform.screen_from_image(p)));
  const Colour colour = canvas.tool == Tool::kKnife ? ui.theme.bad : rgb(0xFFFFFF);
  out.AddPolyline(line.data(), static_cast<int>(line.size()), rgb(0x000000, 150), ImDrawFlags_None, ui.px(4));
  out.AddPolyline(line.data(), static_cast<int>(line.size()), colour, ImDrawFlags_None, ui.px(2));
}

/// The region as the stroke has made it so far, and how large the brush is.
void draw_brush(const Ui& ui, const PhotoView& view, ImDrawList& out) {
  const CanvasState& canvas = view.canvas;
  if (!is_brush(canvas.tool)) return;
  if (canvas.paint) {
    const Region& region = canvas.paint->stroke.region();
    const Colour colour = ui.theme.part(canvas.draw_part);
    const RegionDetail detail = detail_seen(region, canvas);
    draw_fill(detail.fill, canvas, with_alpha(colour, 0.35F), out);
    draw_outline(detail.rings, canvas, {colour, ui.px(2.25F), ui.px(4)}, out);
  }
  if (!canvas.pointer) return;
  const ImVec2 at = vec(canvas.transform.screen_from_image(*canvas.pointer));
  const float radius = canvas.paint ? static_cast<float>(canvas.paint->stroke.brush().radius_px * canvas.transform.zoom)
                                    : ui.px(ui.settings.brush_px);
  out.AddCircle(at, radius, rgb(0x000000, 150), 0, ui.px(3));
  out.AddCircle(at, radius, canvas.tool == Tool::kEraser ? ui.theme.bad : rgb(0xFFFFFF), 0, ui.px(1.5F));
}

/// A border holds the point that would be set here.
void draw_held(const Ui& ui, const CanvasState& canvas, ImDrawList& out) {
  if (!canvas.held) return;
  const ImVec2 at = vec(canvas.transform.screen_from_image(*canvas.held));
  out.AddCircle(at, ui.px(7), rgb(0x000000, 150), 20, ui.px(3.5F));
  out.AddCircle(at, ui.px(7), ui.theme.accent, 20, ui.px(2));
}

void draw_crosshair(const Ui& ui, const CanvasState& canvas, ImDrawList& out) {
  if (!ui.settings.show_crosshair || canvas.tool == Tool::kSelect || !canvas.pointer) return;
  const ImVec2 at = vec(canvas.transform.screen_from_image(*canvas.pointer));
  const Colour colour = rgb(0xFFFFFF, 110);
  out.AddLine({static_cast<float>(canvas.area.x), at.y}, {static_cast<float>(canvas.area.right()), at.y}, colour);
  out.AddLine({at.x, static_cast<float>(canvas.area.y)}, {at.x, static_cast<float>(canvas.area.bottom())}, colour);
}

}  // namespace

void draw_tools(const Ui& ui, const PhotoView& view, ImDrawList& out) {
  draw_clicks(ui, view, out);
  draw_draft(ui, view, out);
  draw_line(ui, view, out);
  draw_brush(ui, view, out);
  draw_held(ui, view.canvas, out);
  draw_crosshair(ui, view.canvas, out);
}

}  // namespace jaedan::gui
