#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/domain/ids.h"
#include "labeling/domain/part.h"
#include "labeling/store/change_record.h"

namespace jaedan::labeling {

/// A label by which a cluster differs from all garments of its part, as ids.
struct KeptClusterLabel {
  std::string attribute;
  std::string value;
  double share = 0;          ///< of the cluster's garments that answer the attribute, those that have the value
  double share_of_part = 0;  ///< the same of all garments

  friend bool operator==(const KeptClusterLabel& a, const KeptClusterLabel& b) {
    return a.attribute == b.attribute && a.value == b.value && a.share == b.share && a.share_of_part == b.share_of_part;
  }
};

/// A garment that a cluster is shown by.
struct KeptRepresentative {
  PhotoId photo;
  GarmentId garment;

  friend bool operator==(const KeptRepresentative& a, const KeptRepresentative& b) {
    return a.photo == b.photo && a.garment == b.garment;
  }
};

struct KeptCluster {
  std::vector<float> centroid;                      ///< of unit length, as long as the model's vectors
  std::vector<KeptClusterLabel> name;               ///< may be empty: nothing is said of its garments
  std::int64_t size = 0;                            ///< garments in it when it was made
  std::vector<KeptRepresentative> representatives;  ///< nearest to the centroid first, as of then; may be gone by now

  friend bool operator==(const KeptCluster& a, const KeptCluster& b) {
    return a.centroid == b.centroid && a.name == b.name && a.size == b.size && a.representatives == b.representatives;
  }
};

/// The clusters of one part, of the vectors of one model.
struct KeptClusters {
  Part part = Part::kTop;
  std::string model_id;
  std::string at;  ///< UTC, when they were saved
  std::string who;
  std::int64_t garments = 0;  ///< of how many they were made
  bool k_given = false;       ///< somebody said how many; false: the silhouette did
  double silhouette = 0;
  std::vector<KeptCluster> clusters;  ///< the largest first

  friend bool operator==(const KeptClusters& a, const KeptClusters& b) {
    return a.part == b.part && a.model_id == b.model_id && a.at == b.at && a.who == b.who && a.garments == b.garments &&
           a.k_given == b.k_given && a.silhouette == b.silhouette && a.clusters == b.clusters;
  }
};

/// Clusters of garments. Which garment is in which is not kept: it is the one whose centroid is nearest. What every
/// method owes its caller: store.h.
class ClusterStore {
 public:
  virtual ~ClusterStore() = default;

  /// Keeps them in place of those of this part and model, and logs that. `at` and `who` are those of now and of the
  /// note. kInvalidArgument when there is no cluster, or centroids differ in length or are empty.
  virtual Status save_clusters(const KeptClusters& clusters, const ChangeNote& note) = 0;
  /// All, by part, then model id.
  virtual Result<std::vector<KeptClusters>> clusters() = 0;
};

}  // namespace jaedan::labeling
