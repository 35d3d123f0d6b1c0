#include "app/gui/canvas/tools/shape_pen.h"

#include <imgui.h>

#include <vector>

#include "app/gui/canvas/canvas_state.h"
#include "app/gui/draw/region_painter.h"

namespace jaedan::gui {
namespace {

// Design pixels on the screen.
constexpr float kClose = 10;
constexpr float kSpacing = 7;

DrawOptions draw_options(const ToolContext& on) {
  DrawOptions options;
  options.close_distance_px = in_image(on.ui, kClose, on.view.canvas);
  options.spacing_px = in_image(on.ui, kSpacing, on.view.canvas);
  options.click_slop_px = in_image(on.ui, kClickSlop, on.view.canvas);
  options.frame = photo_frame(on.document);
  return options;
}

}  // namespace

/// A hand trembles: until it has gone somewhere the point stays where the press has put it, held or not.
bool ShapePen::hand_has_gone(const Ui& ui) const {
  return pressed_at_ && distance(*pressed_at_, ui.input.mouse) > ui.px(kClickSlop);
}

DrawStep ShapePen::mouse(const ToolContext& on, bool over, const Guide& guide) {
  draw_.set_options(draw_options(on));
  const Point at = mouse_on_photo(on);
  const bool clicked = over && ImGui::IsMouseClicked(ImGuiMouseButton_Left);
  const bool released = ImGui::IsMouseReleased(ImGuiMouseButton_Left);
  if (clicked) pressed_at_ = on.ui.input.mouse;
  const bool has_gone = hand_has_gone(on.ui);
  const bool by_hand = !clicked && (released || ImGui::IsMouseDown(ImGuiMouseButton_Left));
  if (by_hand && guide.follows_hand) {
    if (has_gone) {
      for (const Point& place : mouse_path_on_photo(on)) draw_.move(place);
    }
    if (!released) return {};
  }
  if (over && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) return draw_.double_click(at);
  if (clicked) {
    const bool begins = !draw_.drawing();
    if (begins && !guide.may_begin()) return {};
    press_began_shape_ = begins;
  }
  const Point to = guide.aim(at, clicked);
  if (clicked) {
    const DrawStep step = draw_.press(to);
    if (guide.lets_go) draw_.release(to);
    return step;
  }
  if (released) {
    const bool only_clicked = press_began_shape_ && !has_gone && draw_.drawing();
    return draw_.release(only_clicked ? draw_.points().front() : to);
  }
  return draw_.move(to);
}

void ShapePen::show(const Ui& ui, const Viewport& viewport, const std::optional<Point>& pointer, Colour colour,
                    ImDrawList& out) const {
  if (!draw_.drawing()) return;
  const Ring preview = draw_.preview();
  if (preview.size() >= 3) draw_fill(detail_seen({{preview}}, viewport).fill, viewport, with_alpha(colour, 0.18F), out);
  std::vector<ImVec2> line;
  for (const Point& p : preview) line.push_back(vec(viewport.transform.screen_from_image(p)));
  const ImDrawFlags closed = draw_.shape() == DrawShape::kRectangle ? ImDrawFlags_Closed : ImDrawFlags_None;
  out.AddPolyline(line.data(), static_cast<int>(line.size()), rgb(0x000000, 130), closed, ui.px(3.5F));
  out.AddPolyline(line.data(), static_cast<int>(line.size()), colour, closed, ui.px(2));
  const Ring& points = draw_.points();
  const bool closes = pointer && draw_.would_close(*pointer);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const ImVec2 at = vec(viewport.transform.screen_from_image(points[i]));
    const float radius = i == 0 ? ui.px(closes ? 8.0F : 5.0F) : ui.px(3);
    out.AddCircleFilled(at, radius, i == 0 && closes ? colour : rgb(0xFFFFFF), 16);
    out.AddCircle(at, radius, colour, 16, ui.px(2));
  }
}

}  // namespace jaedan::gui
