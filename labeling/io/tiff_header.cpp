#include "labeling/io/tiff_header.h"

#include <limits>

#include "labeling/io/tiff_directory.h"

namespace jaedan::labeling {
namespace {

constexpr std::uint32_t kOrientation = 274;

}  // namespace

Result<ImageHeader> read_tiff_header(std::string_view bytes) {
  constexpr std::uint32_t kWidth = 256;
  constexpr std::uint32_t kHeight = 257;
  constexpr std::uint32_t kExtraSamples = 338;
  constexpr std::uint32_t kIccProfile = 34675;
  const Error broken = header_broken(ImageFormat::kTiff);
  const std::optional<TiffDirectory> directory = TiffDirectory::read(bytes);
  if (!directory) return broken;
  ImageHeader header;
  header.format = ImageFormat::kTiff;
  const std::uint32_t width = directory->number(kWidth).value_or(0);
  const std::uint32_t height = directory->number(kHeight).value_or(0);
  constexpr std::uint32_t kLargest = std::numeric_limits<int>::max();
  if (width == 0 || height == 0 || width > kLargest || height > kLargest) return broken;
  header.stored = {static_cast<int>(width), static_cast<int>(height)};
  const std::uint32_t orientation = directory->number(kOrientation).value_or(1);
  header.orientation = orientation >= 1 && orientation <= 8 ? static_cast<int>(orientation) : 1;
  header.has_alpha = directory->number(kExtraSamples).value_or(0) != 0;
  header.icc_profile = directory->bytes(kIccProfile);
  return header;
}

std::string marked_upright(std::string_view bytes) {
  std::string marked(bytes);
  const std::optional<TiffDirectory> directory = TiffDirectory::read(bytes);
  const std::optional<std::size_t> at = directory ? directory->place(kOrientation) : std::nullopt;
  if (!at || *at + 2 > marked.size()) return marked;
  const bool big_endian = marked[0] == 'M';
  marked[*at] = big_endian ? '\0' : '\1';
  marked[*at + 1] = big_endian ? '\1' : '\0';
  return marked;
}

}  // namespace jaedan::labeling
