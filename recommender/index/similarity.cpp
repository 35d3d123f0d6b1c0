#include "recommender/index/similarity.h"

#include <algorithm>
#include <cmath>

#include "recommender/index/vector_math.h"

namespace jaedan::recommender {
namespace {

/// Below this share of the vector's own length, what is left after taking the mean away is rounding.
constexpr double kNoDirection = 1e-7;

/// A product of two vectors over their lengths, kept from leaving −1…1 by rounding.
double angle(double product, double length_a, double length_b) {
  const double lengths = length_a * length_b;
  return lengths > 0 ? std::clamp(product / lengths, -1.0, 1.0) : 0.0;
}

}  // namespace

std::optional<Metric> metric_from_name(std::string_view name) {
  if (name == "cosine") return Metric::kCosine;
  if (name == "euclidean") return Metric::kEuclidean;
  if (name == "pearson") return Metric::kPearson;
  return std::nullopt;
}

VectorStatistics statistics_of(const float* vector, std::size_t dimension) {
  VectorStatistics statistics;
  if (dimension == 0) return statistics;
  statistics.mean = sum(vector, dimension) / static_cast<double>(dimension);
  statistics.length = std::sqrt(dot(vector, vector, dimension));
  double squared = 0;
  for (std::size_t i = 0; i < dimension; ++i) squared += std::pow(vector[i] - statistics.mean, 2);
  statistics.centred_length = std::sqrt(squared);
  if (statistics.centred_length <= kNoDirection * statistics.length) statistics.centred_length = 0;
  return statistics;
}

double similarity(Metric metric, const float* a, const VectorStatistics& of_a, const float* b,
                  const VectorStatistics& of_b, std::size_t dimension) {
  switch (metric) {
    case Metric::kCosine: return angle(dot(a, b, dimension), of_a.length, of_b.length);
    case Metric::kEuclidean: return 1.0 / (1.0 + std::sqrt(squared_distance(a, b, dimension)));
    case Metric::kPearson: {
      const double centred = dot(a, b, dimension) - static_cast<double>(dimension) * of_a.mean * of_b.mean;
      return angle(centred, of_a.centred_length, of_b.centred_length);
    }
  }
  return 0;
}

double similarity(Metric metric, const std::vector<float>& a, const std::vector<float>& b) {
  return similarity(metric, a.data(), statistics_of(a.data(), a.size()), b.data(), statistics_of(b.data(), b.size()),
                    a.size());
}

}  // namespace jaedan::recommender
