#include "app/gui/panels/recommend/map_draw.h"

#include <algorithm>
#include <cmath>

#include "app/gui/draw/screen_point.h"
#include "app/gui/draw/widgets.h"
#include "app/gui/panels/recommend/garment_crop.h"

namespace jaedan::gui {
namespace {

constexpr float kDot = 4;
constexpr double kDotStep = 2.5;
constexpr float kPicture = 54;
/// With more garments in sight pictures would hide what the dots say.
constexpr std::size_t kMostForPictures = 1500;
constexpr std::size_t kMostPictures = 160;
constexpr std::size_t kMostDots = 50000;
/// A dot with an edge has eight corners, and the heat map some thirty thousand; without offsets a list of Dear ImGui's
/// holds 65,536.
constexpr std::size_t kMostDotsWithoutOffsets = 3500;
constexpr float kDimmed = 0.13F;

/// The least power of two that is not below `length`: squares of such sides lie in each other, so that zooming does not
/// choose anew all the time.
double power_of_two(double length) { return std::exp2(std::ceil(std::log2(length))); }

Rect in_sight(const Viewport& view, double around_px) {
  const Point from = view.transform.image_from_screen({view.area.x - around_px, view.area.y - around_px});
  const Point to = view.transform.image_from_screen({view.area.right() + around_px, view.area.bottom() + around_px});
  return {from.x, from.y, to.x - from.x, to.y - from.y};
}

bool same_view(const Viewport& a, const Viewport& b) {
  return a.area == b.area && a.transform.origin == b.transform.origin && a.transform.zoom == b.transform.zoom;
}

Colour mixed(Colour a, Colour b, float share) {
  Colour made = 0;
  for (int shift = 0; shift < 32; shift += 8) {
    const auto from = static_cast<float>((a >> shift) & 0xFF), to = static_cast<float>((b >> shift) & 0xFF);
    made |= static_cast<Colour>(from + (to - from) * share + 0.5F) << shift;
  }
  return made;
}

/// How a heat map glows where the corners of four cells meet.
Colour glow_at(const Ui& ui, const recommender::DensityGrid& heat, std::size_t column, std::size_t row) {
  float sum = 0;
  for (const std::size_t x : {column, column + 1}) {
    for (const std::size_t y : {row, row + 1}) {
      if (x > 0 && y > 0 && x <= heat.columns && y <= heat.rows) sum += heat.values[(y - 1) * heat.columns + x - 1];
    }
  }
  const float shade = std::sqrt(sum / 4);  // shows where a few lie as well
  return with_alpha(mixed(ui.theme.accent, ui.theme.warn, shade), 0.6F * shade);
}

void draw_heat(const Ui& ui, const recommender::DensityGrid& heat, const Viewport& view, ImDrawList& out) {
  if (heat.values.empty()) return;
  const double wide = heat.area.width / static_cast<double>(heat.columns);
  const double tall = heat.area.height / static_cast<double>(heat.rows);
  const auto corner = [&](std::size_t column, std::size_t row) {
    const Point at{heat.area.x + static_cast<double>(column) * wide, heat.area.y + static_cast<double>(row) * tall};
    const Point screen = view.transform.screen_from_image(at);
    return vec({std::round(screen.x), std::round(screen.y)});  // between whole pixels cells would show seams
  };
  for (std::size_t row = 0; row < heat.rows; ++row) {
    for (std::size_t column = 0; column < heat.columns; ++column) {
      const Colour a = glow_at(ui, heat, column, row), b = glow_at(ui, heat, column + 1, row);
      const Colour c = glow_at(ui, heat, column + 1, row + 1), d = glow_at(ui, heat, column, row + 1);
      if (((a | b | c | d) >> 24) < 2) continue;  // hardly to be seen
      out.AddRectFilledMultiColor(corner(column, row), corner(column + 1, row + 1), a, b, c, d);
    }
  }
}

/// How a garment's mark looks now.
struct Marks {
  const MapState& state;
  const GarmentMap& map;
  Colour edge;

