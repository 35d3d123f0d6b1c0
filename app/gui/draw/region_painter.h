#pragma once

#include <imgui.h>

#include <vector>

#include "app/gui/base/theme.h"
#include "app/gui/draw/region_detail.h"
#include "app/gui/draw/screen_point.h"
#include "app/gui/draw/viewport.h"

namespace jaedan::gui {

/// How regions are put on the canvas. Regions and rings are in image space.

bool in_area(ImVec2 at, const Viewport& view);
bool on_screen(const Rect& bounds, const Viewport& view);
/// The longer side, in screen pixels.
double extent_on_screen(const Rect& bounds, const Viewport& view);
/// The detail of what changes while it is looked at, and is in no cache.
RegionDetail detail_seen(const Region& region, const Viewport& view);

/// Without Dear ImGui's soft borders: neighbouring trapezoids would show as stripes.
void draw_fill(const FillMesh& mesh, const Viewport& view, Colour colour, ImDrawList& out);

/// A line in its colour on a dark one that sets it off from the photo. Of a width of 0 there is none.
struct OutlineLook {
  Colour colour;
  float width;
  float dark_width = 0;
  Colour dark = rgb(0x000000, 130);
};
void draw_outline(const std::vector<Ring>& rings, const Viewport& view, const OutlineLook& look, ImDrawList& out);
void draw_dashes(const std::vector<Ring>& rings, const Viewport& view, Colour colour, float width, float dash,
                 ImDrawList& out);

}  // namespace jaedan::gui
