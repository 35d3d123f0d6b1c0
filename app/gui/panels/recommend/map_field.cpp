#include "app/gui/panels/recommend/map_field.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/gui/draw/widgets.h"
#include "app/gui/panels/recommend/garment_crop.h"

namespace jaedan::gui {
namespace {

constexpr float kFitMargin = 28;
constexpr float kReach = 9;       // from the mouse to a garment
constexpr double kLassoStep = 3;  // between two corners
constexpr float kPictureSide = 120;

Point mouse() { return {ImGui::GetIO().MousePos.x, ImGui::GetIO().MousePos.y}; }

Point mouse_on_map(const MapState& state) { return state.view.transform.image_from_screen(mouse()); }

void fit(const Ui& ui, const MapLayout& layout, MapState& state) {
  const Rect& bounds = layout.points.bounds();
  const auto side = [](double length) { return std::max(static_cast<int>(std::ceil(length)), 1); };
  CanvasTransform transform =
      CanvasTransform::fitting(side(bounds.width), side(bounds.height), state.view.area, ui.px(kFitMargin));
  transform.origin = transform.origin - Point{bounds.x, bounds.y} * transform.zoom;
  state.view.transform = transform;
}

void zoom(bool hovered, MapState& state) {
  const float steps = ImGui::GetIO().MouseWheel;
  if (!hovered || steps == 0) return;
  state.view.transform = state.view.transform.zoomed_at(mouse(), std::pow(1.2, steps));
  state.fitted = false;
}

/// A button went down on the map: it draws a lasso or takes the map in hand.
void take_hold(MapState& state) {
  const bool is_left = ImGui::IsMouseDown(ImGuiMouseButton_Left);
  state.drawing = is_left && (state.has_lasso || ImGui::GetIO().KeyShift);
  state.grip.reset();
  if (!state.drawing) state.grip = MapState::Grip{mouse(), mouse_on_map(state), is_left};
  if (state.drawing) state.lasso = {mouse_on_map(state)};
}

/// Whether the button was let go where it went down.
bool move_map(bool held, MapState& state) {
  if (!state.grip) return false;
  MapState::Grip& grip = *state.grip;
  grip.has_moved = grip.has_moved || distance(mouse(), grip.at) > ImGui::GetIO().MouseDragThreshold;
  if (grip.has_moved) {
    // By what is held, not by how far the mouse went since the last frame: a fast drag ends in one frame.
    state.view.transform.origin = mouse() - grip.on_map * state.view.transform.zoom;
    state.fitted = false;
  }
  if (held) return false;
  const bool was_clicked = grip.is_left && !grip.has_moved;
  state.grip.reset();
  return was_clicked;
}

/// Draws on while the button is down; what it went around is caught when that is let go. Whether it was let go where it
/// went down.
bool draw_lasso(const Ui& ui, const MapShown& shown, bool held, MapState& state) {
  if (!state.drawing) return false;
  const double step = ui.px(kLassoStep) / state.view.transform.zoom;
  for (const Point& place : ui.input.mouse_path) {
    const Point on_map = state.view.transform.image_from_screen(place);
    if (distance(on_map, state.lasso.back()) >= step) state.lasso.push_back(on_map);
  }
  if (held) return false;
  state.drawing = false;
  const Ring outline = std::move(state.lasso);
  state.forget_caught();
  std::vector<std::uint32_t> inside = shown.layout.points.inside(outline);
  if (inside.empty()) return outline.size() < 3;
  state.hold(shown.map, std::move(inside));
  state.lasso = outline;
  return false;
}

void choose(const Ui& ui, const MapShown& shown, bool hovered, bool was_clicked, MapState& state) {
  state.hover.reset();
  if (!hovered || state.drawing) return;
  state.hover = shown.layout.points.nearest(mouse_on_map(state), ui.px(kReach) / state.view.transform.zoom);
  if (was_clicked) state.selected = state.hover;
  if (state.hover && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
    ui.ask.push(OpenPhoto{shown.map.photo_of(*state.hover).id});
  }
}

void describe_hovered(const Ui& ui, const MapShown& shown, Thumbnails& thumbnails, const MapState& state) {
  if (!state.hover || (state.grip && state.grip->has_moved)) return;
  const Photo& photo = shown.map.photo_of(*state.hover);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(9), ui.px(8)));
  ImGui::BeginTooltip();
  picture(ui, thumbnails.find(photo), ui.px(kPictureSide), ui.px(kPictureSide),
          garment_crop(photo, shown.map.garments[*state.hover].box));
  ImGui::SameLine();
  ImGui::BeginGroup();
  ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + ui.px(240));
  ImGui::TextUnformatted(words_of_garment(shown.map, *state.hover, shown.taxonomy, ui.text).c_str());
  ImGui::PopTextWrapPos();
  ImGui::EndGroup();
  ImGui::EndTooltip();
  ImGui::PopStyleVar();
}

}  // namespace

void map_field(const Ui& ui, const MapShown& shown, Thumbnails& thumbnails, MapState& state, ImVec2 size) {
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  if (size.x < 8 || size.y < 8) return;
  state.view.area = {corner.x, corner.y, size.x, size.y};
  ImGui::InvisibleButton("map.field", size, ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonMiddle);
  remember_item(ui, "map.field");
  const bool hovered = ImGui::IsItemHovered(), held = ImGui::IsItemActive();
  if (state.fitted) fit(ui, shown.layout, state);
  if (ImGui::IsItemActivated()) take_hold(state);
  zoom(hovered, state);
  const bool let_go = move_map(held, state);
  const bool dotted = draw_lasso(ui, shown, held, state);
  choose(ui, shown, hovered, let_go || dotted, state);
  ImDrawList& out = *ImGui::GetWindowDrawList();
  out.PushClipRect(corner, {corner.x + size.x, corner.y + size.y}, true);
  draw_map(ui, shown, thumbnails, state, out);
  out.PopClipRect();
  describe_hovered(ui, shown, thumbnails, state);
}

}  // namespace jaedan::gui
