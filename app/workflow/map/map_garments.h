#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"
#include "app/workflow/recommend/garment_catalogue.h"
#include "recommender/map/cluster_names.h"

namespace jaedan::workflow {

/// One garment of a map.
struct MapGarment {
  std::uint32_t photo = 0;  ///< place in MappedGarments::photos
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

/// All garments that a map shows, beside their places in its planes; plain values.
struct MappedGarments {
  std::vector<Photo> photos;             ///< that have a garment on the map, ascending
  std::vector<MapGarment> garments;      ///< by photo, then garment
  std::vector<MapLabel> labels;          ///< in the order in which they are offered
  std::vector<MapCluster> clusters;      ///< by part, the largest first; may be empty
  std::vector<std::int32_t> cluster_of;  ///< as MapLabel::value_of; empty without clusters

  std::vector<std::uint64_t> prints;  ///< one a photo: of what is known of its garments, for photos_changed_since
  std::string model_id;               ///< whose vectors their looks are
  std::int64_t without_vector = 0;    ///< garments of approved photos that are not here, as they have none yet
};

/// What a map is made of, as it was at one moment. May be used on another thread than the catalogue.
struct MapSource {
  std::string model_id;
  std::shared_ptr<const recommender::Recommender> garments;
  std::vector<Photo> photos;  ///< that have a garment here, ascending
  std::vector<Rect> boxes;    ///< one a garment
  std::int64_t without_vector = 0;
};

/// Brings the garments up to date, without making vectors, and gives them out. Errors of the store and of finding a
/// model; kCancelled.
Result<MapSource> map_source(Project& project, GarmentCatalogues& catalogues, const Watch& watch);

/// Everything of a map that needs no plane and no clusters. The attributes of the taxonomy come in its order, those
/// that nobody answers are left out; of several values of one attribute the first counts. Some 0.2 s for 100,000.
MappedGarments mapped_garments(const MapSource& source, const Taxonomy& taxonomy);

/// Of how many photos a map that is made now would show something else: garments that came, went or are labelled
/// otherwise, or all when the vectors are another model's. Reads what changed. Errors as map_source.
Result<std::int64_t> photos_changed_since(Project& project, GarmentCatalogues& catalogues, const MappedGarments& map,
                                          const Watch& watch);

}  // namespace jaedan::workflow
