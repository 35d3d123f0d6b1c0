#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace jaedan::recommender::outfits {

/// Random draws that are the same on every compiler: the engine's numbers are laid down by the standard, those of its
/// distributions are not. Not for secrets, not thread-safe.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : random_(seed) {}

  /// [0, 1)
  double share() { return static_cast<double>(random_() >> 11) * 0x1.0p-53; }
  /// 0 … count − 1; `count` is not 0. So many times smaller than 2^53 that the bias does not matter.
  std::size_t below(std::size_t count) {
    return static_cast<std::size_t>(share() * static_cast<double>(count)) % count;
  }
  /// Of a normal distribution around 0 (Box and Muller 1958).
  double normal(double deviation) {
    const double radius = std::sqrt(-2 * std::log(1 - share()));
    return deviation * radius * std::cos(6.283185307179586 * share());
  }
  template <typename T>
  void shuffle(std::vector<T>& list) {
    for (std::size_t left = list.size(); left > 1; --left) std::swap(list[left - 1], list[below(left)]);
  }

 private:
  std::mt19937_64 random_;
};

}  // namespace jaedan::recommender::outfits
