#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace jaedan::labeling::synth {

/// Random numbers that are the same on every compiler (the distributions of <random> are not).
/// xoshiro256** seeded by splitmix64 (Blackman and Vigna 2018). Not for secrets, not thread-safe.
class Random {
 public:
  explicit Random(std::uint64_t seed);
  /// The numbers of photo `index` of `seed`, whatever was drawn before.
  static Random of_photo(std::uint64_t seed, int index);

  /// An independent stream. Only the first draw of this stream's history counts, so a piece of the drawing that
  /// takes more numbers than before does not change the pieces after it.
  Random fork(std::uint64_t stream) const;

  std::uint64_t bits();
  double uniform();                         ///< [0, 1)
  double uniform(double low, double high);  ///< [low, high)
  double normal(double mean, double deviation);
  int integer(int low, int high);  ///< both ends included
  bool chance(double probability);
  double sign() { return chance(0.5) ? 1.0 : -1.0; }

  template <typename T>
  const T& pick(const std::vector<T>& from) {
    return from[static_cast<std::size_t>(integer(0, static_cast<int>(from.size()) - 1))];
  }
  /// Index chosen with a chance in proportion to its weight; weights are not negative and not all 0.
  std::size_t weighted(const std::vector<double>& weights);

 private:
  std::uint64_t seed_;
  std::uint64_t state_[4];
};

}  // namespace jaedan::labeling::synth
