#pragma once

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

/// Likeness of two vectors of the same length. A vector without direction (all zero; for Pearson, all equal)
/// is like nothing: 0.
double similarity(Metric metric, const std::vector<float>& a, const std::vector<float>& b);

}  // namespace jaedan::recommender
