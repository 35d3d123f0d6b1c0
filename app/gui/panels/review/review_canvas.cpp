#include "app/gui/panels/review/review_canvas.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "app/gui/draw/region_painter.h"
#include "app/gui/draw/widgets.h"

namespace jaedan::gui {
namespace {

using workflow::GarmentDifference;

constexpr float kLineGrip = 8;  // design pixels to either side

const RegionDetail& detail_of(const Region& region, const PhotoView& view, ReviewState& state) {
  const double pixel = 1 / view.canvas.transform.zoom;
  RegionDetail& known = state.shapes[&region];
  if (!suits(known, pixel)) known = detail_for(region, pixel);
  return known;
}

void draw_garments_of(const Ui& ui, const Annotation& annotation, const PhotoView& view, ReviewState& state,
                      ImDrawList& out) {
  for (const Garment& garment : annotation.garments) {
    if (!on_screen(bounds_of(garment.region), view.canvas)) continue;
    const RegionDetail& detail = detail_of(garment.region, view, state);
    const Colour colour = ui.theme.part(garment.part);
    draw_fill(detail.fill, view.canvas, with_alpha(colour, ui.settings.fill_opacity), out);
    draw_outline(detail.rings, view.canvas, {colour, ui.px(1.75F), ui.px(3.75F)}, out);
  }
}

void draw_difference(const Ui& ui, const GarmentDifference& garment, const PhotoView& view, ReviewState& state,
                     ImDrawList& out) {
  const auto area = [&](const Region& region, Colour colour, float opacity, float width) {
    if (region.empty() || !on_screen(bounds_of(region), view.canvas)) return;
    const RegionDetail& detail = detail_of(region, view, state);
    draw_fill(detail.fill, view.canvas, with_alpha(colour, opacity), out);
    draw_outline(detail.rings, view.canvas, {colour, ui.px(width), ui.px(width + 1)}, out);
  };
  area(garment.same, rgb(0xB8BEC8), 0.18F, 1.0F);
  area(garment.removed, rgb(0xE5484D), 0.55F, 1.5F);
  area(garment.added, rgb(0x30A46C), 0.55F, 1.5F);
}

float line_at(const ReviewState& state, const Rect& area) {
  return static_cast<float>(area.x + area.width * state.split);
}

void side_label(const Ui& ui, const char* text, ImVec2 at, bool ends_there, ImDrawList& out) {
  ImFont* const font = ui.fonts.small;
  const ImVec2 size = font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, text);
  const float left = ends_there ? at.x - size.x - ui.px(16) : at.x;
  out.AddRectFilled({left, at.y}, {left + size.x + ui.px(16), at.y + size.y + ui.px(6)}, rgb(0x14161A, 215), ui.px(4));
  out.AddText(font, font->FontSize, {left + ui.px(8), at.y + ui.px(3)}, rgb(0xFFFFFF), text);
}

void draw_swipe(const Ui& ui, const PhotoReview& review, const workflow::ReviewVersion& before, const PhotoView& view,
                ReviewState& state, ImDrawList& out) {
  const Rect& area = view.canvas.area;
  const float line = line_at(state, area);
  const auto left = static_cast<float>(area.x), top = static_cast<float>(area.y);
  const auto right = static_cast<float>(area.right()), bottom = static_cast<float>(area.bottom());
  out.PushClipRect({left, top}, {line, bottom}, true);
  draw_garments_of(ui, before.annotation, view, state, out);
  out.PopClipRect();
  out.PushClipRect({line, top}, {right, bottom}, true);
  draw_garments_of(ui, review.now, view, state, out);
  out.PopClipRect();
  out.AddLine({line, top}, {line, bottom}, rgb(0x000000, 150), ui.px(4));
  out.AddLine({line, top}, {line, bottom}, rgb(0xFFFFFF), ui.px(2));
  const float middle = (top + bottom) / 2;
  out.AddCircleFilled({line, middle}, ui.px(10), rgb(0xFFFFFF), 24);
  for (const float side : {-1.0F, 1.0F}) {
    out.AddTriangleFilled({line + side * ui.px(2), middle - ui.px(4)}, {line + side * ui.px(2), middle + ui.px(4)},
                          {line + side * ui.px(7), middle}, rgb(0x14161A));
  }
  side_label(ui, ui.text(Text::kBefore), {line - ui.px(8), top + ui.px(8)}, true, out);
  side_label(ui, ui.text(Text::kNow), {line + ui.px(8), top + ui.px(8)}, false, out);
  remember_place(ui, "review.line",
                 {line - ui.px(kLineGrip), static_cast<double>(middle - ui.px(20)), 2 * ui.px(kLineGrip), ui.px(40)},
                 false);
}

/// The line is dragged; a click elsewhere sets the pin, and one on the pin takes it away.
void work_with_hand(const Ui& ui, const Document& document, const CanvasHand& hand, bool has_line, PhotoView& view,
                    ReviewState& state) {
  CanvasState& canvas = view.canvas;
  const Point mouse{ImGui::GetIO().MousePos.x, ImGui::GetIO().MousePos.y};
  const bool is_down = ImGui::IsMouseDown(ImGuiMouseButton_Left);
  canvas.pointer.reset();
  if (hand.hovered || hand.held) canvas.pointer = canvas.transform.image_from_screen(mouse);
  if (!hand.held || !is_down) state.holds_line = false;
  if (canvas.panning || canvas.navigating) return;
  const bool on_line = has_line && std::abs(mouse.x - line_at(state, canvas.area)) <= ui.px(kLineGrip);
  if (hand.hovered && on_line) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
  if (state.holds_line) {
    state.split = std::clamp(static_cast<float>((mouse.x - canvas.area.x) / canvas.area.width), 0.02F, 0.98F);
  }
  const bool clicked = hand.hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Left);
  if (!clicked || ImGui::IsKeyDown(ImGui::GetKeyIndex(ImGuiKey_Space))) return;
  if (on_line) {
    state.holds_line = true;
    return;
  }
  const Point at = *canvas.pointer;
  const Photo& photo = document.session.photo();
  if (at.x < 0 || at.y < 0 || at.x > photo.width || at.y > photo.height) return;
  const bool on_pin = state.pin && distance(*state.pin, at) * canvas.transform.zoom < ui.px(10);
  state.pin = on_pin ? std::nullopt : std::optional(at);
}

}  // namespace

