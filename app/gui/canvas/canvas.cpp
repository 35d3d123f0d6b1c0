#include "app/gui/canvas/canvas.h"

#include <imgui.h>

#include <cmath>

#include "app/gui/draw/widgets.h"

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

void show_cursor(ToolCursor cursor) {
  if (cursor == ToolCursor::kHand) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  if (cursor == ToolCursor::kCross) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeNWSE);  // our crosshair (window.cpp)
}

void work_with_mouse(const ToolContext& on, bool hovered, bool held) {
  CanvasState& canvas = on.view.canvas;
  CanvasTool& tool = canvas.tools.in_hand();
  tool.follow(on);
  canvas.pointer.reset();
  canvas.held.reset();
  if (hovered || held) canvas.pointer = mouse_on_photo(on);
  if (!canvas.panning) {
    const bool over = hovered && !ImGui::IsKeyDown(ImGui::GetKeyIndex(ImGuiKey_Space));
    if (!canvas.tools.selects()) canvas.hover.reset();
    tool.mouse(on, over);
    if (over) show_cursor(tool.cursor(on.view));
  }
  canvas.tools.in_hand().settle(on);
}

}  // namespace

std::optional<CanvasHand> lay_out_canvas(const Ui& ui, const Document* document, bool loading, PhotoView& view) {
  CanvasState& canvas = view.canvas;
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const ImVec2 size = ImGui::GetContentRegionAvail();
  canvas.area = {corner.x, corner.y, size.x, size.y};
  if (size.x < 8 || size.y < 8) return std::nullopt;
  ImGui::InvisibleButton(
      "canvas", size,
      ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonRight | ImGuiButtonFlags_MouseButtonMiddle);
  remember_item(ui, "canvas");
  if (!document) {
    draw_empty(ui, loading, canvas.area, *ImGui::GetWindowDrawList());
    return std::nullopt;
  }
  const Photo& photo = document->session.photo();
  if (canvas.fitted) {
    // Below the options of the drawing tools, so that every place of the photo can be clicked on.
    const float options = ui.px(kOptionsHeight);
    const Rect free{canvas.area.x, canvas.area.y + options, canvas.area.width, canvas.area.height - options};
    canvas.transform = CanvasTransform::fitting(photo.width, photo.height, free, ui.px(kFitMargin));
  }
  CanvasHand hand{ImGui::IsItemHovered(), ImGui::IsItemActive()};
  zoom_and_pan(hand.hovered, hand.held, canvas);
  if (navigator_takes_mouse(ui, *document, hand.hovered, hand.held, view)) hand.hovered = false;
  return hand;
}

void draw_photo(Document& document, PhotoView& view, ImDrawList& out) {
  begin_look(view.look, out);
  document.texture.draw(view.canvas.transform, view.canvas.area, view.canvas.transform.zoom >= kSharpZoom, out);
  end_look(view.look, out);
  view.draw_again = view.draw_again || !document.texture.complete();
}

void canvas_panel(const Ui& ui, Document* document, bool loading, RegionCache& regions, EdgeFollower& edges,
                  PhotoView& view) {
  CanvasState& canvas = view.canvas;
  const std::optional<CanvasHand> hand = lay_out_canvas(ui, document, loading, view);
  if (!hand) return;
  regions.follow(*document, 1 / canvas.transform.zoom);
  view.draw_again = view.draw_again || !regions.complete();
  work_with_mouse({ui, *document, regions, edges, view}, hand->hovered, hand->held);
  ImDrawList& out = *ImGui::GetWindowDrawList();
  const Rect& area = canvas.area;
  out.PushClipRect({static_cast<float>(area.x), static_cast<float>(area.y)},
                   {static_cast<float>(area.right()), static_cast<float>(area.bottom())}, true);
  draw_photo(*document, view, out);
  draw_canvas(ui, *document, regions, view, out);
  draw_pins(ui, *document, std::nullopt, view, out);
  draw_navigator(ui, *document, view, out);
  out.PopClipRect();
  canvas.tools.in_hand().options(ui, view);
}

bool must_stay(const CanvasState& canvas) {
  const CanvasTool& tool = canvas.tools.in_hand();
  return tool.under_way() && (!tool.can_put_aside() || ImGui::IsMouseDown(ImGuiMouseButton_Left));
}

Text why_stay(const CanvasState& canvas) {
  const bool in_stroke = ImGui::IsMouseDown(ImGuiMouseButton_Left);
  return in_stroke || canvas.tools.in_hand().can_put_aside() ? Text::kFinishShapeFirst : Text::kFinishClicksFirst;
}

void show_full_size(CanvasState& canvas) {
  const Point middle{canvas.area.x + canvas.area.width / 2, canvas.area.y + canvas.area.height / 2};
  canvas.transform = canvas.transform.zoomed_at(middle, 1 / canvas.transform.zoom);
  canvas.fitted = false;
}

void start_part(Part part, const ToolContext& on) {
  CanvasState& canvas = on.view.canvas;
  if (canvas.tools.in_hand().take_part(part, on)) return;
  canvas.draw_part = part;
  canvas.tools.take("polygon", on);
}

void repeat_tool(const ToolContext& on) {
  ToolBox& tools = on.view.canvas.tools;
  const ToolRow& last = tools.last();
  if (tools.in_hand().under_way() || tools.holds(last.id)) return;
  on.view.selection.clear();
  on.view.proposal.reset();
  tools.take(last.id, on);
}

}  // namespace jaedan::gui
