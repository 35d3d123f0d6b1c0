#pragma once

#include <cstddef>

namespace jaedan::recommender {

// Loops over single floats, for where millions of them are needed and the seventh digit is not.

/// Sum of a[i]·b[i].
float float_dot(const float* a, const float* b, std::size_t length);
/// to[i] += factor · from[i]
void add_scaled(float* to, const float* from, float factor, std::size_t length);

}  // namespace jaedan::recommender
