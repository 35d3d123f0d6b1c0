#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace jaedan::bench {

/// Unit vectors around some directions, as those of garments are around those of their kinds: normal noise of 0.7 of
/// a direction's own spread, so that two of a kind have a cosine of about 0.67. One after the other, so that
/// a million need not be held beside what is measured. Equal arguments, equal vectors.
class DrawnVectors {
 public:
  /// The kinds depend on `seed` alone: vectors of another `stream` are others of the same kinds.
  DrawnVectors(std::size_t dimension, std::uint32_t seed, std::uint32_t stream);

  std::vector<float> next();
  /// So many, one behind the other.
  std::vector<float> next_rows(std::size_t count);

 private:
  void append_to(std::vector<float>& rows);

  std::size_t dimension_;
  std::vector<float> kinds_;
  std::mt19937 random_;
  std::normal_distribution<float> normal_;
};

}  // namespace jaedan::bench
