#pragma once

#include <cstdint>
#include <optional>

#include "app/gui/canvas/tool_box.h"
#include "app/gui/draw/photo_look.h"
#include "app/gui/draw/viewport.h"
#include "labeling/domain/measured_length.h"
#include "labeling/tools/hit_test.h"
#include "labeling/tools/selection.h"

namespace jaedan::gui {

/// What the canvas remembers between frames, whatever tool is in the hand.
struct CanvasState : Viewport {
  bool fitted = true;  ///< the whole photo is shown, whatever the size of the window
  ToolBox tools;
  Part draw_part = Part::kTop;   ///< of the garment that is made next
  std::optional<Hit> hover;      ///< what the mouse would grab
  std::optional<Point> pointer;  ///< image space, while over the canvas
  std::optional<Point> held;     ///< a border holds the point that would be set, image space
  bool panning = false;
  bool navigating = false;    ///< the view is dragged in the navigator
  std::int64_t gestures = 0;  ///< number of the last gesture
};

/// How the photo on screen is looked at, and what of it is worked on: never stored with it, never undone.
struct PhotoView {
  CanvasState canvas;
  Selection selection;
  std::optional<std::size_t> proposal;     ///< the selected one, index into proposals_of
  std::optional<MeasuredLength> measured;  ///< of the label that the mouse is over: drawn over the photo
  PhotoLook look;                          ///< of all photos, until it is changed back
  bool draw_again = false;                 ///< this frame found out how the next one looks right

  /// Another photo is on screen: what belonged to the old one goes. The same one read again is looked at as before, and
  /// a shape under way goes on.
  void photo_changed(bool same_photo);
};

}  // namespace jaedan::gui
