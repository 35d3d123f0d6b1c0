#pragma once

#include <cstddef>

namespace jaedan::recommender {

/// Sum of a[i]·b[i], in double precision.
double dot(const float* a, const float* b, std::size_t length);
/// Sum of (a[i] − b[i])².
double squared_distance(const float* a, const float* b, std::size_t length);
/// Sum of a[i].
double sum(const float* a, std::size_t length);

}  // namespace jaedan::recommender
