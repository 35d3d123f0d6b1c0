#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <variant>
#include <vector>

#include "app/gui/canvas.h"

namespace jaedan::gui {
namespace {

ImVec2 vec(Point p) { return {static_cast<float>(p.x), static_cast<float>(p.y)}; }

bool on_screen(const Rect& bounds, const CanvasState& canvas) {
  const Point from = canvas.transform.screen_from_image({bounds.x, bounds.y});
  const Point to = canvas.transform.screen_from_image({bounds.right(), bounds.bottom()});
  return to.x >= canvas.area.x && from.x <= canvas.area.right() && to.y >= canvas.area.y &&
         from.y <= canvas.area.bottom();
}

/// Without Dear ImGui's soft borders: neighbouring trapezoids would show as stripes.
void fill(const RegionShape& shape, const CanvasState& canvas, Colour colour, ImDrawList& out) {
  const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
  for (const Trapezoid& piece : shape.fill) {
    ImVec2 corners[4];
    for (int i = 0; i < 4; ++i)
      corners[i] = vec(canvas.transform.screen_from_image(piece[static_cast<std::size_t>(i)]));
    if (corners[3].y < canvas.area.y || corners[0].y > canvas.area.bottom()) continue;
    out.PrimReserve(6, 4);
    out.PrimQuadUV(corners[0], corners[1], corners[2], corners[3], white, white, white, white, colour);
  }
}

/// The ring on the screen, without points that nobody can tell apart.
std::vector<ImVec2> screen_ring(const Ring& ring, const CanvasState& canvas) {
  std::vector<ImVec2> points;
  points.reserve(ring.size());
  for (const Point& p : ring) {
    const ImVec2 at = vec(canvas.transform.screen_from_image(p));
    const bool near = !points.empty() && std::abs(points.back().x - at.x) + std::abs(points.back().y - at.y) < 1.0F;
    if (!near) points.push_back(at);
  }
  return points;
}

void outline(const Region& region, const CanvasState& canvas, Colour colour, float width, ImDrawList& out) {
  for (const Ring& ring : region.rings) {
    const std::vector<ImVec2> points = screen_ring(ring, canvas);
    out.AddPolyline(points.data(), static_cast<int>(points.size()), colour, ImDrawFlags_Closed, width);
  }
}

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

void dashed_outline(const Region& region, const CanvasState& canvas, Colour colour, float width, float dash,
                    ImDrawList& out) {
  for (const Ring& ring : region.rings) {
    const std::vector<ImVec2> points = screen_ring(ring, canvas);
    float phase = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
      dashed_line(points[i], points[(i + 1) % points.size()], dash, phase, colour, width, out);
    }
  }
}

void vertices(const Ui& ui, const Garment& garment, const ViewState& view, Colour colour, ImDrawList& out) {
  const CanvasState& canvas = view.canvas;
  const float radius = ui.px(3);
  const float spacing = ui.px(9);  // more would hide the outline; zooming in shows them
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
      last = at;
      const float size = hovered || selected ? radius * 1.6F : radius;
      out.AddCircleFilled(at, size + ui.px(1), rgb(0x000000, 150), 12);
      out.AddCircleFilled(at, size, selected ? ui.theme.accent : rgb(0xFFFFFF), 12);
      out.AddCircle(at, size, colour, 12, ui.px(1.5F));
    }
  }
}

// Beyond so many, tags cover the photo wherever they stand, and looking for room would cost more than drawing them.
constexpr std::size_t kTagsKeptApart = 64;

/// Moves a tag below those that are there already.
float free_place(float x, float y, float width, float height, float gap, std::vector<ImVec4>& placed) {
  const auto hits = [&](const ImVec4& other) {
    return x < other.z && other.x < x + width && y < other.w && other.y < y + height;
  };
  if (placed.size() >= kTagsKeptApart) return y;
  for (std::size_t tries = 0; tries <= placed.size(); ++tries) {
    const auto in_the_way = std::find_if(placed.begin(), placed.end(), hits);
    if (in_the_way == placed.end()) break;
    y = in_the_way->w + gap;
  }
  placed.push_back({x, y, x + width, y + height});
  return y;
}

