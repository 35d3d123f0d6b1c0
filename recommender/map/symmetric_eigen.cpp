#include "recommender/map/symmetric_eigen.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace jaedan::recommender {
namespace {

constexpr int kMostSweeps = 50;

/// The sum of the squares above the diagonal.
double off_diagonal(const std::vector<double>& matrix, std::size_t size) {
  double sum = 0;
  for (std::size_t row = 0; row < size; ++row) {
    for (std::size_t column = row + 1; column < size; ++column) {
      sum += matrix[row * size + column] * matrix[row * size + column];
    }
  }
  return sum;
}

/// Turns two rows by an angle: (a, b) becomes (c·a − s·b, s·a + c·b).
void rotate_rows(double* a, double* b, double c, double s, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) {
    const double before = a[i];
    a[i] = c * before - s * b[i];
    b[i] = s * before + c * b[i];
  }
}

/// Makes the element (p, q) vanish, and turns the eigenvectors found so far along.
void rotate(std::vector<double>& matrix, std::vector<double>& vectors, std::size_t p, std::size_t q, std::size_t size) {
  const double wanted = matrix[p * size + q];
  if (wanted == 0) return;
  const double theta = (matrix[q * size + q] - matrix[p * size + p]) / (2 * wanted);
  const double t = std::copysign(1.0, theta) / (std::abs(theta) + std::sqrt(theta * theta + 1));
  const double c = 1 / std::sqrt(t * t + 1);
  const double s = t * c;
  rotate_rows(&matrix[p * size], &matrix[q * size], c, s, size);
  for (std::size_t row = 0; row < size; ++row) {
    double& a = matrix[row * size + p];
    double& b = matrix[row * size + q];
    const double before = a;
    a = c * before - s * b;
    b = s * before + c * b;
  }
  rotate_rows(&vectors[p * size], &vectors[q * size], c, s, size);
}

}  // namespace

EigenPairs eigen_of_symmetric(std::vector<double> matrix, std::size_t size) {
  std::vector<double> vectors(size * size, 0);
  for (std::size_t i = 0; i < size; ++i) vectors[i * size + i] = 1;
  double whole = 0;
  for (const double number : matrix) whole += number * number;
  for (int sweep = 0; sweep < kMostSweeps && off_diagonal(matrix, size) > whole * 1e-24; ++sweep) {
    for (std::size_t p = 0; p + 1 < size; ++p) {
      for (std::size_t q = p + 1; q < size; ++q) rotate(matrix, vectors, p, q, size);
    }
  }
  std::vector<std::size_t> order(size);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return matrix[a * size + a] > matrix[b * size + b]; });
  EigenPairs found;
  for (const std::size_t place : order) {
    found.values.push_back(matrix[place * size + place]);
    const auto row = vectors.begin() + static_cast<std::ptrdiff_t>(place * size);
    found.vectors.insert(found.vectors.end(), row, row + static_cast<std::ptrdiff_t>(size));
  }
  return found;
}

}  // namespace jaedan::recommender
