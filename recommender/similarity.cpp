#include "recommender/similarity.h"

#include <cmath>
#include <numeric>

namespace jaedan::recommender {
namespace {

double mean_of(const std::vector<float>& v) {
  return v.empty() ? 0.0 : std::accumulate(v.begin(), v.end(), 0.0) / static_cast<double>(v.size());
}

double cosine(const std::vector<float>& a, const std::vector<float>& b, double a_shift, double b_shift) {
  double product = 0;
  double a_squared = 0;
  double b_squared = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const double x = a[i] - a_shift;
    const double y = b[i] - b_shift;
    product += x * y;
    a_squared += x * x;
    b_squared += y * y;
  }
  const double lengths = std::sqrt(a_squared) * std::sqrt(b_squared);
  return lengths > 0 ? product / lengths : 0.0;
}

double distance(const std::vector<float>& a, const std::vector<float>& b) {
  double squared = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const double d = static_cast<double>(a[i]) - b[i];
    squared += d * d;
  }
  return std::sqrt(squared);
}

}  // namespace

std::optional<Metric> metric_from_name(std::string_view name) {
  if (name == "cosine") return Metric::kCosine;
  if (name == "euclidean") return Metric::kEuclidean;
  if (name == "pearson") return Metric::kPearson;
  return std::nullopt;
}

double similarity(Metric metric, const std::vector<float>& a, const std::vector<float>& b) {
  switch (metric) {
    case Metric::kCosine: return cosine(a, b, 0, 0);
    case Metric::kEuclidean: return 1.0 / (1.0 + distance(a, b));
    case Metric::kPearson: return cosine(a, b, mean_of(a), mean_of(b));
  }
  return 0;
}

}  // namespace jaedan::recommender
