#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "recommender/map/vectors.h"

namespace jaedan::recommender {

/// How vectors are put into clusters.
struct ClusterOptions {
  std::size_t k = 0;  ///< how many clusters; 0 = the one of `choices` whose mean silhouette is the greatest
  std::vector<std::size_t> choices = {4, 6, 8, 12, 16, 24};
  std::uint64_t seed = 1;
  int most_rounds = 30;
  std::size_t most_sampled = 10000;  ///< of more vectors, starts and k are found on so many, drawn by the seed
  int starts = 2;                    ///< times that k-means is begun anew; the best is kept
};

/// Groups of vectors by direction.
struct Clustering {
  std::vector<std::vector<float>>
      centroids;                          ///< of unit length; the largest cluster first, equals by their first vector
  std::vector<std::uint32_t> cluster_of;  ///< one a vector
  std::vector<std::size_t> sizes;         ///< one a cluster, none 0
  double silhouette = 0;                  ///< mean over all vectors (silhouette.h)
};

/// Spherical k-means (Dhillon and Modha 2001) begun by k-means++ (Arthur and Vassilvitskii 2007): vectors count by
/// their direction alone. There are fewer clusters than asked for when there are fewer different directions. A vector
/// without direction (all 0) goes to the first cluster. One thread; equal input, equal answer. Takes a copy of the
/// vectors for the time. Errors as common_length; kInvalidArgument when neither a k nor choices are given.
Result<Clustering> cluster_vectors(const Vectors& vectors, const ClusterOptions& options = {});

/// The cluster whose centroid each vector is the most like, equals to the first. kInvalidArgument when there is no
/// centroid, or lengths differ, or a number is not finite.
Result<std::vector<std::uint32_t>> assign_clusters(const std::vector<std::vector<float>>& centroids,
                                                   const Vectors& vectors);

/// The `count` of `members` (places in `vectors`, all as long as the centroid) that are the most like the centroid,
/// best first, equals by place.
std::vector<std::size_t> nearest_members(const std::vector<float>& centroid, const Vectors& vectors,
                                         const std::vector<std::size_t>& members, std::size_t count);

}  // namespace jaedan::recommender
