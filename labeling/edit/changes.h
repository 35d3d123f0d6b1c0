#pragma once

#include <cstdint>
#include <initializer_list>

namespace jaedan {

/// Something that a command may change; what others have to know about it.
enum class Change : std::uint8_t {
  kOutlines = 1,  ///< of garments that are there
  kLabels = 2,    ///< of garments or of the photo
  kAdds = 4,      ///< garments come
  kRemoves = 8,   ///< garments go
  kOrder = 16,    ///< the z-order
  kFlags = 32,    ///< hidden, locked
  kReading = 64,  ///< garments follow another reading of the photo
};

/// A set of them.
class Changes {
 public:
  constexpr Changes() = default;
  constexpr Changes(Change change) : bits_(static_cast<std::uint8_t>(change)) {}  // NOLINT: implicit by design
  constexpr Changes(std::initializer_list<Change> changes) {
    for (const Change change : changes) bits_ |= static_cast<std::uint8_t>(change);
  }
  static constexpr Changes from_bits(std::uint8_t bits) {
    Changes changes;
    changes.bits_ = bits;
    return changes;
  }

  constexpr bool has(Change change) const { return (bits_ & static_cast<std::uint8_t>(change)) != 0; }
  constexpr std::uint8_t bits() const { return bits_; }

  friend constexpr bool operator==(Changes a, Changes b) { return a.bits_ == b.bits_; }
  friend constexpr Changes operator|(Changes a, Changes b) { return from_bits(a.bits_ | b.bits_); }

 private:
  std::uint8_t bits_ = 0;
};

}  // namespace jaedan
