#include "app/gui/draw/photo_texture.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "app/gui/draw/screen_point.h"
#include "labeling/io/resize.h"

namespace jaedan::gui {
namespace {

constexpr int kTileSide = 1024;
constexpr int kTileBorder = 1;          // pixels shared with the neighbours, so that smoothing shows no seam
constexpr int kLoadsAFrame = 2;         // a tile takes some milliseconds
constexpr std::size_t kMostTiles = 64;  // 200 MB and their smaller copies; a screen of 4K at 1:1 shows 20

Image cut(const Image& from, int x, int y, int width, int height) {
  Image part = Image::of_size(width, height);
  for (int row = 0; row < height; ++row) {
    std::copy_n(from.pixel(x, y + row), std::size_t(width) * 3, part.pixel(0, row));
  }
  return part;
}

/// Columns or rows of tiles that lie between `from` and `to`, image space.
std::pair<int, int> tiles_between(double from, double to, int side) {
  const int last = (side - 1) / kTileSide;
  const auto tile = [last](double at) { return std::clamp(static_cast<int>(std::floor(at / kTileSide)), 0, last); };
  return {tile(from), tile(to)};
}

struct Span {
  int begin, end;    ///< the tile's own pixels
  int first, after;  ///< with its border
};

Span span_of(int tile, int side) {
  const int begin = tile * kTileSide, end = std::min(side, begin + kTileSide);
  return {begin, end, std::max(0, begin - kTileBorder), std::min(side, end + kTileBorder)};
}

}  // namespace

Result<PhotoPixels> prepare_pixels(Image photo) {
  if (std::max(photo.width, photo.height) <= kOverviewSide) return PhotoPixels{std::move(photo), {}};
  JAEDAN_ASSIGN_OR_RETURN(Image overview, labeling::shrink_to_fit(photo.view(), kOverviewSide));
  return PhotoPixels{std::move(overview), std::move(photo)};
}

PhotoTexture::PhotoTexture(ImageView overview, Image full)
    : width_(full.empty() ? overview.width : full.width),
      height_(full.empty() ? overview.height : full.height),
      full_(std::move(full)),
      overview_(overview) {}

void PhotoTexture::draw(const CanvasTransform& transform, const Rect& area, bool sharp, ImDrawList& out) {
  ++draws_;
  complete_ = true;
  if (!overview_) return;
  overview_.set_sharp(sharp && full_.empty());
  out.AddImage(overview_.id(), vec(transform.screen_from_image({0, 0})),
               vec(transform.screen_from_image({double(width_), double(height_)})));
  const bool overview_is_enough = full_.empty() || transform.zoom * width_ <= overview_.image_width();
  if (overview_is_enough) return;
  const Point from = transform.image_from_screen({area.x, area.y});
  const Point to = transform.image_from_screen({area.right(), area.bottom()});
  const auto columns = tiles_between(from.x, to.x, width_), rows = tiles_between(from.y, to.y, height_);
  int loads_left = kLoadsAFrame;
  for (int row = rows.first; row <= rows.second; ++row) {
    for (int column = columns.first; column <= columns.second; ++column) {
      Tile* tile = tile_at({column, row}, loads_left);
      if (tile == nullptr) continue;
      tile->texture.set_sharp(sharp);
      draw_tile({column, row}, *tile, transform, out);
    }
  }
  forget_old();
}

PhotoTexture::Tile* PhotoTexture::tile_at(Place place, int& loads_left) {
  auto found = tiles_.find(place);
  if (found == tiles_.end()) {
    complete_ = complete_ && loads_left > 0;
    if (loads_left-- <= 0) return nullptr;
    const Span x = span_of(place.first, width_), y = span_of(place.second, height_);
    const Image part = cut(full_, x.first, y.first, x.after - x.first, y.after - y.first);
    found = tiles_.emplace(place, Tile{Texture(part.view()), 0}).first;
  }
  found->second.used = draws_;
  return &found->second;
}

void PhotoTexture::draw_tile(Place place, const Tile& tile, const CanvasTransform& transform, ImDrawList& out) const {
  const Span x = span_of(place.first, width_), y = span_of(place.second, height_);
  const auto share = [](int at, const Span& span) { return float(at - span.first) / float(span.after - span.first); };
  out.AddImage(tile.texture.id(), vec(transform.screen_from_image({double(x.begin), double(y.begin)})),
               vec(transform.screen_from_image({double(x.end), double(y.end)})), {share(x.begin, x), share(y.begin, y)},
               {share(x.end, x), share(y.end, y)});
}

void PhotoTexture::forget_old() {
  while (tiles_.size() > kMostTiles) {
    const auto oldest = std::min_element(tiles_.begin(), tiles_.end(),
                                         [](const auto& a, const auto& b) { return a.second.used < b.second.used; });
    if (oldest->second.used == draws_) return;  // all of them are seen
    tiles_.erase(oldest);
  }
}

}  // namespace jaedan::gui
