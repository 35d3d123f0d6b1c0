#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <vector>

#include "app/gui/canvas/canvas.h"
#include "app/gui/canvas/edit_target.h"
#include "app/gui/draw/region_painter.h"
#include "labeling/domain/name_tags.h"

namespace jaedan::gui {
namespace {

/// More marks than these would hide the outline, and take longer than all the rest; zooming in shows more of them.
float marker_spacing(const Ui& ui, const Region& region, const CanvasState& canvas) {
  constexpr float kMostMarkers = 400;
  float length = 0;
  for (const Ring& ring : region.rings) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const ImVec2 a = vec(canvas.transform.screen_from_image(ring[i]));
      const ImVec2 b = vec(canvas.transform.screen_from_image(ring[(i + 1) % ring.size()]));
      if (in_area(a, canvas)) length += std::abs(a.x - b.x) + std::abs(a.y - b.y);
    }
  }
  return std::max(ui.px(9), length / kMostMarkers);
}

void vertices(const Ui& ui, const Garment& garment, const PhotoView& view, Colour colour, ImDrawList& out) {
  const CanvasState& canvas = view.canvas;
  const float radius = ui.px(3);
  const float spacing = marker_spacing(ui, garment.region, canvas);
  for (std::size_t r = 0; r < garment.region.rings.size(); ++r) {
    const Ring& ring = garment.region.rings[r];
    ImVec2 last(-1e9F, -1e9F);
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const ImVec2 at = vec(canvas.transform.screen_from_image(ring[i]));
      const VertexRef ref{garment.id, r, i};
      const bool selected = view.selection.vertex() == std::optional<VertexRef>(ref);
      const bool hovered = canvas.hover && canvas.hover->kind == HitKind::kVertex &&
                           canvas.hover->garment == garment.id && canvas.hover->ring == r && canvas.hover->index == i;
      if (!selected && !hovered && std::abs(at.x - last.x) + std::abs(at.y - last.y) < spacing) continue;
      if (!in_area(at, canvas)) continue;
      last = at;
      const float size = hovered || selected ? radius * 1.6F : radius;
      out.AddCircleFilled(at, size + ui.px(1), rgb(0x000000, 150), 12);
      out.AddCircleFilled(at, size, selected ? ui.theme.accent : rgb(0xFFFFFF), 12);
      out.AddCircle(at, size, colour, 12, ui.px(1.5F));
    }
  }
}

void name_tag(const Ui& ui, const std::string& text, const Rect& bounds, const CanvasState& canvas, Colour colour,
              NameTags& tags, ImDrawList& out) {
  ImFont* font = ui.fonts.small;
  const ImVec2 size = font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, text.c_str());
  const float height = size.y + ui.px(5);
  const float width = size.x + ui.px(20);
  const Point from = canvas.transform.screen_from_image({bounds.x, bounds.y});
  const Point to = canvas.transform.screen_from_image({bounds.right(), bounds.bottom()});
  const Point corner = tags.place({from.x, from.y, to.x - from.x, to.y - from.y}, {width, height});
  const auto x = static_cast<float>(corner.x), y = static_cast<float>(corner.y);
  out.AddRectFilled({x, y}, {x + width, y + height}, rgb(0x14161A, 215), ui.px(4));
  out.AddCircleFilled({x + ui.px(9), y + height / 2}, ui.px(4), colour);
  out.AddText(font, font->FontSize, {x + ui.px(16), y + ui.px(2.5F)}, rgb(0xFFFFFF), text.c_str());
}

std::string with_score(const char* name, double score) {
  char text[96];
  std::snprintf(text, sizeof text, "%s  %.0f%%", name, score * 100);
  return text;
}

/// The outline that is being corrected is not drawn beside the new one.
bool is_corrected(const Garment& garment, const CanvasState& canvas) {
  const EditTarget* target = canvas.tools.in_hand().corrects();
  return target && target->garment == garment.id;
}
bool is_corrected(const Proposal& proposal, const CanvasState& canvas) {
  const EditTarget* target = canvas.tools.in_hand().corrects();
  return target && target->proposal && target->proposal->region == proposal.region;
}

constexpr float kSmallOnScreen = 28;  // design pixels: below, a tag would hide its garment and more

/// A garment that is to be drawn.
struct SeenGarment {
  const Garment* garment;
  const RegionShape* shape;
  bool selected;
  bool small;
};

std::vector<SeenGarment> garments_on_screen(const Ui& ui, const Annotation& annotation, const RegionCache& cache,
                                            const PhotoView& view) {
  std::vector<SeenGarment> seen;
  for (std::size_t i = 0; i < annotation.garments.size(); ++i) {
    const Garment& garment = annotation.garments[i];
    const RegionShape& shape = cache.garment(i);
    const bool shown = !garment.hidden && !is_corrected(garment, view.canvas) && on_screen(shape.bounds, view.canvas);
    if (!shown) continue;
    const bool small = extent_on_screen(shape.bounds, view.canvas) < ui.px(kSmallOnScreen);
    seen.push_back({&garment, &shape, view.selection.contains(garment.id), small});
  }
  return seen;
}

