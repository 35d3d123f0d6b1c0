#pragma once

#include <cstddef>

namespace jaedan::recommender {

/// What a number of a vector may be at most, either side of zero: products of longer ones leave single precision.
inline constexpr float kLargestNumber = 1e15F;

/// Sum of a[i]·b[i], in double precision.
double dot(const float* a, const float* b, std::size_t length);
/// Sum of (a[i] − b[i])².
double squared_distance(const float* a, const float* b, std::size_t length);
/// Sum of a[i].
double sum(const float* a, std::size_t length);

/// As `dot`, in single precision and in half the time.
float quick_dot(const float* a, const float* b, std::size_t length);
/// Whether every number is finite and none beyond `limit`, either side of zero.
bool all_within(const float* a, std::size_t length, float limit);

}  // namespace jaedan::recommender
