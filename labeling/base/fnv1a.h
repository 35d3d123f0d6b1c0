#pragma once

#include <cstdint>
#include <string_view>

namespace jaedan {

/// FNV-1a (Fowler, Noll, Vo), 64 bit: tells accidental changes and spreads names evenly. Not for secrets.
/// `state` continues an earlier hash.
constexpr std::uint64_t fnv1a_64(std::string_view bytes, std::uint64_t state = 0xCBF29CE484222325ULL) {
  for (const char byte : bytes) state = (state ^ static_cast<std::uint8_t>(byte)) * 0x100000001B3ULL;
  return state;
}

/// The same with 32 bit.
constexpr std::uint32_t fnv1a_32(std::string_view bytes) {
  std::uint32_t state = 0x811C9DC5U;
  for (const char byte : bytes) state = (state ^ static_cast<std::uint8_t>(byte)) * 0x01000193U;
  return state;
}

}  // namespace jaedan