void draw_garments(const Ui& ui, const Document& document, const RegionCache& cache, const PhotoView& view,
                   NameTags& tags, ImDrawList& out) {
  const CanvasState& canvas = view.canvas;
  const std::vector<SeenGarment> all = garments_on_screen(ui, document.session.annotation(), cache, view);
  for (const SeenGarment& seen : all) {
    if (!ui.settings.show_fill) break;
    const float opacity = std::min(ui.settings.fill_opacity * (seen.selected ? 1.25F : 1.0F), 0.9F);
    draw_fill(seen.shape->detail.fill, canvas, with_alpha(ui.theme.part(seen.garment->part), opacity), out);
  }
  for (const bool selected : {false, true}) {
    for (const SeenGarment& seen : all) {
      if (seen.selected != selected) continue;
      const Colour colour = ui.theme.part(seen.garment->part);
      const bool plain = seen.small && !selected;
      const float width = plain ? 1.0F : ui.px(selected ? 2.5F : 1.75F);
      draw_outline(seen.shape->detail.rings, canvas, {colour, width, plain ? 0.0F : width + ui.px(2)}, out);
      if (selected && !seen.garment->locked) vertices(ui, *seen.garment, view, colour, out);
    }
  }
  if (!ui.settings.show_labels) return;
  for (const SeenGarment& seen : all) {
    if (seen.garment->region.empty() || (seen.small && !seen.selected)) continue;
    const Provenance& said = seen.garment->region_provenance;
    const char* name = ui.text.part(seen.garment->part);
    name_tag(ui, is_guess(said) ? with_score(name, said.score) : name, seen.shape->bounds, canvas,
             ui.theme.part(seen.garment->part), tags, out);
  }
}

void draw_proposals(const Ui& ui, const Document& document, const RegionCache& cache, const PhotoView& view,
                    NameTags& tags, ImDrawList& out) {
  for (const std::size_t index : open_proposals(document)) {
    const RegionShape& shape = cache.proposal(index);
    if (!on_screen(shape.bounds, view.canvas)) continue;
    const Proposal& proposal = proposals_of(document)[index];
    if (is_corrected(proposal, view.canvas)) continue;
    const Colour colour = ui.theme.part(proposal.part);
    const bool selected = view.proposal == index;
    draw_fill(shape.detail.fill, view.canvas, with_alpha(colour, selected ? 0.30F : 0.12F), out);
    draw_outline(shape.detail.rings, view.canvas, {colour, 0, ui.px(3), rgb(0x000000, 90)}, out);
    draw_dashes(shape.detail.rings, view.canvas, colour, ui.px(selected ? 2.5F : 2.0F), ui.px(7), out);
    name_tag(ui, with_score(ui.text.part(proposal.part), proposal.score), shape.bounds, view.canvas, colour, tags, out);
  }
}

/// A border holds the point that would be set here.
void draw_held(const Ui& ui, const CanvasState& canvas, ImDrawList& out) {
  if (!canvas.held) return;
  const ImVec2 at = vec(canvas.transform.screen_from_image(*canvas.held));
  out.AddCircle(at, ui.px(7), rgb(0x000000, 150), 20, ui.px(3.5F));
  out.AddCircle(at, ui.px(7), ui.theme.accent, 20, ui.px(2));
}

void draw_crosshair(const Ui& ui, const CanvasState& canvas, ImDrawList& out) {
  if (!ui.settings.show_crosshair || canvas.tools.selects() || !canvas.pointer) return;
  const ImVec2 at = vec(canvas.transform.screen_from_image(*canvas.pointer));
  const Colour colour = rgb(0xFFFFFF, 110);
  out.AddLine({static_cast<float>(canvas.area.x), at.y}, {static_cast<float>(canvas.area.right()), at.y}, colour);
  out.AddLine({at.x, static_cast<float>(canvas.area.y)}, {at.x, static_cast<float>(canvas.area.bottom())}, colour);
}

}  // namespace

void draw_canvas(const Ui& ui, const Document& document, const RegionCache& cache, const PhotoView& view,
                 ImDrawList& out) {
  NameTags tags(view.canvas.area, ui.px(3));
  draw_garments(ui, document, cache, view, tags, out);
  draw_proposals(ui, document, cache, view, tags, out);
  if (view.measured) draw_measure(ui, *view.measured, view.canvas, out);
  view.canvas.tools.in_hand().draw(ui, view, out);
  draw_held(ui, view.canvas, out);
  draw_crosshair(ui, view.canvas, out);
}

}  // namespace jaedan::gui
