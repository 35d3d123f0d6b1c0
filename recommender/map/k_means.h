#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "recommender/map/vectors.h"

namespace jaedan::recommender {

/// Vectors of unit length, one after the other; those without direction stay all 0.
struct UnitRows {
  std::vector<float> numbers;
  std::size_t length = 0;

  std::size_t count() const { return length == 0 ? 0 : numbers.size() / length; }
  const float* row(std::size_t place) const { return &numbers[place * length]; }
};
UnitRows unit_rows(const Vectors& vectors, std::size_t length);
UnitRows rows_at(const UnitRows& rows, const std::vector<std::size_t>& places);

/// What k-means found.
struct KMeans {
  UnitRows centroids;
  std::vector<std::uint32_t> cluster_of;  ///< one a row
  double likeness = 0;                    ///< sum of each row's cosine with its centroid
};

/// At most `k` rows far from each other, drawn by k-means++; fewer when there are not so many different ones.
UnitRows first_centroids(const UnitRows& rows, std::size_t k, std::uint64_t seed);
/// Goes on from there until nothing moves, or `most_rounds` are over. A cluster that loses all its rows gets the row
/// that is the least like its own centroid; one that nothing can be found for is dropped.
KMeans run_k_means(const UnitRows& rows, UnitRows centroids, int most_rounds);

}  // namespace jaedan::recommender
