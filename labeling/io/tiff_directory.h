#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "labeling/io/byte_reader.h"

namespace jaedan::labeling {

/// The first directory of a TIFF block (TIFF 6.0 §2): what a TIFF image and an EXIF block say of a picture. Any bytes
/// are safe; the bytes must outlive it.
class TiffDirectory {
 public:
  /// Nothing when `tiff` does not start like a TIFF or its directory lies behind the end.
  static std::optional<TiffDirectory> read(std::string_view tiff);

  /// The value of a field that holds one or more whole numbers, the one at `index`; nothing without it.
  std::optional<std::uint32_t> number(std::uint32_t tag, std::uint32_t index = 0) const;
  /// Where in the block the value of a field with one number stands; nothing without it.
  std::optional<std::size_t> place(std::uint32_t tag) const;
  /// The bytes of a field of bytes; empty without it.
  std::string_view bytes(std::uint32_t tag) const;

 private:
  struct Field {
    std::uint32_t type = 0;
    std::uint32_t count = 0;
    std::size_t value_at = 0;  ///< where the values lie: in the entry itself when four bytes hold them all
  };

  TiffDirectory(ByteReader reader, std::size_t at, std::uint32_t entries)
      : reader_(reader), at_(at), entries_(entries) {}
  std::optional<Field> field(std::uint32_t tag) const;

  ByteReader reader_;
  std::size_t at_ = 0;
  std::uint32_t entries_ = 0;
};

}  // namespace jaedan::labeling
