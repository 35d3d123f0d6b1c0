#include "labeling/io/tiff_header.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "labeling/io/tiff_directory.h"

namespace jaedan::labeling {
namespace {

constexpr std::uint32_t kBits = 258;
constexpr std::uint32_t kOrientation = 274;
constexpr std::uint32_t kSamples = 277;

/// Where the last piece of the pixels ends: strips (TIFF 6.0 §3) or tiles (§15), each with its place and length. 0 when
/// the directory does not say.
std::uint64_t end_of_pixels(const TiffDirectory& directory) {
  struct Pieces {
    std::uint32_t places;
    std::uint32_t lengths;
  };
  constexpr std::uint32_t kMostPieces = 1 << 16;  // a row each of the tallest photos
  std::uint64_t end = 0;
  for (const Pieces& pieces : {Pieces{273, 279}, Pieces{324, 325}}) {
    for (std::uint32_t i = 0; i < kMostPieces; ++i) {
      const std::optional<std::uint32_t> place = directory.number(pieces.places, i);
      const std::optional<std::uint32_t> length = directory.number(pieces.lengths, i);
      if (!place || !length) break;
      end = std::max(end, std::uint64_t{*place} + *length);
    }
  }
  return end;
}

/// The same, where the length of a single strip without compression may be wrong: libtiff reckons it from the size.
std::uint64_t end_of_pixels(const TiffDirectory& directory, ImageSize size) {
  constexpr std::uint32_t kCompression = 259, kStrips = 273;
  const std::uint64_t end = end_of_pixels(directory);
  const bool one_plain_strip = directory.number(kCompression).value_or(1) == 1 && !directory.number(kStrips, 1);
  const std::optional<std::uint32_t> start = directory.number(kStrips);
  if (!one_plain_strip || !start) return end;
  const std::uint64_t bits = directory.number(kBits).value_or(1);
  const std::uint64_t row = (std::uint64_t(size.width) * directory.number(kSamples).value_or(1) * bits + 7) / 8;
  return std::min(end, *start + row * std::uint64_t(size.height));
}

/// What OpenCV 4.6 and libtiff's RGBA reader decode, by trial of them all.
bool reads_samples(const TiffDirectory& directory, bool has_alpha) {
  constexpr std::uint32_t kPhotometric = 262, kCmyk = 5, kPalette = 3;
  const std::uint32_t bits = directory.number(kBits).value_or(1);
  const std::uint32_t samples = directory.number(kSamples).value_or(1);
  const std::uint32_t colours = directory.number(kPhotometric).value_or(0);
  if (samples > 4) return false;
  switch (bits) {
    case 1: return samples == 1;
    case 8: return true;
    case 10:
    case 12:
    case 14: return samples == 4 && has_alpha;
    case 16: return colours != kCmyk && colours != kPalette;
    default: return false;
  }
}

}  // namespace

Result<ImageHeader> read_tiff_header(std::string_view bytes) {
  constexpr std::uint32_t kWidth = 256;
  constexpr std::uint32_t kHeight = 257;
  constexpr std::uint32_t kExtraSamples = 338;
  constexpr std::uint32_t kSampleFormat = 339, kUnsigned = 1, kSigned = 2;
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
  header.bit_depth = static_cast<int>(std::min<std::uint32_t>(directory->number(kBits).value_or(1), 1024));
  const std::uint32_t sample_format = directory->number(kSampleFormat).value_or(kUnsigned);
  header.whole_numbers = sample_format == kUnsigned || sample_format == kSigned;
  header.samples_read = reads_samples(*directory, header.has_alpha);
  header.icc_profile = directory->bytes(kIccProfile);
  header.stated_bytes = end_of_pixels(*directory, header.stored);
  header.complete = header.stated_bytes <= bytes.size();
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
