#include "app/workflow/map/map_clusters.h"

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "recommender/map/part_clusters.h"

namespace jaedan::workflow {
namespace {

/// Fewer can be looked through one by one.
constexpr std::size_t kFewestToGroup = 12;

/// The clusters of a map that is being filled.
struct MapGroups {
  std::vector<MapCluster> clusters;
  std::vector<std::int32_t> cluster_of;

  std::int32_t count() const { return static_cast<std::int32_t>(clusters.size()); }
};

std::vector<std::size_t> places_of(const MapSource& source, Part part) {
  const std::vector<recommender::Item>& items = source.garments->items();
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].part == part) places.push_back(i);
  }
  return places;
}

void take_kept(const labeling::KeptClusters& kept, const MapSource& source, const std::vector<std::size_t>& places,
               MapGroups& groups) {
  const std::int32_t first = groups.count();
  for (const labeling::KeptCluster& cluster : kept.clusters) {
    MapCluster& group = groups.clusters.emplace_back(MapCluster{kept.part, {}});
    for (const labeling::KeptClusterLabel& label : cluster.name) {
      group.name.push_back({label.attribute, label.value, label.share, label.share_of_part});
    }
  }
  for (const std::size_t place : places) {
    const std::optional<int>& cluster = source.garments->items()[place].cluster;
    if (cluster) groups.cluster_of[place] = first + *cluster;
  }
}

Status find_groups(Part part, const MapSource& source, const std::vector<std::size_t>& places, MapGroups& groups) {
  std::vector<recommender::ClusterMember> members;
  for (const std::size_t place : places) {
    const recommender::Item& item = source.garments->items()[place];
    members.push_back({item.photo, item.garment, &item.vector, &item.attributes});
  }
  JAEDAN_ASSIGN_OR_RETURN(const recommender::PartClusters found, recommender::cluster_part(part, std::move(members)));
  const std::int32_t first = groups.count();
  for (const recommender::GarmentCluster& cluster : found.clusters) groups.clusters.push_back({part, cluster.name});
  // Members come by photo, then garment, and so do the garments of a map.
  for (std::size_t i = 0; i < places.size(); ++i) {
    groups.cluster_of[places[i]] = first + static_cast<std::int32_t>(found.members[i].second);
  }
  return {};
}

}  // namespace

Status put_in_clusters(const MapSource& source, const ClusterPlaces& kept, MappedGarments& map, const Watch& watch) {
  MapGroups groups;
  groups.cluster_of.assign(map.garments.size(), -1);
  std::int64_t done = 0;
  for (const Part part : kAllParts) {
    if (watch.cancelled()) return Error{ErrorCode::kCancelled, "map.stopped", "stopped before the map was learned"};
    watch.report({"grouping garments", done++, static_cast<std::int64_t>(kAllParts.size()), {}});
    const std::vector<std::size_t> places = places_of(source, part);
    const auto of_part = kept.of_model().find(part);
    if (of_part != kept.of_model().end()) {
      take_kept(of_part->second, source, places, groups);
    } else if (places.size() >= kFewestToGroup) {
      JAEDAN_RETURN_IF_ERROR(find_groups(part, source, places, groups));
    }
  }
  if (groups.clusters.empty()) groups.cluster_of.clear();
  map.clusters = std::move(groups.clusters);
  map.cluster_of = std::move(groups.cluster_of);
  return {};
}

}  // namespace jaedan::workflow
