#include <imgui.h>

#include <algorithm>

#include "app/gui/canvas/canvas.h"
#include "labeling/edit/commands/delete_vertex.h"
#include "labeling/edit/commands/insert_vertex.h"

namespace jaedan::gui {
namespace {

// Distances that a hand can hit, in design pixels on the screen.
constexpr float kGrab = 7;

/// What the pointer means: points and edges count only on the selected garment, whose points are shown.
std::optional<Hit> hit_at(const Ui& ui, const Document& document, const RegionCache& cache, Point at,
                          const PhotoView& view) {
  const Annotation& annotation = document.session.annotation();
  HitTestOptions options;
  options.tolerance_px = in_image(ui, kGrab, view.canvas);
  options.preferred = view.selection.current();
  options.bounds = &cache.garment_bounds();
  std::optional<Hit> hit = hit_test(annotation, at, options);
  if (!hit || hit->kind == HitKind::kBody || hit->garment == options.preferred) return hit;
  options.tolerance_px = 0;
  const std::optional<Hit> body = hit_test(annotation, at, options);
  if (body && body->kind == HitKind::kBody) return body;
  hit->kind = HitKind::kBody;
  hit->point = at;
  return hit;
}

std::optional<std::size_t> proposal_at(const Document& document, Point at) {
  for (const std::size_t index : open_proposals(document)) {
    if (contains(proposals_of(document)[index].region, at)) return index;
  }
  return std::nullopt;
}

void press(const Ui& ui, const Document& document, const RegionCache& cache, Point at, PhotoView& view) {
  CanvasState& canvas = view.canvas;
  const std::optional<Hit> hit = hit_at(ui, document, cache, at, view);
  view.proposal.reset();
  if (!hit) {
    view.selection.clear();
    view.proposal = proposal_at(document, at);
    return;
  }
  const bool was_selected = view.selection.contains(hit->garment);
  if (hit->kind == HitKind::kVertex) {
    if (ImGui::GetIO().KeyAlt) {
      ui.ask.run(DeleteVertex(hit->garment, hit->ring, hit->index, ui.user));
      return;
    }
    view.selection.select_vertex({hit->garment, hit->ring, hit->index});
  } else if (ImGui::GetIO().KeyCtrl) {
    view.selection.toggle(hit->garment);
    return;
  } else if (!was_selected) {
    view.selection.select_only(hit->garment);
    return;  // the first click only selects, so that nothing moves by accident
  }
  const Garment* garment = find_garment(document.session.annotation(), hit->garment);
  if (!garment || garment->locked) return;
  if (hit->kind == HitKind::kEdge) canvas.pressed_edge = hit;
  DragStart start;
  start.hit = *hit;
  start.at = at;
  start.garments = view.selection.garments();
  start.bounds = bounds_of(garment->region);
  start.gesture = ++canvas.gestures;
  DragOptions options;
  options.slop_px = in_image(ui, kClickSlop, canvas);
  options.frame = photo_frame(document);
  canvas.drag.press(std::move(start), options, ui.user);
}

void release(const Ui& ui, PhotoView& view) {
  CanvasState& canvas = view.canvas;
  if (canvas.drag.active() && !canvas.drag.moved() && canvas.pressed_edge) {
    const Hit& edge = *canvas.pressed_edge;
    ui.ask.run(InsertVertex(edge.garment, edge.ring, edge.index, edge.point, ui.user));
  }
  canvas.drag.release();
  canvas.pressed_edge.reset();
}

void edit_with_mouse(const Ui& ui, const Document& document, const RegionCache& cache, bool hovered, PhotoView& view) {
  CanvasState& canvas = view.canvas;
  const Point at = canvas.transform.image_from_screen(ui.input.mouse);
  if (canvas.drag.active()) {
    const auto settle = [&](Point place) { return settled(ui, document, cache, place, view); };
    if (std::unique_ptr<Command> command = canvas.drag.move(at, settle)) {
      ui.ask.push(RunCommand{std::move(command), canvas.drag.gesture()});
    }
    if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) release(ui, view);
    return;
  }
  canvas.hover = hovered ? hit_at(ui, document, cache, at, view) : std::nullopt;
  if (canvas.hover && canvas.hover->kind == HitKind::kVertex) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  if (hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) press(ui, document, cache, at, view);
}

}  // namespace

void handle_canvas_mouse(const Ui& ui, const Document& document, const RegionCache& cache, bool hovered, bool held,
                         PhotoView& view) {
  CanvasState& canvas = view.canvas;
  canvas.pointer.reset();
  canvas.held.reset();
  if (hovered || held) canvas.pointer = canvas.transform.image_from_screen(ui.input.mouse);
  if (canvas.panning) return;
  const bool over = hovered && !ImGui::IsKeyDown(ImGui::GetKeyIndex(ImGuiKey_Space));
  if (canvas.tool == Tool::kSelect) {
    edit_with_mouse(ui, document, cache, over, view);
  } else if (canvas.tool == Tool::kClicks) {
    canvas.hover.reset();
    if (over) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeNWSE);
    click_with_mouse(ui, document, over, view);
  } else if (is_line(canvas.tool)) {
    canvas.hover.reset();
    if (over) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeNWSE);
    line_with_mouse(ui, document, over, view);
  } else if (is_brush(canvas.tool)) {
    canvas.hover.reset();
    if (over) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeNWSE);
    paint_with_mouse(ui, document, over, view);
  } else {
    canvas.hover.reset();
    if (over) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeNWSE);  // our crosshair (window.cpp)
    draw_with_mouse(ui, document, cache, over, view);
  }
}

}  // namespace jaedan::gui
