#pragma once

#include <vector>

#include "labeling/domain/ids.h"
#include "labeling/domain/part.h"
#include "recommender/map/cluster_names.h"
#include "recommender/map/clusters.h"

namespace jaedan::recommender {

/// A garment to be put into a cluster; what it points at is somebody else's.
struct ClusterMember {
  PhotoId photo;
  GarmentId garment;
  const std::vector<float>* vector = nullptr;
  const AttributeValues* labels = nullptr;
};

/// Which garment of which photo.
struct GarmentPlace {
  PhotoId photo;
  GarmentId garment;

  friend bool operator==(const GarmentPlace& a, const GarmentPlace& b) {
    return a.photo == b.photo && a.garment == b.garment;
  }
  friend bool operator<(const GarmentPlace& a, const GarmentPlace& b) {
    return a.photo != b.photo ? a.photo < b.photo : a.garment < b.garment;
  }
};

/// One cluster of one part, as it is kept in a project.
struct GarmentCluster {
  std::vector<float> centroid;  ///< of unit length
  ClusterName name;
  std::size_t size = 0;
  std::vector<GarmentPlace> representatives;  ///< the garments nearest to the centroid, best first
};

/// The clusters of one part, the largest first. Plain values: who keeps them writes them as they are. Where later
/// garments belong assign_clusters says from the centroids.
struct PartClusters {
  Part part = Part::kTop;
  std::vector<GarmentCluster> clusters;
  std::vector<std::pair<GarmentPlace, std::uint32_t>> members;  ///< by photo, then garment
  double silhouette = 0;
};

/// Puts the garments of one part into clusters, whatever order they come in. kInvalidArgument as cluster_vectors, and
/// when a garment is there twice (names its photo) or comes without vector or labels.
Result<PartClusters> cluster_part(Part part, std::vector<ClusterMember> members, const ClusterOptions& options = {},
                                  const NameOptions& names = {}, std::size_t representatives = 12);

/// The centroids, for assign_clusters.
std::vector<std::vector<float>> centroids_of(const PartClusters& clusters);

}  // namespace jaedan::recommender
