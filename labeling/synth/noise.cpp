#include "labeling/synth/noise.h"

#include <cmath>

namespace jaedan::labeling::synth {

double hash_noise(int x, int y, std::uint32_t seed) {
  std::uint32_t h =
      static_cast<std::uint32_t>(x) * 0x8DA6B343u ^ static_cast<std::uint32_t>(y) * 0xD8163841u ^ seed * 0xCB1AB31Fu;
  h = (h ^ (h >> 15)) * 0x2C1B3C6Du;
  h = (h ^ (h >> 12)) * 0x297A2D39u;
  h ^= h >> 15;
  return h * (1.0 / 4294967296.0);
}

double value_noise(double x, double y, std::uint32_t seed) {
  const double fx = std::floor(x);
  const double fy = std::floor(y);
  const int ix = static_cast<int>(fx);
  const int iy = static_cast<int>(fy);
  const double tx = x - fx;
  const double ty = y - fy;
  const double sx = tx * tx * (3 - 2 * tx);
  const double sy = ty * ty * (3 - 2 * ty);
  const double top = hash_noise(ix, iy, seed) * (1 - sx) + hash_noise(ix + 1, iy, seed) * sx;
  const double bottom = hash_noise(ix, iy + 1, seed) * (1 - sx) + hash_noise(ix + 1, iy + 1, seed) * sx;
  return top * (1 - sy) + bottom * sy;
}

double fractal_noise(double x, double y, int octaves, std::uint32_t seed) {
  double sum = 0;
  double weight = 1;
  double total = 0;
  for (int octave = 0; octave < octaves; ++octave) {
    sum += weight * value_noise(x, y, seed + static_cast<std::uint32_t>(octave) * 101u);
    total += weight;
    weight *= 0.5;
    x *= 2.03;  // not exactly 2, so that the lattices of the octaves do not line up
    y *= 2.03;
  }
  return sum / total;
}

}  // namespace jaedan::labeling::synth
