#pragma once

#include <optional>

#include "app/gui/canvas/canvas_state.h"
#include "app/gui/canvas/region_cache.h"
#include "app/gui/project/document.h"
#include "app/gui/project/edge_follower.h"

namespace jaedan::gui {

/// The photo with everything on it, and what the mouse does there with the tool in hand. `document` may be null
/// (nothing open yet).
void canvas_panel(const Ui& ui, Document* document, bool loading, RegionCache& regions, EdgeFollower& edges,
                  PhotoView& view);

/// Parts of canvas_panel that other looks at a photo share. The first lays the canvas out in what is left of the panel
/// and lets the mouse zoom, pan and move in the navigator; nothing when there is no photo, or no room for it. The
/// second draws the photo alone, within the clip rectangle that the caller has pushed.
struct CanvasHand {
  bool hovered = false;  ///< the mouse is over the photo's place, and free
  bool held = false;
};
std::optional<CanvasHand> lay_out_canvas(const Ui& ui, const Document* document, bool loading, PhotoView& view);
void draw_photo(Document& document, PhotoView& view, ImDrawList& out);

/// Where open comments are pinned, with their numbers in the list (comment_pins.cpp); `draft`: one that is not said
/// yet.
void draw_pins(const Ui& ui, const Document& document, const std::optional<Point>& draft, const PhotoView& view,
               ImDrawList& out);

/// What was measured along a limb, from its beginning to where the garment ends (measured_line.cpp).
void draw_measure(const Ui& ui, const MeasuredLength& measure, const CanvasState& canvas, ImDrawList& out);

/// Part of canvas_panel (canvas_draw.cpp): regions, proposals, names, what the tool in hand is making.
void draw_canvas(const Ui& ui, const Document& document, const RegionCache& regions, const PhotoView& view,
                 ImDrawList& out);

/// The small photo that shows where one is (canvas_navigator.cpp), while not all of it is seen. True when the mouse is
/// its own just now.
bool navigator_takes_mouse(const Ui& ui, const Document& document, bool hovered, bool held, PhotoView& view);
void draw_navigator(const Ui& ui, const Document& document, const PhotoView& view, ImDrawList& out);

/// What is being made keeps the person on this photo: it cannot be put aside.
bool must_stay(const CanvasState& canvas);
/// What to tell a person who has to stay: shapes are put aside with their photo, clicks cannot be.
Text why_stay(const CanvasState& canvas);
/// A pixel of the photo is one of the screen; the middle of the canvas stays.
void show_full_size(CanvasState& canvas);

/// The next garment is of this part: with the tool in hand where that makes one, else with the polygon.
void start_part(Part part, const ToolContext& on);
/// The same tool as for the last garment; a new one comes of it.
void repeat_tool(const ToolContext& on);

}  // namespace jaedan::gui
