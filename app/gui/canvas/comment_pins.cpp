#include <imgui.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "app/gui/canvas/canvas.h"
#include "app/gui/draw/region_painter.h"

namespace jaedan::gui {
namespace {

/// A drop whose tip is at the place; it stands above, so that the place itself stays in sight. It leans `aside` pixels
/// to the right.
void draw_pin(const Ui& ui, Point place, float aside, const std::string& label, Colour colour, Colour ink,
              const PhotoView& view, ImDrawList& out) {
  const ImVec2 at = vec(view.canvas.transform.screen_from_image(place));
  if (!in_area(at, view.canvas)) return;
  const float radius = ui.px(10);
  const ImVec2 middle(at.x + aside, at.y - ui.px(18));
  const ImVec2 left(middle.x - radius * 0.8F, middle.y + radius * 0.6F);
  const ImVec2 right(middle.x + radius * 0.8F, middle.y + radius * 0.6F);
  out.AddCircleFilled(middle, radius + ui.px(1.5F), rgb(0x000000, 170), 24);
  out.AddTriangleFilled(left, right, at, colour);
  out.AddCircleFilled(middle, radius, colour, 24);
  ImFont* const font = ui.fonts.small;
  const ImVec2 size = font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, label.c_str());
  out.AddText(font, font->FontSize, {middle.x - size.x / 2, middle.y - size.y / 2}, ink, label.c_str());
}

/// Whether both drops would cover each other.
bool meet(Point a, Point b, const Ui& ui, const PhotoView& view) {
  return distance(a, b) * view.canvas.transform.zoom < ui.px(16);
}

}  // namespace

void draw_pins(const Ui& ui, const Document& document, const std::optional<Point>& draft, const PhotoView& view,
               ImDrawList& out) {
  std::vector<Point> drawn;
  const auto pin = [&](Point place, const std::string& label, Colour colour, Colour ink) {
    const auto same =
        std::count_if(drawn.begin(), drawn.end(), [&](Point other) { return meet(place, other, ui, view); });
    draw_pin(ui, place, ui.px(22) * static_cast<float>(same), label, colour, ink, view, out);
    drawn.push_back(place);
  };
  for (std::size_t i = 0; i < document.comments.size(); ++i) {
    const labeling::Comment& comment = document.comments[i];
    if (!comment.place || !comment.resolved_by.empty()) continue;
    pin(*comment.place, std::to_string(i + 1), rgb(0xC2410C), rgb(0xFFFFFF));
  }
  if (draft) pin(*draft, "+", ui.theme.accent, ui.theme.on_accent);
}

}  // namespace jaedan::gui
