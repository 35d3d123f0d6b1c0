#include "recommender/index/checksum.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace jaedan::recommender {
namespace {

std::uint64_t sum_of(const std::string& bytes, std::size_t piece) {
  Checksum checksum;
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    checksum.add(bytes.data() + at, std::min(piece, bytes.size() - at));
  }
  return checksum.sum();
}

std::string some_bytes(std::size_t count) {
  std::string bytes(count, '\0');
  for (std::size_t i = 0; i < count; ++i) bytes[i] = static_cast<char>(i * i + 3 * i);
  return bytes;
}

TEST(Checksum, DoesNotDependOnHowTheBytesAreCut) {
  const std::string bytes = some_bytes(1000);
  for (const std::size_t piece : {1u, 7u, 32u, 33u, 999u})
    EXPECT_EQ(sum_of(bytes, piece), sum_of(bytes, 1000)) << piece;
}

TEST(Checksum, EveryBitCounts) {
  const std::string bytes = some_bytes(100);
  std::set<std::uint64_t> sums = {sum_of(bytes, 100)};
  for (std::size_t bit = 0; bit < 800; ++bit) {
    std::string flipped = bytes;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
    EXPECT_TRUE(sums.insert(sum_of(flipped, 100)).second) << "bit " << bit;
  }
}

TEST(Checksum, LengthAndOrderCount) {
  std::set<std::uint64_t> sums;
  for (std::size_t zeros = 0; zeros < 70; ++zeros) sums.insert(sum_of(std::string(zeros, '\0'), 100));
  EXPECT_EQ(sums.size(), 70u);
  const std::string a = some_bytes(64);
  EXPECT_NE(sum_of(a, 64), sum_of(a.substr(8, 8) + a.substr(0, 8) + a.substr(16), 64));
  EXPECT_NE(sum_of(a, 64), sum_of(a.substr(32) + a.substr(0, 32), 64));
}

}  // namespace
}  // namespace jaedan::recommender
