#include "app/gui/canvas/canvas.h"

#include <imgui.h>

#include <cmath>

namespace jaedan::gui {
namespace {

constexpr double kFitMargin = 24;
constexpr float kOptionsHeight = 28;
constexpr double kSharpZoom = 3;  // from here on single pixels are what a person wants to see

void draw_empty(const Ui& ui, bool loading, const Rect& area, ImDrawList& out) {
  const char* text = ui.text(loading ? Text::kLoading : Text::kNoPhoto);
  const ImVec2 size = ImGui::CalcTextSize(text);
  out.AddText(
      {static_cast<float>(area.x + (area.width - size.x) / 2), static_cast<float>(area.y + (area.height - size.y) / 2)},
      ui.theme.muted, text);
}

void zoom_and_pan(bool hovered, bool held, CanvasState& canvas) {
  const ImGuiIO& io = ImGui::GetIO();
  const Point mouse{io.MousePos.x, io.MousePos.y};
  if (hovered && io.MouseWheel != 0) {
    canvas.transform = canvas.transform.zoomed_at(mouse, std::pow(1.2, io.MouseWheel));
    canvas.fitted = false;
  }
  const bool space = ImGui::IsKeyDown(ImGui::GetKeyIndex(ImGuiKey_Space)) && !io.WantTextInput;
  canvas.panning =
      held && (ImGui::IsMouseDown(ImGuiMouseButton_Middle) || (space && ImGui::IsMouseDown(ImGuiMouseButton_Left)));
  if (canvas.panning && (io.MouseDelta.x != 0 || io.MouseDelta.y != 0)) {
    canvas.transform.origin = canvas.transform.origin + Point{io.MouseDelta.x, io.MouseDelta.y};
    canvas.fitted = false;
  }
  if (canvas.panning || (hovered && space)) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
}

}  // namespace

double in_image(const Ui& ui, float design_px, const CanvasState& canvas) {
  return ui.px(design_px) / canvas.transform.zoom;
}

void canvas_panel(const Ui& ui, Document* document, bool loading, RegionCache& cache, PhotoView& view) {
  CanvasState& canvas = view.canvas;
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const ImVec2 size = ImGui::GetContentRegionAvail();
  canvas.area = {corner.x, corner.y, size.x, size.y};
  ImDrawList& out = *ImGui::GetWindowDrawList();
  if (size.x < 8 || size.y < 8) return;
  ImGui::InvisibleButton(
      "canvas", size,
      ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonRight | ImGuiButtonFlags_MouseButtonMiddle);
  ui.items.record("canvas", canvas.area);
  if (!document) {
    draw_empty(ui, loading, canvas.area, out);
    return;
  }
  const Photo& photo = document->session.photo();
  if (canvas.fitted) {
    // Below the options of the drawing tools, so that every place of the photo can be clicked on.
    const float options = ui.px(kOptionsHeight);
    const Rect free{canvas.area.x, canvas.area.y + options, canvas.area.width, canvas.area.height - options};
    canvas.transform = CanvasTransform::fitting(photo.width, photo.height, free, ui.px(kFitMargin));
  }
  bool hovered = ImGui::IsItemHovered();
  const bool held = ImGui::IsItemActive();
  zoom_and_pan(hovered, held, canvas);
  if (navigator_takes_mouse(ui, *document, hovered, held, view)) hovered = false;
  cache.follow(*document, 1 / canvas.transform.zoom);
  view.draw_again = view.draw_again || !cache.complete();
  follow_click_target(ui, *document, view);
  handle_canvas_mouse(ui, *document, cache, hovered, held, view);
  take_clicks_when_ready(ui, *document, view);
  out.PushClipRect(corner, {corner.x + size.x, corner.y + size.y}, true);
  begin_look(view.look, out);
  document->texture.draw(canvas.transform, canvas.area, canvas.transform.zoom >= kSharpZoom, out);
  end_look(view.look, out);
  view.draw_again = view.draw_again || !document->texture.complete();
  draw_canvas(ui, *document, cache, view, out);
  draw_navigator(ui, *document, view, out);
  out.PopClipRect();
  canvas_options(ui, view);
}

}  // namespace jaedan::gui
