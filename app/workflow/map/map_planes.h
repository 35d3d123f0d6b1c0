#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "app/workflow/map/map_garments.h"
#include "recommender/map/label_plane.h"
#include "recommender/map/principal_plane.h"

namespace jaedan::workflow {

/// A plane that garments are put into, and the rectangle around those that it was learned of: whatever comes later, the
/// old ones stay where they are.
template <typename Plane>
struct KeptPlane {
  Plane plane;
  Rect frame;
  std::size_t learned_of = 0;  ///< garments
};

/// The planes of a map. Learned once, then kept from map to map, so that garments that come later find their place.
struct MapPlanes {
  std::string model_id;  ///< of `looks`
  std::optional<KeptPlane<recommender::PrincipalPlane>> looks;
  std::optional<KeptPlane<recommender::LabelPlane>> labels;
};

/// Where the garments lie by their looks. Learns the plane anew when there is none, it is another model's, or there are
/// more than twice as many garments as it was learned of. 0.3 s for 100,000. Errors of fit_principal_plane.
Result<std::vector<Point>> points_by_looks(const MapSource& source, MapPlanes& planes);

/// Where they lie by what is said of them; as above, or when the taxonomy has other values. Learning takes some five
/// seconds, however many they are; it is told to `watch`. kCancelled.
Result<std::vector<Point>> points_by_labels(const MapSource& source, const Taxonomy& taxonomy, MapPlanes& planes,
                                            const Watch& watch);

}  // namespace jaedan::workflow
