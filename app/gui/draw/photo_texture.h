#pragma once

#include <cstdint>
#include <map>
#include <utility>

#include "app/gui/draw/canvas_transform.h"
#include "app/gui/draw/texture.h"
#include "labeling/base/result.h"

struct ImDrawList;

namespace jaedan::gui {

/// The pixels of a photo as the window wants them.
struct PhotoPixels {
  Image overview;  ///< the whole photo, of at most kOverviewSide
  Image full;      ///< the photo itself; empty when the overview is that
};

/// Beyond this, a photo is shown by its overview until somebody zooms in, and then by tiles of what is seen.
inline constexpr int kOverviewSide = 2048;

/// Takes some tenths of a second for a large photo: not for the window's thread. Errors: those of shrink_to_fit.
Result<PhotoPixels> prepare_pixels(Image photo);

/// A photo on the graphics card: its overview, and the tiles of a large one that are looked at, the last used ones
/// only. Used on the window's thread while its context is there; movable.
class PhotoTexture {
 public:
  PhotoTexture() = default;
  PhotoTexture(ImageView overview, Image full);

  explicit operator bool() const { return static_cast<bool>(overview_); }
  const Texture& overview() const { return overview_; }
  /// Draws what `area` (screen space) shows of the photo, and loads a few tiles that are missing.
  void draw(const CanvasTransform& transform, const Rect& area, bool sharp, ImDrawList& out);
  /// All that the last `draw` showed was as fine as it should be.
  bool complete() const { return complete_; }
  std::size_t tile_count() const { return tiles_.size(); }

 private:
  struct Tile {
    Texture texture;
    std::int64_t used = 0;
  };
  using Place = std::pair<int, int>;  ///< column, row
  Tile* tile_at(Place place, int& loads_left);
  void draw_tile(Place place, const Tile& tile, const CanvasTransform& transform, ImDrawList& out) const;
  void forget_old();

  int width_ = 0, height_ = 0;  ///< of the photo
  Image full_;
  Texture overview_;
  std::map<Place, Tile> tiles_;
  std::int64_t draws_ = 0;
  bool complete_ = true;
};

}  // namespace jaedan::gui