  bool is_dimmed(std::uint32_t garment) const {
    if (state.pointed_cluster) return !is_in_cluster(garment, *state.pointed_cluster);
    const std::optional<std::uint16_t> lit = state.pointed ? state.pointed : state.lit;
    if (lit && state.legend.row_of[garment] != *lit) return true;
    return !state.is_caught.empty() && !state.is_caught[garment];
  }
  bool is_in_cluster(std::uint32_t garment, std::uint32_t cluster) const {
    return garment < map.cluster_of.size() && map.cluster_of[garment] == static_cast<std::int32_t>(cluster);
  }
  Colour colour(std::uint32_t garment) const {
    const Colour own = state.legend.rows[state.legend.row_of[garment]].colour;
    return is_dimmed(garment) ? with_alpha(own, kDimmed) : own;
  }
};

void draw_dots(const Ui& ui, const MapShown& shown, const MapState& state, ImDrawList& out) {
  const Marks marks{state, shown.map, with_alpha(ui.theme.muted, 0.7F)};
  const float half = ui.px(state.drawn.dots.size() > 20000 ? kDot - 1 : kDot) / 2;
  const auto square = [&](ImVec2 at, float reach, Colour colour) {
    out.AddRectFilled({at.x - reach, at.y - reach}, {at.x + reach, at.y + reach}, colour);
  };
  // What stands out lies above what does not.
  for (const bool dimmed : {true, false}) {
    for (const std::uint32_t garment : state.drawn.dots) {
      if (marks.is_dimmed(garment) != dimmed) continue;
      const ImVec2 at = vec(state.view.transform.screen_from_image(shown.layout.points.points()[garment]));
      if (state.legend.shows_cloth && !dimmed) square(at, half + 1, marks.edge);
      square(at, half, marks.colour(garment));
    }
  }
}

void draw_picture(const Ui& ui, const MapShown& shown, std::uint32_t garment, Thumbnails& thumbnails,
                  const MapState& state, ImDrawList& out) {
  const float side = ui.px(kPicture);
  const ImVec2 at = vec(state.view.transform.screen_from_image(shown.layout.points.points()[garment]));
  const ImVec2 from(at.x - side / 2, at.y - side / 2), to(at.x + side / 2, at.y + side / 2);
  const Marks marks{state, shown.map, 0};
  const Photo& photo = shown.map.photo_of(garment);
  out.AddRectFilled(from, to, ui.theme.card, ui.px(3));
  const Rect box{from.x, from.y, side, side};
  paint_picture(thumbnails.find(photo), box, garment_crop(photo, shown.map.garments[garment].box),
                marks.is_dimmed(garment) ? with_alpha(0xFFFFFFFF, 0.3F) : 0xFFFFFFFF, 0, out);
  out.AddRect(from, to, marks.colour(garment), ui.px(3), 0, ui.px(2));
  remember_place(ui, "map.garment." + std::to_string(garment), box, state.hover == garment);
}

void draw_lasso_line(const Ui& ui, const MapState& state, ImDrawList& out) {
  if (state.lasso.size() < 2) return;
  std::vector<ImVec2> line;
  for (const Point& corner : state.lasso) line.push_back(vec(state.view.transform.screen_from_image(corner)));
  out.AddPolyline(line.data(), static_cast<int>(line.size()), ui.theme.accent,
                  state.drawing ? ImDrawFlags_None : ImDrawFlags_Closed, ui.px(1.5F));
}

}  // namespace

void choose_drawn(const MapLayout& layout, const Viewport& view, double scale, std::size_t most_dots,
                  MapState::Drawn& drawn) {
  if (drawn.layout == &layout && same_view(drawn.view, view)) return;
  drawn.layout = &layout;
  drawn.view = view;
  const double zoom = view.transform.zoom;
  const auto step = [&](double px) { return power_of_two(px * scale / zoom); };
  drawn.dots = layout.points.spread(in_sight(view, kDot * scale), step(kDotStep), most_dots);
  drawn.pictures.clear();
  const Rect sight = in_sight(view, 0);
  if (drawn.dots.empty() || layout.points.count(sight) > kMostForPictures) return;
  // Chosen in whole squares, so that what is at the edge does not change the choice in the middle.
  const double side = step(kPicture);
  const Rect wider{sight.x - side, sight.y - side, sight.width + 2 * side, sight.height + 2 * side};
  const double apart = kPicture * scale / zoom;
  for (const std::uint32_t place : layout.points.spread(wider, side, kMostPictures)) {
    const Point at = layout.points.points()[place];
    const bool is_covered = std::any_of(drawn.pictures.begin(), drawn.pictures.end(), [&](std::uint32_t other) {
      const Point way = layout.points.points()[other] - at;
      return std::max(std::abs(way.x), std::abs(way.y)) < apart;
    });
    if (!is_covered) drawn.pictures.push_back(place);
  }
}

void draw_map(const Ui& ui, const MapShown& shown, Thumbnails& thumbnails, MapState& state, ImDrawList& out) {
  const Rect& area = state.view.area;
  out.AddRectFilled({static_cast<float>(area.x), static_cast<float>(area.y)},
                    {static_cast<float>(area.right()), static_cast<float>(area.bottom())}, ui.theme.backdrop);
  const bool has_offsets = (ImGui::GetIO().BackendFlags & ImGuiBackendFlags_RendererHasVtxOffset) != 0;
  choose_drawn(shown.layout, state.view, ui.scale, has_offsets ? kMostDots : kMostDotsWithoutOffsets, state.drawn);
  if (state.heat) draw_heat(ui, shown.layout.heat, state.view, out);
  draw_dots(ui, shown, state, out);
  for (const std::uint32_t garment : state.drawn.pictures) draw_picture(ui, shown, garment, thumbnails, state, out);
  draw_lasso_line(ui, state, out);
  const auto ring = [&](std::optional<std::uint32_t> garment, Colour colour) {
    if (!garment) return;
    const ImVec2 at = vec(state.view.transform.screen_from_image(shown.layout.points.points()[*garment]));
    out.AddCircle(at, ui.px(8), colour, 0, ui.px(2.5F));
  };
  ring(state.selected, ui.theme.accent);
  ring(state.hover, ui.theme.text);
}

}  // namespace jaedan::gui
