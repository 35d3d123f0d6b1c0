#include "app/gui/draw/region_painter.h"

#include <algorithm>
#include <cmath>

namespace jaedan::gui {
namespace {

std::vector<ImVec2> screen_ring(const Ring& ring, const Viewport& view) {
  std::vector<ImVec2> points;
  points.reserve(ring.size());
  for (const Point& p : ring) points.push_back(vec(view.transform.screen_from_image(p)));
  return points;
}

/// A line of whole pixels' width takes Dear ImGui half as many points.
float whole(float width) { return std::max(1.0F, std::round(width)); }

void dashed_line(ImVec2 a, ImVec2 b, float dash, float& phase, Colour colour, float width, ImDrawList& out) {
  const float length = std::hypot(b.x - a.x, b.y - a.y);
  for (float done = 0; done < length;) {
    const bool drawn = phase < dash;
    const float left = drawn ? dash - phase : 2 * dash - phase;
    const float step = std::min(left, length - done);
    const float from = done / length;
    const float to = (done + step) / length;
    if (drawn) {
      out.AddLine({a.x + (b.x - a.x) * from, a.y + (b.y - a.y) * from},
                  {a.x + (b.x - a.x) * to, a.y + (b.y - a.y) * to}, colour, width);
    }
    done += step;
    phase = std::fmod(phase + step, 2 * dash);
  }
}

}  // namespace

bool in_area(ImVec2 at, const Viewport& view) {
  const Rect& area = view.area;
  return at.x >= area.x && at.y >= area.y && at.x <= area.right() && at.y <= area.bottom();
}

bool on_screen(const Rect& bounds, const Viewport& view) {
  const Point from = view.transform.screen_from_image({bounds.x, bounds.y});
  const Point to = view.transform.screen_from_image({bounds.right(), bounds.bottom()});
  return to.x >= view.area.x && from.x <= view.area.right() && to.y >= view.area.y && from.y <= view.area.bottom();
}

double extent_on_screen(const Rect& bounds, const Viewport& view) {
  return std::max(bounds.width, bounds.height) * view.transform.zoom;
}

RegionDetail detail_seen(const Region& region, const Viewport& view) {
  return detail_for(region, 1 / view.transform.zoom);
}

void draw_fill(const FillMesh& mesh, const Viewport& view, Colour colour, ImDrawList& out) {
  const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
  for (const Trapezoid& piece : mesh) {
    ImVec2 corners[4];
    for (int i = 0; i < 4; ++i) corners[i] = vec(view.transform.screen_from_image(piece[static_cast<std::size_t>(i)]));
    if (corners[3].y < view.area.y || corners[0].y > view.area.bottom()) continue;
    out.PrimReserve(6, 4);
    out.PrimQuadUV(corners[0], corners[1], corners[2], corners[3], white, white, white, white, colour);
  }
}

void draw_outline(const std::vector<Ring>& rings, const Viewport& view, const OutlineLook& look, ImDrawList& out) {
  for (const Ring& ring : rings) {
    const std::vector<ImVec2> points = screen_ring(ring, view);
    const auto count = static_cast<int>(points.size());
    if (look.dark_width > 0) {
      out.AddPolyline(points.data(), count, look.dark, ImDrawFlags_Closed, whole(look.dark_width));
    }
    if (look.width > 0) out.AddPolyline(points.data(), count, look.colour, ImDrawFlags_Closed, whole(look.width));
  }
}

void draw_dashes(const std::vector<Ring>& rings, const Viewport& view, Colour colour, float width, float dash,
                 ImDrawList& out) {
  for (const Ring& ring : rings) {
    const std::vector<ImVec2> points = screen_ring(ring, view);
    float phase = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
      dashed_line(points[i], points[(i + 1) % points.size()], dash, phase, colour, width, out);
    }
  }
}

}  // namespace jaedan::gui
