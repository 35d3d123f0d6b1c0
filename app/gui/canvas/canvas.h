#pragma once

#include "app/gui/base/ui.h"
#include "app/gui/canvas/canvas_state.h"
#include "app/gui/canvas/region_cache.h"
#include "app/gui/project/document.h"

struct ImDrawList;

namespace jaedan::gui {

/// The photo with everything on it, and what the mouse does there. `document` may be null (nothing open yet).
void canvas_panel(const Ui& ui, Document* document, bool loading, RegionCache& cache, PhotoView& view);

/// Part of canvas_panel (canvas_draw.cpp): regions, proposals, names.
void draw_canvas(const Ui& ui, const Document& document, const RegionCache& cache, const PhotoView& view,
                 ImDrawList& out);
/// Part of it (canvas_draw_tools.cpp): what is being made with the tool in hand.
void draw_tools(const Ui& ui, const PhotoView& view, ImDrawList& out);
/// Part of canvas_panel (canvas_mouse.cpp): what the mouse does with the tool in hand. `hovered`: the mouse is
/// over the canvas and nothing lies above it; `held`: a button went down there and is still down.
void handle_canvas_mouse(const Ui& ui, const Document& document, const RegionCache& cache, bool hovered, bool held,
                         PhotoView& view);

/// The small photo that shows where one is (canvas_navigator.cpp), while not all of it is seen. True when the mouse is
/// its own just now.
bool navigator_takes_mouse(const Ui& ui, const Document& document, bool hovered, bool held, PhotoView& view);
void draw_navigator(const Ui& ui, const Document& document, const PhotoView& view, ImDrawList& out);

/// What becomes of the shape that is drawn, to choose from in a corner of the canvas (canvas_options.cpp).
void canvas_options(const Ui& ui, PhotoView& view);

/// The tools that cut out what is clicked on (canvas_clicks.cpp). What is selected is corrected; else a new garment
/// comes of it.
bool start_clicks(const Ui& ui, Tool tool, const Document& document, PhotoView& view);
void click_with_mouse(const Ui& ui, const Document& document, bool hovered, PhotoView& view);
/// Once a frame: before the first click the target follows the selection; after it, the selection the target, and a
/// target that was changed or taken away is let go.
void follow_click_target(const Ui& ui, const Document& document, PhotoView& view);
/// After Enter: as soon as the last answer is there, the object becomes one undo entry.
void take_clicks_when_ready(const Ui& ui, const Document& document, PhotoView& view);
/// As canvas_takes, with one of these tools in hand.
bool clicks_take(Ask ask, const Ui& ui, const Document& document, PhotoView& view);

/// The tools that paint on the region itself (canvas_brush.cpp): on what is selected, else a new garment.
bool start_brush(const Ui& ui, Tool tool, const Document& document, PhotoView& view);
void paint_with_mouse(const Ui& ui, const Document& document, bool hovered, PhotoView& view);
/// Design pixels on the screen, a fifth more or less.
void resize_brush(const Ui& ui, int direction);
/// As canvas_takes, with one of these tools in hand.
bool brush_takes(Ask ask, PhotoView& view);

/// The tools that change the selected garment along a line (canvas_lines.cpp).
bool start_line(const Ui& ui, Tool tool, const Document& document, PhotoView& view);
void line_with_mouse(const Ui& ui, const Document& document, bool hovered, PhotoView& view);

/// What Enter, Esc, Backspace, Del, Ctrl+Z … mean on the canvas just now (canvas_keys.cpp). False when they
/// mean nothing there.
bool canvas_takes(Ask ask, const Ui& ui, const Document& document, PhotoView& view);

/// Design pixels of the screen as pixels of the photo.
double in_image(const Ui& ui, float design_px, const CanvasState& canvas);
/// Design pixels: a pointer that moved no further between press and release clicked.
inline constexpr float kClickSlop = 4;

/// The tools that draw a shape (canvas_shapes.cpp): borders hold their points, edges lead their lines.
void draw_with_mouse(const Ui& ui, const Document& document, const RegionCache& cache, bool hovered, PhotoView& view);
/// What a step of the draft means: a finished shape becomes a garment, or changes the selected one.
void take_draw_step(const Ui& ui, const Document& document, const DrawStep& step, PhotoView& view);
/// Whether a shape can be added to what is selected, or cut out of it; says why not.
bool can_reshape(const Ui& ui, const Document& document, const PhotoView& view);
/// Where a vertex that is dragged to `at` comes to lie.
Point settled(const Ui& ui, const Document& document, const RegionCache& cache, Point at, PhotoView& view);

}  // namespace jaedan::gui