/// `placed`: the tags of this frame, so that none hides another.
void name_tag(const Ui& ui, const std::string& text, const Rect& bounds, const CanvasState& canvas, Colour colour,
              std::vector<ImVec4>& placed, ImDrawList& out) {
  ImFont* font = ui.fonts.small;
  const ImVec2 size = font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, text.c_str());
  const float height = size.y + ui.px(5);
  const float width = size.x + ui.px(20);
  const Point corner = canvas.transform.screen_from_image({bounds.x, bounds.y});
  const auto x = static_cast<float>(
      std::clamp(corner.x, canvas.area.x + 2, std::max(canvas.area.right() - width - 2, canvas.area.x + 2)));
  const auto wanted_y = static_cast<float>(std::clamp(corner.y - height - ui.px(3), canvas.area.y + 2,
                                                      std::max(canvas.area.bottom() - height - 2, canvas.area.y + 2)));
  const float y = free_place(x, wanted_y, width, height, ui.px(2), placed);
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
  if (canvas.paint) return canvas.paint->target.garment == garment.id;
  return is_magic(canvas.tool) && canvas.clicks.target().garment == garment.id;
}
bool is_corrected(const Proposal& proposal, const CanvasState& canvas) {
  const auto& target = canvas.paint ? canvas.paint->target.proposal : canvas.clicks.target().proposal;
  return (canvas.paint || is_magic(canvas.tool)) && target && target->region == proposal.region;
}

void draw_garments(const Ui& ui, const Document& document, const RegionCache& cache, const ViewState& view,
                   std::vector<ImVec4>& tags, ImDrawList& out) {
  const Annotation& annotation = document.session.annotation();
  const CanvasState& canvas = view.canvas;
  const auto shown = [&](const Garment& g) {
    return !g.hidden && !is_corrected(g, canvas) && on_screen(cache.garment(g.id).bounds, canvas);
  };
  for (const Garment& garment : annotation.garments) {
    if (!shown(garment)) continue;
    const bool selected = view.selection.contains(garment.id);
    const float opacity = std::min(ui.settings.fill_opacity * (selected ? 1.25F : 1.0F), 0.9F);
    fill(cache.garment(garment.id), canvas, with_alpha(ui.theme.part(garment.part), opacity), out);
  }
  for (const bool selected : {false, true}) {
    for (const Garment& garment : annotation.garments) {
      if (!shown(garment) || view.selection.contains(garment.id) != selected) continue;
      const Colour colour = ui.theme.part(garment.part);
      outline(garment.region, canvas, rgb(0x000000, 130), ui.px(selected ? 4.5F : 3.5F), out);
      outline(garment.region, canvas, colour, ui.px(selected ? 2.5F : 1.75F), out);
      if (selected && !garment.locked) vertices(ui, garment, view, colour, out);
    }
  }
  if (!ui.settings.show_labels) return;
  for (const Garment& garment : annotation.garments) {
    if (!shown(garment) || garment.region.empty()) continue;
    const Provenance& said = garment.region_provenance;
    const char* name = ui.text.part(garment.part);
    name_tag(ui, said.source == Source::kModel ? with_score(name, said.score) : name, cache.garment(garment.id).bounds,
             canvas, ui.theme.part(garment.part), tags, out);
  }
}

