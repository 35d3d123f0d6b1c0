#include <imgui.h>

#include <cmath>
#include <vector>

#include "app/gui/canvas/canvas.h"
#include "app/gui/draw/screen_point.h"

namespace jaedan::gui {
namespace {

std::vector<ImVec2> on_screen_line(const std::vector<Point>& line, const CanvasState& canvas) {
  std::vector<ImVec2> points;
  for (const Point& point : line) points.push_back(vec(canvas.transform.screen_from_image(point)));
  return points;
}

void open_line(const std::vector<ImVec2>& points, Colour colour, float width, ImDrawList& out) {
  out.AddPolyline(points.data(), static_cast<int>(points.size()), colour, ImDrawFlags_None, width);
}

/// A bar across the end of the line.
void end_bar(const Ui& ui, const std::vector<ImVec2>& covered, ImDrawList& out) {
  const ImVec2 end = covered.back();
  ImVec2 way(0, 1);  // down, where nothing is covered
  if (covered.size() > 1) {
    const ImVec2 before = covered[covered.size() - 2];
    const float length = std::hypot(end.x - before.x, end.y - before.y);
    if (length > 0) way = {(end.x - before.x) / length, (end.y - before.y) / length};
  }
  const float half = ui.px(16);
  const ImVec2 from(end.x - way.y * half, end.y + way.x * half), to(end.x + way.y * half, end.y - way.x * half);
  out.AddLine(from, to, rgb(0x000000, 170), ui.px(6));
  out.AddLine(from, to, ui.theme.accent, ui.px(3));
}

}  // namespace

void draw_measure(const Ui& ui, const MeasuredLength& measure, const CanvasState& canvas, ImDrawList& out) {
  const std::vector<ImVec2> limb = on_screen_line(measure.line, canvas);
  const std::vector<ImVec2> covered = on_screen_line(covered_line(measure), canvas);
  open_line(limb, rgb(0x000000, 130), ui.px(4), out);
  open_line(limb, rgb(0xFFFFFF, 200), ui.px(1.5F), out);
  open_line(covered, rgb(0x000000, 170), ui.px(6), out);
  open_line(covered, ui.theme.accent, ui.px(3.5F), out);
  for (const ImVec2& joint : limb) {
    out.AddCircleFilled(joint, ui.px(5), rgb(0x000000, 170), 16);
    out.AddCircleFilled(joint, ui.px(3.5F), rgb(0xFFFFFF), 16);
  }
  end_bar(ui, covered, out);
}

}  // namespace jaedan::gui
