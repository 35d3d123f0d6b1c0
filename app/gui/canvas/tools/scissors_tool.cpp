#include <algorithm>
#include <cmath>

#include "app/gui/canvas/canvas_state.h"
#include "app/gui/canvas/tools/shape_tool.h"

namespace jaedan::gui {
namespace {

/// A polygon whose lines follow the photo's edges.
class ScissorsTool : public ShapeTool {
 public:
  ScissorsTool() : ShapeTool("scissors", DrawShape::kPolygon) {}

 protected:
  bool follows_hand() const override { return false; }
  Ring way(const ToolContext& on, Point at, bool sets_point) override;
  std::string shape_hint(const Ui& ui, const PhotoView& view) const override {
    if (!drawn().drawing()) return ui.text(Text::kHintScissorsStart);
    if (view.canvas.pointer && drawn().would_close(*view.canvas.pointer)) return ui.text(Text::kHintPolygonClose);
    return ui.text(view.canvas.held ? Text::kHintHeld : Text::kHintScissors);
  }
};

/// Along the photo's edges from the last point to `at`.
Ring ScissorsTool::way(const ToolContext& on, Point at, bool sets_point) {
  constexpr float kReach = 260;  // design pixels: how far ahead edges are followed
  const Photo& photo = on.document.session.photo();
  if (!on.document.overview || photo.width <= 0 || photo.height <= 0) return {};
  const Image& seen = *on.document.overview;
  const double x = double(seen.width) / photo.width, y = double(seen.height) / photo.height;
  const auto in_seen = [&](Point p) {
    return Point{std::clamp(p.x * x, 0.0, double(seen.width)), std::clamp(p.y * y, 0.0, double(seen.height))};
  };
  // In whole pixels, so that a little scrolling does not begin anew.
  const double reach = std::round(std::clamp(in_image(on.ui, kReach, on.view.canvas) * x, 24.0, 1024.0));
  Ring way = on.edges.way(on.document.overview, in_seen(drawn().points().back()), in_seen(at), reach, sets_point);
  for (Point& p : way) p = {p.x / x, p.y / y};
  return way;
}

}  // namespace

std::unique_ptr<CanvasTool> make_scissors_tool() { return std::make_unique<ScissorsTool>(); }

}  // namespace jaedan::gui
