#include "recommender/map/principal_plane.h"

#include <algorithm>
#include <cmath>

#include "recommender/map/symmetric_eigen.h"

namespace jaedan::recommender {
namespace {

std::vector<double> mean_of(const Vectors& vectors, std::size_t length) {
  std::vector<double> mean(length, 0);
  for (const std::vector<float>* vector : vectors) {
    for (std::size_t i = 0; i < length; ++i) mean[i] += (*vector)[i];
  }
  for (double& number : mean) number /= static_cast<double>(vectors.size());
  return mean;
}

/// Covariance, whole. Four vectors at a time: the matrix is read and written a quarter as often.
std::vector<double> covariance_of(const Vectors& vectors, const std::vector<double>& mean) {
  constexpr std::size_t kTogether = 4;
  const std::size_t length = mean.size();
  std::vector<double> matrix(length * length, 0);
  std::array<std::vector<double>, kTogether> rows;
  for (std::size_t first = 0; first < vectors.size(); first += kTogether) {
    for (std::size_t k = 0; k < kTogether; ++k) {
      rows[k].assign(length, 0);
      if (first + k >= vectors.size()) continue;
      for (std::size_t i = 0; i < length; ++i) rows[k][i] = (*vectors[first + k])[i] - mean[i];
    }
    const double *a = rows[0].data(), *b = rows[1].data(), *c = rows[2].data(), *d = rows[3].data();
    for (std::size_t i = 0; i < length; ++i) {
      double* __restrict__ out = &matrix[i * length];
      const double ai = a[i], bi = b[i], ci = c[i], di = d[i];
      for (std::size_t j = i; j < length; ++j) out[j] += ai * a[j] + bi * b[j] + ci * c[j] + di * d[j];
    }
  }
  for (std::size_t i = 0; i < length; ++i) {
    for (std::size_t j = i; j < length; ++j) {
      matrix[i * length + j] /= static_cast<double>(vectors.size());
      matrix[j * length + i] = matrix[i * length + j];
    }
  }
  return matrix;
}

std::vector<float> axis_of(const EigenPairs& pairs, std::size_t place, std::size_t length) {
  const double* vector = &pairs.vectors[place * length];
  const double* largest =
      std::max_element(vector, vector + length, [](double a, double b) { return std::abs(a) < std::abs(b); });
  const double sign = *largest < 0 ? -1 : 1;
  std::vector<float> axis(length);
  for (std::size_t i = 0; i < length; ++i) axis[i] = static_cast<float>(sign * vector[i]);
  return axis;
}

}  // namespace

Result<PrincipalPlane> fit_principal_plane(const Vectors& vectors) {
  JAEDAN_ASSIGN_OR_RETURN(const std::size_t length, common_length(vectors));
  const std::vector<double> mean = mean_of(vectors, length);
  const std::vector<double> covariance = covariance_of(vectors, mean);
  double variance = 0;
  for (std::size_t i = 0; i < length; ++i) variance += covariance[i * length + i];
  const EigenPairs pairs = eigen_of_symmetric(covariance, length);
  PrincipalPlane plane;
  plane.mean.assign(mean.begin(), mean.end());
  for (std::size_t k = 0; k < plane.axes.size(); ++k) {
    // What is left beside a line is rounding, and no direction.
    const bool spreads = k < length && pairs.values[k] > variance * 1e-12;
    plane.axes[k] = spreads ? axis_of(pairs, k, length) : std::vector<float>(length, 0);
    plane.explained[k] = spreads ? pairs.values[k] / variance : 0;
  }
  return plane;
}

Result<std::vector<Point>> project(const PrincipalPlane& plane, const Vectors& vectors) {
  JAEDAN_RETURN_IF_ERROR(check_length(vectors, plane.mean.size()));
  std::vector<Point> points;
  points.reserve(vectors.size());
  for (const std::vector<float>* vector : vectors) {
    Point point;
    for (std::size_t i = 0; i < plane.mean.size(); ++i) {
      const double apart = static_cast<double>((*vector)[i]) - plane.mean[i];
      point.x += apart * plane.axes[0][i];
      point.y += apart * plane.axes[1][i];
    }
    points.push_back(point);
  }
  return points;
}

std::vector<float> reconstruct(const PrincipalPlane& plane, Point point) {
  std::vector<float> vector(plane.mean.size());
  for (std::size_t i = 0; i < vector.size(); ++i) {
    vector[i] = static_cast<float>(plane.mean[i] + point.x * plane.axes[0][i] + point.y * plane.axes[1][i]);
  }
  return vector;
}

}  // namespace jaedan::recommender
