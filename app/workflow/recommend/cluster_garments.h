#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"
#include "app/workflow/recommend/garment_catalogue.h"
#include "labeling/review/actor.h"
#include "labeling/store/recommend/cluster_store.h"

namespace jaedan::workflow {

/// How garments are to be put into clusters.
struct ClusterWish {
  std::optional<Part> part = {};  ///< none: each part
  std::size_t k = 0;              ///< how many clusters a part; 0: by the silhouette
};

/// The clusters of a project's garments.
struct GarmentClusters {
  std::string model_id;                       ///< whose vectors recommendations compare
  std::vector<labeling::KeptClusters> parts;  ///< of this model, in the order of Part; the largest cluster first
  /// Which parts have none and why (not made yet, of another model's vectors), and what was left out.
  std::vector<Message> partial;
};

/// What is kept. Reads neither garments nor vectors. Errors of the store; kUnavailable when there is no model at all.
Result<GarmentClusters> clusters_of(Project& project);

/// Makes clusters of the approved garments of each part that is wished for, and keeps them in place of those of this
/// model; then as clusters_of. Vectors that are missing are made first (embed_garments.h). A part without garments is
/// told. kForbidden for who may not (Deed::kManage); kCancelled: parts that were done are kept.
Result<GarmentClusters> cluster_garments(Project& project, const ClusterWish& wish, const Actor& manager,
                                         const Watch& watch);

/// A garment of a cluster.
struct ClusteredGarment {
  Photo photo;
  GarmentId garment;
  Rect box;             ///< image space
  double likeness = 0;  ///< cosine to the centroid
};

/// The garments that are in the cluster `number` (from 1) of the part now, the most like its centroid first, equals by
/// photo and garment; without opening a model. kNotFound when the part has no such cluster, with the reason.
Result<std::vector<ClusteredGarment>> garments_of_cluster(Project& project, GarmentCatalogues& catalogues, Part part,
                                                          int number, const Watch& watch);

/// "black, skirt" in both languages; a sentence where nothing is said of its garments.
Message name_of(const labeling::KeptCluster& cluster, const Taxonomy& taxonomy);

}  // namespace jaedan::workflow
