#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace jaedan::labeling {

/// Reads numbers out of bytes of unknown honesty: a read past the end gives 0 and is remembered.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes, bool big_endian = true) : bytes_(bytes), big_endian_(big_endian) {}

  /// Whether every read so far lay inside.
  bool ok() const { return ok_; }
  std::size_t size() const { return bytes_.size(); }
  std::string_view slice(std::size_t at, std::size_t count) const {
    return at < bytes_.size() ? bytes_.substr(at, count) : std::string_view();
  }

  std::uint32_t u8(std::size_t at) { return number(at, 1); }
  std::uint32_t u16(std::size_t at) { return number(at, 2); }
  std::uint32_t u24(std::size_t at) { return number(at, 3); }
  std::uint32_t u32(std::size_t at) { return number(at, 4); }

 private:
  std::uint32_t number(std::size_t at, std::size_t count) {
    if (at > bytes_.size() || bytes_.size() - at < count) {
      ok_ = false;
      return 0;
    }
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t place = big_endian_ ? i : count - 1 - i;
      value = (value << 8) | static_cast<unsigned char>(bytes_[at + place]);
    }
    return value;
  }

  std::string_view bytes_;
  bool big_endian_;
  bool ok_ = true;
};

}  // namespace jaedan::labeling
