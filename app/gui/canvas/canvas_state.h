#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "app/gui/canvas/click_draft.h"
#include "app/gui/draw/photo_look.h"
#include "app/gui/draw/viewport.h"
#include "labeling/shape/brush_stroke.h"
#include "labeling/tools/drag_tool.h"
#include "labeling/tools/draw_tool.h"
#include "labeling/tools/selection.h"

namespace jaedan::gui {

enum class Tool { kSelect, kPolygon, kScissors, kRectangle, kClicks, kBox, kBrush, kEraser, kKnife, kContour };
/// Whether a shape is drawn point by point (P, Shift+P, R).
inline bool draws_shape(Tool tool) {
  return tool == Tool::kPolygon || tool == Tool::kScissors || tool == Tool::kRectangle;
}
/// Whether a model cuts the object out (Q, W).
inline bool is_magic(Tool tool) { return tool == Tool::kClicks || tool == Tool::kBox; }
/// Whether the region itself is painted on (B, E).
inline bool is_brush(Tool tool) { return tool == Tool::kBrush || tool == Tool::kEraser; }
/// Whether a line is drawn that changes the selected garment (K, C).
inline bool is_line(Tool tool) { return tool == Tool::kKnife || tool == Tool::kContour; }
/// What becomes of a shape that is drawn.
enum class ShapeUse {
  kNewGarment,
  kAdd,     ///< it is added to the selected garment
  kCutOut,  ///< it is taken out of it: a bite, or a hole
};
/// A stroke of the brush while the button is down.
struct PaintedStroke {
  EditTarget target;
  int button = 0;  ///< of the mouse: the right one erases
  labeling::BrushStroke stroke;
};

/// What the canvas remembers between frames.
struct CanvasState : Viewport {
  bool fitted = true;  ///< the whole photo is shown, whatever the size of the window
  Tool tool = Tool::kSelect;
  Tool last_tool = Tool::kPolygon;  ///< that began a shape; N takes it up again
  Part draw_part = Part::kTop;
  DrawTool draw;
  ShapeUse shape_use = ShapeUse::kNewGarment;
  EditTarget shape_target;          ///< what it is added to or cut out of, as chosen with its first point
  std::optional<Point> pressed_at;  ///< screen: where the button went down on the shape's point
  bool press_began_shape = false;
  std::optional<Point> held;           ///< a border holds the point that would be set, image space
  ClickDraft clicks;                   ///< of the tools kClicks and kBox
  std::vector<Point> line;             ///< of the tools kKnife and kContour, image space; empty: none under way
  std::optional<PaintedStroke> paint;  ///< of the tools kBrush and kEraser
  DragTool drag;
  std::optional<Hit> hover;
  std::optional<Hit> pressed_edge;  ///< a click that does not become a drag puts a vertex here
  std::optional<Point> pointer;     ///< image space, while over the canvas
  bool panning = false;
  bool navigating = false;    ///< the view is dragged in the navigator
  std::int64_t gestures = 0;  ///< number of the last gesture

  /// A shape was begun and is not finished.
  bool shape_under_way() const { return draw.drawing() || clicks.under_way() || paint.has_value() || !line.empty(); }
};

/// How the photo on screen is looked at, and what of it is worked on: never stored with it, never undone.
struct PhotoView {
  CanvasState canvas;
  Selection selection;
  std::optional<std::size_t> proposal;  ///< the selected one, index into proposals_of
  PhotoLook look;                       ///< of all photos, until it is changed back
  bool draw_again = false;              ///< this frame found out how the next one looks right

  /// Another photo is on screen: what belonged to the old one goes. The same one read again is looked at as before, and
  /// a shape under way goes on.
  void photo_changed(bool same_photo);
};

}  // namespace jaedan::gui
