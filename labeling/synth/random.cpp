#include "labeling/synth/random.h"

#include <cmath>

namespace jaedan::labeling::synth {
namespace {

std::uint64_t splitmix(std::uint64_t& x) {
  std::uint64_t z = (x += 0x9E3779B97F4A7C15ull);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
  return z ^ (z >> 31);
}

std::uint64_t rotated(std::uint64_t x, int by) { return (x << by) | (x >> (64 - by)); }

std::uint64_t combined(std::uint64_t a, std::uint64_t b) {
  std::uint64_t x = a ^ rotated(b * 0xD1342543DE82EF95ull, 29);
  return splitmix(x);
}

}  // namespace

Random::Random(std::uint64_t seed) : seed_(seed) {
  std::uint64_t x = seed;
  for (std::uint64_t& word : state_) {
    word = splitmix(x);
  }
}

Random Random::of_photo(std::uint64_t seed, int index) {
  return Random(combined(seed + 1, static_cast<std::uint64_t>(index) + 1));
}

Random Random::fork(std::uint64_t stream) const { return Random(combined(seed_, stream + 0x5851F42D4C957F2Dull)); }

std::uint64_t Random::bits() {
  const std::uint64_t result = rotated(state_[1] * 5, 7) * 9;
  const std::uint64_t t = state_[1] << 17;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= t;
  state_[3] = rotated(state_[3], 45);
  return result;
}

double Random::uniform() { return static_cast<double>(bits() >> 11) * 0x1.0p-53; }

double Random::uniform(double low, double high) { return low + (high - low) * uniform(); }

double Random::normal(double mean, double deviation) {
  const double u = 1.0 - uniform();  // never 0, so that the logarithm exists
  const double v = uniform();
  return mean + deviation * std::sqrt(-2.0 * std::log(u)) * std::cos(6.283185307179586 * v);
}

int Random::integer(int low, int high) { return low + static_cast<int>(uniform() * (high - low + 1)); }

bool Random::chance(double probability) { return uniform() < probability; }

std::size_t Random::weighted(const std::vector<double>& weights) {
  double total = 0;
  for (const double weight : weights) {
    total += weight;
  }
  double left = uniform() * total;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    left -= weights[i];
    if (left < 0) return i;
  }
  return weights.size() - 1;
}

}  // namespace jaedan::labeling::synth
