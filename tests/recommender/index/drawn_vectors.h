#pragma once

#include <cmath>
#include <cstddef>
#include <random>
#include <vector>

#include "recommender/index/vector_index.h"

namespace jaedan::recommender::testing {

using Vectors = std::vector<std::vector<float>>;

/// Points around `centres` random directions, unit length: garments of a few kinds. The directions are the same for
/// every seed.
inline Vectors clustered(std::size_t count, std::size_t dimension, std::size_t centres, unsigned seed) {
  std::normal_distribution<float> normal;
  std::mt19937 random(77);
  Vectors middles(centres, std::vector<float>(dimension));
  for (auto& middle : middles) {
    for (float& x : middle) x = normal(random);
  }
  random.seed(seed);
  Vectors vectors(count, std::vector<float>(dimension));
  for (std::size_t i = 0; i < count; ++i) {
    double squared = 0;
    for (std::size_t j = 0; j < dimension; ++j) {
      vectors[i][j] = middles[i % centres][j] + 0.7f * normal(random);
      squared += vectors[i][j] * vectors[i][j];
    }
    for (float& x : vectors[i]) x = static_cast<float>(x / std::sqrt(squared));
  }
  return vectors;
}

inline std::vector<const std::vector<float>*> pointers(const Vectors& vectors) {
  std::vector<const std::vector<float>*> result;
  for (const auto& vector : vectors) result.push_back(&vector);
  return result;
}

inline std::vector<VectorId> ids_of(const std::vector<Neighbour>& neighbours) {
  std::vector<VectorId> result;
  for (const Neighbour& neighbour : neighbours) result.push_back(neighbour.id);
  return result;
}

/// A graph even of few vectors, asked so narrowly that it is asked at all.
inline IndexOptions as_graph(std::size_t breadth = 40) {
  IndexOptions options;
  options.exact_up_to = 10;
  options.expected = 1000;
  options.breadth = breadth;
  return options;
}

}  // namespace jaedan::recommender::testing
