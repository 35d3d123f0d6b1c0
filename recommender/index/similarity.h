#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace jaedan::recommender {

/// How two vectors are compared. All give a number that grows with likeness, 1 for equal vectors.
enum class Metric {
  kCosine,     ///< cosine of the angle, −1…1
  kEuclidean,  ///< 1 / (1 + distance), 0…1
  kPearson,    ///< correlation: cosine after taking each vector's mean away, −1…1
};

/// cosine, euclidean, pearson.
std::optional<Metric> metric_from_name(std::string_view name);

/// What the metrics need of one vector; worked out once for each, not once for each pair.
struct VectorStatistics {
  double mean = 0;
  double length = 0;          ///< Euclidean
  double centred_length = 0;  ///< the same after taking the mean away
};
VectorStatistics statistics_of(const float* vector, std::size_t dimension);

/// Likeness of two vectors of the same dimension. A vector without direction (all zero; for Pearson, all equal)
/// is like nothing: 0, except by distance.
double similarity(Metric metric, const float* a, const VectorStatistics& of_a, const float* b,
                  const VectorStatistics& of_b, std::size_t dimension);
double similarity(Metric metric, const std::vector<float>& a, const std::vector<float>& b);

}  // namespace jaedan::recommender
