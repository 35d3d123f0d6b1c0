#pragma once

#include <cstdint>

namespace jaedan::labeling::synth {

/// A number in [0, 1) that depends on nothing but the cell and the seed.
double hash_noise(int x, int y, std::uint32_t seed);
/// Smooth noise in [0, 1], one bump a unit.
double value_noise(double x, double y, std::uint32_t seed);
/// Sum of `octaves` value noises, each twice as fine and half as strong; in [0, 1].
double fractal_noise(double x, double y, int octaves, std::uint32_t seed);

}  // namespace jaedan::labeling::synth
