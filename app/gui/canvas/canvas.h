#pragma once

#include "app/gui/canvas/canvas_state.h"
#include "app/gui/canvas/region_cache.h"
#include "app/gui/project/document.h"
#include "app/gui/project/edge_follower.h"

namespace jaedan::gui {

/// The photo with everything on it, and what the mouse does there with the tool in hand. `document` may be null
/// (nothing open yet).
void canvas_panel(const Ui& ui, Document* document, bool loading, RegionCache& regions, EdgeFollower& edges,
                  PhotoView& view);

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