void review_canvas(const Ui& ui, Document* document, bool loading, const std::shared_ptr<const PhotoReview>& review,
                   PhotoView& view, ReviewState& state) {
  const std::optional<CanvasHand> hand = lay_out_canvas(ui, document, loading, view);
  if (!hand) return;
  if (state.shapes_of != review) {
    state.shapes.clear();
    state.shapes_of = review;
  }
  const workflow::ReviewVersion* const before = shown_version(review.get(), state);
  const bool swipes = before && state.look == ReviewLook::kSwipe;
  work_with_hand(ui, *document, *hand, swipes, view, state);
  ImDrawList& out = *ImGui::GetWindowDrawList();
  const Rect& area = view.canvas.area;
  out.PushClipRect({static_cast<float>(area.x), static_cast<float>(area.y)},
                   {static_cast<float>(area.right()), static_cast<float>(area.bottom())}, true);
  draw_photo(*document, view, out);
  if (swipes) {
    draw_swipe(ui, *review, *before, view, state, out);
  } else if (const workflow::PhotoDifference* const difference = shown_difference(review.get(), state)) {
    for (const GarmentDifference& garment : difference->garments) draw_difference(ui, garment, view, state, out);
  } else if (review) {
    draw_garments_of(ui, review->now, view, state, out);
  }
  draw_pins(ui, *document, state.pin, view, out);
  draw_navigator(ui, *document, view, out);
  out.PopClipRect();
}

}  // namespace jaedan::gui
