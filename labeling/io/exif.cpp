#include "labeling/io/exif.h"

#include "labeling/io/byte_reader.h"

namespace jaedan::labeling {

int exif_orientation(std::string_view tiff) {
  constexpr std::uint32_t kOrientation = 0x0112;
  constexpr std::uint32_t kShort = 3;
  // Some writers repeat the JPEG's prefix in the chunks of other formats.
  if (tiff.substr(0, 6) == std::string_view("Exif\0\0", 6)) tiff.remove_prefix(6);
  const std::string_view order = tiff.substr(0, 2);
  if (order != "II" && order != "MM") return 1;
  ByteReader reader(tiff, order == "MM");
  if (reader.u16(2) != 42) return 1;
  const std::size_t directory = reader.u32(4);
  const std::uint32_t entries = reader.u16(directory);
  for (std::uint32_t i = 0; i < entries && reader.ok(); ++i) {
    const std::size_t entry = directory + 2 + 12 * static_cast<std::size_t>(i);
    if (reader.u16(entry) != kOrientation) continue;
    if (reader.u16(entry + 2) != kShort || reader.u32(entry + 4) != 1) return 1;
    const std::uint32_t value = reader.u16(entry + 8);
    return reader.ok() && value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
  }
  return 1;
}

}  // namespace jaedan::labeling
