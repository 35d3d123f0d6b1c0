#pragma once

#include <cstddef>
#include <random>
#include <vector>

#include "recommender/map/vectors.h"

namespace jaedan::recommender::testing {

/// Numbers around 0, about as spread as a normal distribution of this deviation.
inline float around_zero(std::mt19937_64& random, double deviation) {
  double sum = 0;
  for (int i = 0; i < 12; ++i) sum += draw_share(random);
  return static_cast<float>((sum - 6) * deviation);
}

/// `each` vectors around each of `groups` directions (the axes in turn), one group after the other.
inline std::vector<std::vector<float>> grouped_vectors(std::size_t groups, std::size_t each, std::size_t length,
                                                       double deviation = 0.05, std::uint64_t seed = 7) {
  std::mt19937_64 random(seed);
  std::vector<std::vector<float>> made;
  for (std::size_t group = 0; group < groups; ++group) {
    for (std::size_t i = 0; i < each; ++i) {
      std::vector<float> vector(length);
      for (float& number : vector) number = around_zero(random, deviation);
      vector[group % length] += 1;
      made.push_back(std::move(vector));
    }
  }
  return made;
}

inline Vectors pointers_to(const std::vector<std::vector<float>>& vectors) {
  Vectors pointers;
  for (const std::vector<float>& vector : vectors) pointers.push_back(&vector);
  return pointers;
}

}  // namespace jaedan::recommender::testing
