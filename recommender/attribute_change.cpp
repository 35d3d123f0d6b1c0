#include "recommender/attribute_change.h"

namespace jaedan::recommender {
namespace {

std::vector<double> mean_of(const VectorList& vectors, std::size_t dimension) {
  std::vector<double> mean(dimension);
  for (const std::vector<float>* vector : vectors) {
    for (std::size_t i = 0; i < dimension; ++i) mean[i] += (*vector)[i];
  }
  for (double& x : mean) x /= static_cast<double>(vectors.size());
  return mean;
}

}  // namespace

std::vector<float> vector_after_change(const std::vector<float>& vector, const VectorList& from, const VectorList& to) {
  std::vector<float> moved = vector;
  if (from.empty() || to.empty()) return moved;
  const std::vector<double> before = mean_of(from, vector.size());
  const std::vector<double> after = mean_of(to, vector.size());
  for (std::size_t i = 0; i < moved.size(); ++i) moved[i] = static_cast<float>(moved[i] + after[i] - before[i]);
  return moved;
}

}  // namespace jaedan::recommender
