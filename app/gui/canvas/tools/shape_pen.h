#pragma once

#include <functional>
#include <optional>

#include "app/gui/base/theme.h"
#include "app/gui/canvas/canvas_tool.h"
#include "labeling/tools/draw_tool.h"

namespace jaedan::gui {

/// The mouse draws a shape of points: clicks, drags, free-hand strokes.
class ShapePen {
 public:
  /// What the tool decides.
  struct Guide {
    std::function<bool()> may_begin;        ///< asked with the first point
    std::function<Point(Point, bool)> aim;  ///< where a point goes; true: it is set, not only shown
    bool follows_hand = false;              ///< a drag is a free-hand stroke
    bool lets_go = false;                   ///< a press is over at once: the hand leads no stroke
  };

  explicit ShapePen(DrawShape shape = DrawShape::kPolygon) : draw_(shape) {}

  DrawStep mouse(const ToolContext& on, bool over, const Guide& guide);
  void show(const Ui& ui, const Viewport& viewport, const std::optional<Point>& pointer, Colour colour,
            ImDrawList& out) const;

  DrawTool& draw() { return draw_; }
  const DrawTool& draw() const { return draw_; }

 private:
  bool hand_has_gone(const Ui& ui) const;

  DrawTool draw_;
  std::optional<Point> pressed_at_;  ///< screen: where the button went down on the shape's point
  bool press_began_shape_ = false;
};

}  // namespace jaedan::gui
