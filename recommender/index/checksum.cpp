#include "recommender/index/checksum.h"

#include <algorithm>
#include <cstring>

namespace jaedan::recommender {
namespace {

constexpr std::uint64_t kPrime = 0x100000001B3ULL;

/// One to one in either argument, so that no change of one is lost. The shift brings high bits down, which a product
/// alone never does.
std::uint64_t step(std::uint64_t state, std::uint64_t word) {
  state = (state ^ word) * kPrime;
  return state ^ (state >> 29);
}

}  // namespace

void Checksum::add_block(const unsigned char* block) {
  std::array<std::uint64_t, kLanes> words;
  std::memcpy(words.data(), block, kBlockBytes);
  for (std::size_t i = 0; i < kLanes; ++i) lanes_[i] = step(lanes_[i], words[i]);
}

void Checksum::add(const void* bytes, std::size_t count) {
  if (count == 0) return;
  const auto* at = static_cast<const unsigned char*>(bytes);
  all_bytes_ += count;
  if (rest_bytes_ > 0) {
    const std::size_t taken = std::min(count, kBlockBytes - rest_bytes_);
    std::memcpy(rest_.data() + rest_bytes_, at, taken);
    rest_bytes_ += taken, at += taken, count -= taken;
    if (rest_bytes_ < kBlockBytes) return;
    add_block(rest_.data());
    rest_bytes_ = 0;
  }
  for (; count >= kBlockBytes; at += kBlockBytes, count -= kBlockBytes) add_block(at);
  std::memcpy(rest_.data(), at, count);
  rest_bytes_ = count;
}

std::uint64_t Checksum::sum() const {
  Checksum all = *this;
  if (rest_bytes_ > 0) {
    std::fill(all.rest_.begin() + static_cast<std::ptrdiff_t>(rest_bytes_), all.rest_.end(), std::uint8_t{0});
    all.add_block(all.rest_.data());
  }
  std::uint64_t total = all_bytes_;  // else zeros at the end would not count
  for (const std::uint64_t lane : all.lanes_) total = step(total, lane);
  return total;
}

}  // namespace jaedan::recommender
