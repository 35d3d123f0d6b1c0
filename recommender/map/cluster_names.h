#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/domain/attribute.h"

namespace jaedan::recommender {

/// A label by which a cluster differs from all garments of its part; as ids, which the program puts into words.
struct ClusterLabel {
  std::string attribute;
  std::string value;
  double share = 0;          ///< of the cluster's garments that answer the attribute, those that have the value
  double share_of_part = 0;  ///< the same of all garments

  /// How many times as common as among all.
  double lift() const { return share_of_part > 0 ? share / share_of_part : 0; }
};
using ClusterName = std::vector<ClusterLabel>;

/// What clusters are named by.
struct NameOptions {
  std::vector<std::string> attributes = {"colour", "category", "print", "length", "material", "fit", "sleeve_length"};
  std::size_t labels = 3;       ///< at most so many, …
  std::size_t most_labels = 5;  ///< … and more only where two clusters would have the same name
  double least_share = 0.35;    ///< rarer ones do not speak for a cluster
  double least_answered = 0.2;  ///< nor do attributes that fewer of the cluster's garments answer
  double least_lift = 1.15;     ///< nor do those that are as common everywhere
};

/// A name a cluster: of each attribute the value that tells the cluster from the part the most (its term of the
/// Kullback–Leibler divergence, share · log2(lift)); the most telling attributes are named, in the order of
/// `attributes`. A cluster by which nothing stands out is named by its commonest value; one of which nothing is said
/// has no label. Labels and `cluster_of` are one a garment. "Not sure" is no answer. kInvalidArgument when the two
/// differ in length or a cluster is not below `clusters`.
Result<std::vector<ClusterName>> name_clusters(const std::vector<const AttributeValues*>& labels,
                                               const std::vector<std::uint32_t>& cluster_of, std::size_t clusters,
                                               const NameOptions& options = {});

}  // namespace jaedan::recommender
