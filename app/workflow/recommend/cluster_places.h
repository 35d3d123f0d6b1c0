#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/workflow/project/project.h"
#include "labeling/store/recommend/cluster_store.h"
#include "recommender/item.h"

namespace jaedan::workflow {

/// In which of a project's clusters garments are, by the vectors of one model: that whose centroid is nearest, so that
/// garments that came after the clusters were made have one as well. Immutable.
class ClusterPlaces {
 public:
  ClusterPlaces() = default;
  /// Those of the vectors of `model_id`. Errors of the store.
  static Result<ClusterPlaces> of(Project& project, const std::string& model_id);
  /// None, for this reason: similar garments are found without clusters as well.
  static ClusterPlaces unreadable(Message why);

  /// From 0; none when the part has no clusters of this model, or of vectors of another length.
  std::optional<int> place_of(Part part, const std::vector<float>& vector) const;
  /// Fills in Item::cluster. All vectors have the same length.
  void assign(std::vector<recommender::Item>& items) const;
  /// Why garments of the part are in none: clusters were not made yet, are of another model's vectors, or cannot be
  /// read.
  std::optional<Message> gap(Part part) const;

  const std::map<Part, labeling::KeptClusters>& of_model() const { return of_model_; }

 private:
  std::map<Part, labeling::KeptClusters> of_model_;
  std::map<Part, std::vector<std::vector<float>>> centroids_;
  std::optional<Message> unreadable_;
  std::map<Part, std::string> outdated_;  ///< parts that only another model has clusters of, and which
};

}  // namespace jaedan::workflow