void draw_proposals(const Ui& ui, const Document& document, const RegionCache& cache, const ViewState& view,
                    std::vector<ImVec4>& tags, ImDrawList& out) {
  for (const std::size_t index : open_proposals(document)) {
    const RegionShape& shape = cache.proposal(index);
    if (!on_screen(shape.bounds, view.canvas)) continue;
    const Proposal& proposal = proposals_of(document)[index];
    if (is_corrected(proposal, view.canvas)) continue;
    const Colour colour = ui.theme.part(proposal.part);
    const bool selected = view.proposal == index;
    fill(shape, view.canvas, with_alpha(colour, selected ? 0.30F : 0.12F), out);
    outline(proposal.region, view.canvas, rgb(0x000000, 90), ui.px(3), out);
    dashed_outline(proposal.region, view.canvas, colour, ui.px(selected ? 2.5F : 2.0F), ui.px(7), out);
    name_tag(ui, with_score(ui.text.part(proposal.part), proposal.score), shape.bounds, view.canvas, colour, tags, out);
  }
}

void draw_draft(const Ui& ui, const ViewState& view, ImDrawList& out) {
  const CanvasState& canvas = view.canvas;
  if (!canvas.draw.drawing()) return;
  const Colour colour = ui.theme.part(canvas.draw_part);
  const Ring preview = canvas.draw.preview();
  if (preview.size() >= 3) fill({{}, build_fill_mesh({{preview}}), {}}, canvas, with_alpha(colour, 0.18F), out);
  std::vector<ImVec2> line;
  for (const Point& p : preview) line.push_back(vec(canvas.transform.screen_from_image(p)));
  const ImDrawFlags closed = canvas.draw.shape() == DrawShape::kRectangle ? ImDrawFlags_Closed : ImDrawFlags_None;
  out.AddPolyline(line.data(), static_cast<int>(line.size()), rgb(0x000000, 130), closed, ui.px(3.5F));
  out.AddPolyline(line.data(), static_cast<int>(line.size()), colour, closed, ui.px(2));
  const Ring& points = canvas.draw.points();
  const bool closes = canvas.pointer && canvas.draw.would_close(*canvas.pointer);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const ImVec2 at = vec(canvas.transform.screen_from_image(points[i]));
    const float radius = i == 0 ? ui.px(closes ? 8.0F : 5.0F) : ui.px(3);
    out.AddCircleFilled(at, radius, i == 0 && closes ? colour : rgb(0xFFFFFF), 16);
    out.AddCircle(at, radius, colour, 16, ui.px(2));
  }
}

void draw_click(const Ui& ui, const inference::Click& click, const CanvasState& canvas, ImDrawList& out) {
  const ImVec2 at = vec(canvas.transform.screen_from_image(click.at));
  const float arm = ui.px(3);
  out.AddCircleFilled(at, ui.px(7), rgb(0x000000, 170), 20);
  out.AddCircleFilled(at, ui.px(6), click.adds ? ui.theme.good : ui.theme.bad, 20);
  out.AddLine({at.x - arm, at.y}, {at.x + arm, at.y}, rgb(0xFFFFFF), ui.px(1.75F));
  if (click.adds) out.AddLine({at.x, at.y - arm}, {at.x, at.y + arm}, rgb(0xFFFFFF), ui.px(1.75F));
}

/// What is being clicked out, what a click at the pointer would make of it, and what was said of it.
void draw_clicks(const Ui& ui, const ViewState& view, ImDrawList& out) {
  const CanvasState& canvas = view.canvas;
  if (!is_magic(canvas.tool)) return;
  const ClickDraft& draft = canvas.clicks;
  const Colour colour = ui.theme.part(canvas.draw_part);
  if (!draft.region().empty()) {
    fill({{}, build_fill_mesh(draft.region()), {}}, canvas, with_alpha(colour, draft.waits() ? 0.2F : 0.35F), out);
    outline(draft.region(), canvas, rgb(0x000000, 130), ui.px(4), out);
    outline(draft.region(), canvas, colour, ui.px(2.25F), out);
  }
  if (draft.maybe()) {
    outline(*draft.maybe(), canvas, rgb(0x000000, 110), ui.px(3), out);
    dashed_outline(*draft.maybe(), canvas, rgb(0xFFFFFF), ui.px(1.75F), ui.px(5), out);
  }
  for (const ClickWord& word : draft.said()) {
    if (const auto* click = std::get_if<inference::Click>(&word)) {
      draw_click(ui, *click, canvas, out);
    } else {
      const Rect& box = std::get<Rect>(word);
      out.AddRect(vec(canvas.transform.screen_from_image({box.x, box.y})),
                  vec(canvas.transform.screen_from_image({box.right(), box.bottom()})), with_alpha(colour, 0.8F), 0, 0,
                  ui.px(1.5F));
    }
  }
}

