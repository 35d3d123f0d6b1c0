#include "recommender/map/part_clusters.h"

#include <algorithm>

namespace jaedan::recommender {
namespace {

GarmentPlace place_of(const ClusterMember& member) { return {member.photo, member.garment}; }

/// Sorts by id, so that the order of the input decides nothing.
Status sort_members(std::vector<ClusterMember>& members) {
  std::sort(members.begin(), members.end(),
            [](const ClusterMember& a, const ClusterMember& b) { return place_of(a) < place_of(b); });
  for (std::size_t i = 0; i < members.size(); ++i) {
    const ClusterMember& member = members[i];
    if (i > 0 && place_of(members[i - 1]) == place_of(member)) {
      return Error{ErrorCode::kInvalidArgument,
                   "map.garment_twice",
                   "photo {0}: garment {1} is there twice",
                   {member.photo.value, member.garment.value}};
    }
    if (!member.vector || !member.labels) {
      return Error{ErrorCode::kInvalidArgument,
                   "map.garment_bare",
                   "photo {0}: garment {1} comes without vector or labels",
                   {member.photo.value, member.garment.value}};
    }
  }
  return {};
}

}  // namespace

Result<PartClusters> cluster_part(Part part, std::vector<ClusterMember> members, const ClusterOptions& options,
                                  const NameOptions& names, std::size_t representatives) {
  JAEDAN_RETURN_IF_ERROR(sort_members(members));
  Vectors vectors;
  std::vector<const AttributeValues*> labels;
  for (const ClusterMember& member : members) {
    vectors.push_back(member.vector);
    labels.push_back(member.labels);
  }
  JAEDAN_ASSIGN_OR_RETURN(const Clustering found, cluster_vectors(vectors, options));
  JAEDAN_ASSIGN_OR_RETURN(const auto named, name_clusters(labels, found.cluster_of, found.centroids.size(), names));
  PartClusters made;
  made.part = part;
  made.silhouette = found.silhouette;
  std::vector<std::vector<std::size_t>> places(found.centroids.size());
  for (std::size_t i = 0; i < members.size(); ++i) {
    places[found.cluster_of[i]].push_back(i);
    made.members.emplace_back(place_of(members[i]), found.cluster_of[i]);
  }
  for (std::size_t c = 0; c < found.centroids.size(); ++c) {
    GarmentCluster cluster{found.centroids[c], named[c], found.sizes[c], {}};
    for (const std::size_t place : nearest_members(cluster.centroid, vectors, places[c], representatives)) {
      cluster.representatives.push_back(place_of(members[place]));
    }
    made.clusters.push_back(std::move(cluster));
  }
  return made;
}

std::vector<std::vector<float>> centroids_of(const PartClusters& clusters) {
  std::vector<std::vector<float>> centroids;
  for (const GarmentCluster& cluster : clusters.clusters) centroids.push_back(cluster.centroid);
  return centroids;
}

}  // namespace jaedan::recommender
