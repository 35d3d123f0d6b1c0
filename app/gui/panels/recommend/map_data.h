#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/workflow/map/map_garments.h"
#include "app/workflow/map/map_planes.h"
#include "labeling/base/result.h"
#include "recommender/map/density_grid.h"
#include "recommender/map/point_grid.h"

namespace jaedan::gui {

using workflow::MapCluster;
using workflow::MapGarment;
using workflow::MapLabel;

/// Where garments lie in one plane, and how close.
struct MapLayout {
  recommender::PointGrid points;  ///< one a garment, map space
  recommender::DensityGrid heat;  ///< of the same
};

/// How wide the map's space is: what a plane was learned of lies in [0, kMapSide] × [0, kMapSide], the longer side
/// filled; what came later may lie beside it.
inline constexpr double kMapSide = 1000;

/// Moves and scales points into map space, as they lie to each other, and makes what the view asks of them. `frame` is
/// what fills the map, in the points' own space; none: the rectangle around them. Points that are not finite are on no
/// map. Some fifty milliseconds for 100,000: not for the window's thread.
MapLayout lay_out(std::vector<Point> points, const std::optional<Rect>& frame = {});

/// All garments as the map shows them. Made once, off the window's thread, and never changed.
struct GarmentMap : workflow::MappedGarments {
  std::optional<MapLayout> by_looks;      ///< principal components of the vectors
  std::optional<double> looks_explained;  ///< share of the variance that its two axes hold
  std::optional<MapLayout> by_labels;     ///< autoencoder of the label probabilities
  workflow::MapPlanes planes;             ///< the next map is drawn in the same ones

  const Photo& photo_of(std::uint32_t garment) const { return photos[garments[garment].photo]; }
};

/// What the map is drawn from; whoever makes the map fills it.
struct MapFeed {
  bool waiting = false;                   ///< a map is being made; the one before stays meanwhile
  bool stopped = false;                   ///< … and the person wants no more of it
  std::optional<Error> error;             ///< why the last one was not
  std::shared_ptr<const GarmentMap> map;  ///< none yet: null
  std::int64_t changed_photos = 0;        ///< that another map would show otherwise
  double look_again_at_s = 0;             ///< for changes
  bool may_keep_clusters = false;         ///< the person may have the project keep clusters

  /// Whether it is time to ask for a map, or whether the one that is shown is still true.
  bool is_due(double now_s) const { return !waiting && (!map ? !error && !stopped : now_s >= look_again_at_s); }
};

/// Whether both are of the same garments in the same order, so that places in one are places in the other.
bool same_garments(const GarmentMap& a, const GarmentMap& b);

/// The photos of these garments, ascending, each once.
std::vector<PhotoId> photos_of(const GarmentMap& map, const std::vector<std::uint32_t>& garments);

}  // namespace jaedan::gui