void draw_line(const Ui& ui, const ViewState& view, ImDrawList& out) {
  const CanvasState& canvas = view.canvas;
  if (canvas.line.empty()) return;
  std::vector<ImVec2> line;
  for (const Point& p : canvas.line) line.push_back(vec(canvas.transform.screen_from_image(p)));
  const Colour colour = canvas.tool == Tool::kKnife ? ui.theme.bad : rgb(0xFFFFFF);
  out.AddPolyline(line.data(), static_cast<int>(line.size()), rgb(0x000000, 150), ImDrawFlags_None, ui.px(4));
  out.AddPolyline(line.data(), static_cast<int>(line.size()), colour, ImDrawFlags_None, ui.px(2));
}

/// The region as the stroke has made it so far, and how large the brush is.
void draw_brush(const Ui& ui, const ViewState& view, ImDrawList& out) {
  const CanvasState& canvas = view.canvas;
  if (!is_brush(canvas.tool)) return;
  if (canvas.paint) {
    const Region& region = canvas.paint->stroke.region();
    const Colour colour = ui.theme.part(canvas.draw_part);
    fill({{}, build_fill_mesh(region), {}}, canvas, with_alpha(colour, 0.35F), out);
    outline(region, canvas, rgb(0x000000, 130), ui.px(4), out);
    outline(region, canvas, colour, ui.px(2.25F), out);
  }
  if (!canvas.pointer) return;
  const ImVec2 at = vec(canvas.transform.screen_from_image(*canvas.pointer));
  const float radius = canvas.paint ? static_cast<float>(canvas.paint->stroke.brush().radius_px * canvas.transform.zoom)
                                    : ui.px(ui.settings.brush_px);
  out.AddCircle(at, radius, rgb(0x000000, 150), 0, ui.px(3));
  out.AddCircle(at, radius, canvas.tool == Tool::kEraser ? ui.theme.bad : rgb(0xFFFFFF), 0, ui.px(1.5F));
}

void draw_crosshair(const Ui& ui, const CanvasState& canvas, ImDrawList& out) {
  if (!ui.settings.show_crosshair || canvas.tool == Tool::kSelect || !canvas.pointer) return;
  const ImVec2 at = vec(canvas.transform.screen_from_image(*canvas.pointer));
  const Colour colour = rgb(0xFFFFFF, 110);
  out.AddLine({static_cast<float>(canvas.area.x), at.y}, {static_cast<float>(canvas.area.right()), at.y}, colour);
  out.AddLine({at.x, static_cast<float>(canvas.area.y)}, {at.x, static_cast<float>(canvas.area.bottom())}, colour);
}

}  // namespace

void draw_canvas(const Ui& ui, Document& document, RegionCache& cache, const ViewState& view, ImDrawList& out) {
  const CanvasState& canvas = view.canvas;
  const Photo& photo = document.session.photo();
  const ImVec2 from = vec(canvas.transform.screen_from_image({0, 0}));
  const ImVec2 to =
      vec(canvas.transform.screen_from_image({static_cast<double>(photo.width), static_cast<double>(photo.height)}));
  out.AddImage(document.texture.id(), from, to);
  std::vector<ImVec4> tags;
  draw_garments(ui, document, cache, view, tags, out);
  draw_proposals(ui, document, cache, view, tags, out);
  draw_clicks(ui, view, out);
  draw_draft(ui, view, out);
  draw_line(ui, view, out);
  draw_brush(ui, view, out);
  draw_crosshair(ui, canvas, out);
}

}  // namespace jaedan::gui
