#include <imgui.h>

#include <algorithm>

#include "app/gui/canvas/canvas.h"
#include "app/gui/draw/screen_point.h"

namespace jaedan::gui {
namespace {

constexpr float kSide = 170;
constexpr float kMargin = 12;

/// Where the small photo lies: the lower left corner of the canvas.
Rect place_of(const Ui& ui, const Photo& photo, const CanvasState& canvas) {
  const double scale = ui.px(kSide) / std::max({photo.width, photo.height, 1});
  const double width = photo.width * scale, height = photo.height * scale;
  return {canvas.area.x + ui.px(kMargin), canvas.area.bottom() - ui.px(kMargin) - height, width, height};
}

bool shows_all(const Photo& photo, const CanvasState& canvas) {
  const Point from = canvas.transform.screen_from_image({0, 0});
  const Point to = canvas.transform.screen_from_image({double(photo.width), double(photo.height)});
  return from.x >= canvas.area.x - 1 && from.y >= canvas.area.y - 1 && to.x <= canvas.area.right() + 1 &&
         to.y <= canvas.area.bottom() + 1;
}

bool lies_in(const Rect& rect, Point at) {
  return at.x >= rect.x && at.x < rect.right() && at.y >= rect.y && at.y < rect.bottom();
}

}  // namespace

bool navigator_takes_mouse(const Ui& ui, const Document& document, bool hovered, bool held, PhotoView& view) {
  CanvasState& canvas = view.canvas;
  const Photo& photo = document.session.photo();
  const bool is_down = held && ImGui::IsMouseDown(ImGuiMouseButton_Left);
  canvas.navigating = canvas.navigating && is_down;
  const CanvasTool& tool = canvas.tools.in_hand();
  if (!ui.settings.show_navigator || shows_all(photo, canvas) || tool.under_way() || tool.dragging()) {
    return canvas.navigating = false;
  }
  const Rect place = place_of(ui, photo, canvas);
  const Point mouse = ui.input.mouse;
  const bool over = hovered && lies_in(place, mouse);
  if (over && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) canvas.navigating = true;
  if (canvas.navigating) {
    const Point wanted{std::clamp((mouse.x - place.x) / place.width, 0.0, 1.0) * photo.width,
                       std::clamp((mouse.y - place.y) / place.height, 0.0, 1.0) * photo.height};
    const Point middle{canvas.area.x + canvas.area.width / 2, canvas.area.y + canvas.area.height / 2};
    canvas.transform.origin = middle - wanted * canvas.transform.zoom;
    canvas.fitted = false;
  }
  return over || canvas.navigating;
}

void draw_navigator(const Ui& ui, const Document& document, const PhotoView& view, ImDrawList& out) {
  const CanvasState& canvas = view.canvas;
  const Photo& photo = document.session.photo();
  if (!ui.settings.show_navigator || shows_all(photo, canvas)) return;
  const Rect place = place_of(ui, photo, canvas);
  const ImVec2 from = vec({place.x, place.y}), to = vec({place.right(), place.bottom()});
  out.AddRectFilled({from.x - ui.px(3), from.y - ui.px(3)}, {to.x + ui.px(3), to.y + ui.px(3)}, rgb(0x14161A, 215),
                    ui.px(4));
  out.AddImage(document.texture.overview().id(), from, to);
  const double scale = place.width / std::max(photo.width, 1);
  const Point seen_from = canvas.transform.image_from_screen({canvas.area.x, canvas.area.y});
  const Point seen_to = canvas.transform.image_from_screen({canvas.area.right(), canvas.area.bottom()});
  const ImVec2 a = vec({place.x + std::clamp(seen_from.x * scale, 0.0, place.width),
                        place.y + std::clamp(seen_from.y * scale, 0.0, place.height)});
  const ImVec2 b = vec({place.x + std::clamp(seen_to.x * scale, 0.0, place.width),
                        place.y + std::clamp(seen_to.y * scale, 0.0, place.height)});
  out.AddRect(a, b, rgb(0x000000, 160), 0, 0, ui.px(3));
  out.AddRect(a, b, ui.theme.accent, 0, 0, ui.px(1.5F));
}

}  // namespace jaedan::gui
