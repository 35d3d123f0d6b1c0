#pragma once

#include "app/workflow/map/map_garments.h"
#include "app/workflow/recommend/cluster_places.h"

namespace jaedan::workflow {

/// Fills in MappedGarments::clusters and `cluster_of`; `map` is of `source`. A part has the clusters that the project
/// keeps of this model's vectors (ClusterPlaces). Where none were made, its garments are grouped by their looks for
/// this map alone, unless they are too few to; that takes some seconds for 100,000. Errors of cluster_part; kCancelled,
/// and `map` is as it was.
Status put_in_clusters(const MapSource& source, const ClusterPlaces& kept, MappedGarments& map, const Watch& watch);

}  // namespace jaedan::workflow
