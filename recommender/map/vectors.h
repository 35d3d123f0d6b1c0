#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

#include "labeling/base/result.h"

namespace jaedan::recommender {

/// Vectors that somebody else owns; none is null.
using Vectors = std::vector<const std::vector<float>*>;

/// How long all of them are. kInvalidArgument when there is none, when lengths differ, when they hold nothing, or when
/// a number is not finite (names the place).
Result<std::size_t> common_length(const Vectors& vectors);
/// The same, and that they are as long as `wanted`; none at all is fine.
Status check_length(const Vectors& vectors, std::size_t wanted);

/// One of 0 … count − 1, all alike; `count` is not 0. The standard lays down what mt19937_64 gives, but not what its
/// distributions make of it.
std::size_t draw_below(std::mt19937_64& random, std::size_t count);
/// In [0, 1).
double draw_share(std::mt19937_64& random);
/// `count` of the places 0 … all − 1, ascending; all of them when there are not so many.
std::vector<std::size_t> draw_places(std::size_t all, std::size_t count, std::uint64_t seed);

}  // namespace jaedan::recommender
