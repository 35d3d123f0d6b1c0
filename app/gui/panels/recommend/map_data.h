#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/domain/annotation.h"
#include "labeling/domain/part.h"
#include "recommender/map/cluster_names.h"
#include "recommender/map/density_grid.h"
#include "recommender/map/point_grid.h"

namespace jaedan::gui {

/// One garment of the map.
struct MapGarment {
  std::uint32_t photo = 0;  ///< place in GarmentMap::photos
  GarmentId garment;
  Part part = Part::kTop;
  Rect box;  ///< of the garment in its photo, image space; may be empty
};

/// What is said of all garments to one question; what points are coloured by.
struct MapLabel {
  std::string attribute;               ///< id of the taxonomy's
  std::vector<std::string> values;     ///< ids that are met
  std::vector<std::int32_t> value_of;  ///< one a garment: place in `values`, −1 where nothing is said
};

/// A cluster of one part, and what it is named by.
struct MapCluster {
  Part part = Part::kTop;
  recommender::ClusterName name;
};

/// Where garments lie in one plane, and how close.
struct MapLayout {
  recommender::PointGrid points;  ///< one a garment, map space
  recommender::DensityGrid heat;  ///< of the same
};

/// How wide the map's space is: all points of a layout lie in [0, kMapSide] × [0, kMapSide], the longer side filled.
inline constexpr double kMapSide = 1000;

/// Moves and scales points into map space, as they lie to each other, and makes what the view asks of them. Points that
/// are not finite are on no map. Some fifty milliseconds for 100,000: not for the window's thread.
MapLayout lay_out(std::vector<Point> points);

/// All garments as the map shows them. Made once, off the window's thread, and never changed.
struct GarmentMap {
  std::vector<Photo> photos;
  std::vector<MapGarment> garments;
  std::vector<MapLabel> labels;           ///< in the order in which they are offered
  std::vector<MapCluster> clusters;       ///< may be empty
  std::vector<std::int32_t> cluster_of;   ///< as MapLabel::value_of; empty without clusters
  std::optional<MapLayout> by_looks;      ///< principal components of the vectors
  std::optional<double> looks_explained;  ///< share of the variance that its two axes hold
  std::optional<MapLayout> by_labels;     ///< autoencoder of the label probabilities

  const Photo& photo_of(std::uint32_t garment) const { return photos[garments[garment].photo]; }
};

/// What the map is drawn from; whoever makes the map fills it.
struct MapFeed {
  bool waiting = false;                   ///< a map is being made; the one before stays meanwhile
  std::optional<Error> error;             ///< why the last one was not
  std::shared_ptr<const GarmentMap> map;  ///< none yet: null
};

/// The photos of these garments, ascending, each once.
std::vector<PhotoId> photos_of(const GarmentMap& map, const std::vector<std::uint32_t>& garments);

}  // namespace jaedan::gui
