#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace jaedan::recommender {

/// A 64-bit sum of bytes that come piece by piece, fast enough for a gigabyte at every start: several a second of
/// them. Any single changed byte changes it, and others with all likelihood; it guards against a disk's mistakes, not
/// against people. How the bytes are cut into pieces does not matter. (FNV-1a's step on words of eight bytes, in four
/// lanes; `fnv1a.h` goes byte by byte, a second for what is read here.)
class Checksum {
 public:
  void add(const void* bytes, std::size_t count);
  /// Of everything added so far.
  std::uint64_t sum() const;

 private:
  static constexpr std::size_t kLanes = 4;
  static constexpr std::size_t kBlockBytes = kLanes * sizeof(std::uint64_t);

  void add_block(const unsigned char* block);

  std::array<std::uint64_t, kLanes> lanes_ = {0xCBF29CE484222325ULL, 0x9E3779B97F4A7C15ULL, 0xC2B2AE3D27D4EB4FULL,
                                              0x165667B19E3779F9ULL};
  std::array<unsigned char, kBlockBytes> rest_{};  ///< what does not fill a block yet
  std::size_t rest_bytes_ = 0;
  std::uint64_t all_bytes_ = 0;
};

}  // namespace jaedan::recommender
