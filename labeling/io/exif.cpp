#include "labeling/io/exif.h"

#include "labeling/io/tiff_directory.h"

namespace jaedan::labeling {

int exif_orientation(std::string_view tiff) {
  constexpr std::uint32_t kOrientation = 0x0112;
  // Some writers repeat the JPEG's prefix in the chunks of other formats.
  if (tiff.substr(0, 6) == std::string_view("Exif\0\0", 6)) tiff.remove_prefix(6);
  const std::optional<TiffDirectory> directory = TiffDirectory::read(tiff);
  if (!directory) return 1;
  const std::uint32_t value = directory->number(kOrientation).value_or(1);
  return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
}

}  // namespace jaedan::labeling
