#include "labeling/io/image_header.h"

#include <zlib.h>

#include <algorithm>
#include <limits>

#include "labeling/io/byte_reader.h"
#include "labeling/io/exif.h"
#include "labeling/io/heif.h"
#include "labeling/io/jpeg_header.h"
#include "labeling/io/tiff_header.h"

namespace jaedan::labeling {
namespace {

constexpr std::string_view kPngSignature = "\x89PNG\r\n\x1a\n";

/// Sizes of 0 and sizes that no int holds are broken.
Result<ImageHeader> checked(ImageHeader header, std::uint32_t width, std::uint32_t height, bool ok) {
  constexpr std::uint32_t kLargest = std::numeric_limits<int>::max();
  if (!ok || width == 0 || height == 0 || width > kLargest || height > kLargest) return header_broken(header.format);
  header.stored = {static_cast<int>(width), static_cast<int>(height)};
  return header;
}

/// The profile in an iCCP chunk: a name that ends with a zero, the method 0, a zlib stream. Empty when it is broken.
std::string unpacked_profile(std::string_view chunk) {
  constexpr uLongf kLargestProfile = 1 << 20;
  const std::size_t name = chunk.find('\0');
  if (name == std::string_view::npos || name + 2 >= chunk.size()) return {};
  const std::string_view packed = chunk.substr(name + 2);
  std::string profile(kLargestProfile, '\0');
  uLongf size = kLargestProfile;
  const int said = uncompress(reinterpret_cast<Bytef*>(profile.data()), &size,
                              reinterpret_cast<const Bytef*>(packed.data()), static_cast<uLong>(packed.size()));
  if (said != Z_OK) return {};
  profile.resize(size);
  return profile;
}

/// The sums of so many bytes take as long as opening the file; libpng sees to the rest when it decodes.
constexpr std::size_t kSummedBytes = 64 << 10;

/// Whether a decoder would refuse the PNG for the chunk at `at`, because its check sum is wrong. Those that it can do
/// without, and those that are not here as a whole, count as sound.
bool sum_is_wrong(std::string_view bytes, std::size_t at, std::size_t length, bool has_palette) {
  const std::string_view name = bytes.substr(at + 4, 4);
  if (name != "IHDR" && name != "IDAT" && !(name == "PLTE" && has_palette)) return false;
  if (at + 12 + length > std::min(bytes.size(), kSummedBytes)) return false;
  const auto* summed = reinterpret_cast<const Bytef*>(bytes.data() + at + 4);
  const uLong sum = crc32(crc32(0, nullptr, 0), summed, static_cast<uInt>(length + 4));
  return sum != ByteReader(bytes).u32(at + 8 + length);
}

/// https://www.w3.org/TR/png/ §5: chunks of length, name, data, check sum; the last is IEND.
Result<ImageHeader> read_png(std::string_view bytes) {
  ImageHeader header;
  header.format = ImageFormat::kPng;
  header.complete = false;
  ByteReader reader(bytes);
  const std::uint32_t width = reader.u32(16);
  const std::uint32_t height = reader.u32(20);
  const std::uint32_t colour_type = reader.u8(25);
  const bool has_start = reader.ok() && reader.slice(12, 4) == "IHDR";
  header.has_alpha = (colour_type & 4) != 0;
  header.bit_depth = static_cast<int>(reader.u8(24));
  for (std::size_t at = 8; at + 12 <= bytes.size();) {
    const std::size_t length = reader.u32(at);
    const std::string_view name = reader.slice(at + 4, 4);
    header.damaged = header.damaged || sum_is_wrong(bytes, at, length, colour_type == 3);
    if (name == "tRNS") header.has_alpha = true;
    if (name == "tRNS" && colour_type == 0) header.transparent_grey = static_cast<int>(reader.u16(at + 8));
    if (name == "iCCP") header.icc_profile = unpacked_profile(reader.slice(at + 8, length));
    if (name == "eXIf") header.orientation = exif_orientation(reader.slice(at + 8, length));
    if (name == "IEND") header.complete = true;
    if (header.complete) break;
    at += 12 + length;
  }
  return checked(header, width, height, has_start);
}

/// Where the rows of a BMP end: each is filled up to four bytes. Nothing is known of packed ones.
std::uint64_t end_of_rows(std::string_view bytes, std::uint64_t width, std::uint64_t height, bool core) {
  ByteReader reader(bytes, false);
  const std::uint64_t start = reader.u32(10);
  const std::uint64_t bits = reader.u16(core ? 24 : 28);
  const std::uint32_t packing = core ? 0 : reader.u32(30);
  const bool plain = packing == 0 || packing == 3;  // BI_RGB, BI_BITFIELDS
  return plain && reader.ok() && bits <= 32 ? start + (width * bits + 31) / 32 * 4 * height : 0;
}

Result<ImageHeader> read_bmp(std::string_view bytes) {
  ImageHeader header;
  header.format = ImageFormat::kBmp;
  ByteReader reader(bytes, false);
  const std::uint32_t info_size = reader.u32(14);
  const bool core = info_size == 12;  // BITMAPCOREHEADER
  const std::uint32_t width = core ? reader.u16(18) : reader.u32(18);
  const std::uint32_t stored_height = core ? reader.u16(20) : reader.u32(22);
  const bool top_down = stored_height > 0x7FFFFFFF;  // a negative height
  const std::uint32_t height = top_down ? 0u - stored_height : stored_height;
  header.stated_bytes = end_of_rows(bytes, width, height, core);
  header.complete = header.stated_bytes <= bytes.size();
  return checked(header, width, height, reader.ok() && (core || info_size >= 40));
}

Result<ImageHeader> read_gif(std::string_view bytes) {
  ImageHeader header;
  header.format = ImageFormat::kGif;
  ByteReader reader(bytes, false);
  const std::uint32_t width = reader.u16(6);
  return checked(header, width, reader.u16(8), reader.ok());
}

/// https://developers.google.com/speed/webp/docs/riff_container
Result<ImageHeader> read_webp(std::string_view bytes) {
  ImageHeader header;
  header.format = ImageFormat::kWebp;
  ByteReader reader(bytes, false);
  header.stated_bytes = static_cast<std::uint64_t>(reader.u32(4)) + 8;
  header.complete = header.stated_bytes <= bytes.size();
  const std::string_view kind = reader.slice(12, 4);
  if (kind == "VP8X") {
    const std::uint32_t flags = reader.u8(20);
    header.has_alpha = (flags & 0x10) != 0;
    header.animated = (flags & 0x02) != 0;
    header.exif_follows = (flags & 0x08) != 0 && !header.complete;
    const std::uint32_t width = reader.u24(24) + 1;
    const std::uint32_t height = reader.u24(27) + 1;
    const bool ok = reader.ok();
    for (std::size_t at = 12; at + 8 <= bytes.size();) {
      const std::size_t length = reader.u32(at + 4);
      if (reader.slice(at, 4) == "EXIF" && length <= bytes.size() - at - 8) {
        header.orientation = exif_orientation(reader.slice(at + 8, length));
        header.exif_follows = false;
      }
      if (reader.slice(at, 4) == "ICCP" && length <= bytes.size() - at - 8) {
        header.icc_profile = reader.slice(at + 8, length);
      }
      at += 8 + length + (length & 1);
    }
    return checked(header, width, height, ok);
  }
  if (kind == "VP8L") {
    const std::uint32_t bits = reader.u32(21);
    header.has_alpha = (bits >> 28) & 1;
    return checked(header, (bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1, reader.ok() && reader.u8(20) == 0x2F);
  }
  const std::uint32_t width = reader.u16(26) & 0x3FFF;
  return checked(header, width, reader.u16(28) & 0x3FFF, reader.ok() && kind == "VP8 ");
}

}  // namespace

std::string size_text(ImageSize size) { return std::to_string(size.width) + "×" + std::to_string(size.height); }

std::string_view name_of(ImageFormat format) {
  switch (format) {
    case ImageFormat::kJpeg: return "JPEG";
    case ImageFormat::kPng: return "PNG";
    case ImageFormat::kBmp: return "BMP";
    case ImageFormat::kWebp: return "WebP";
    case ImageFormat::kTiff: return "TIFF";
    case ImageFormat::kHeic: return "HEIC";
    case ImageFormat::kAvif: return "AVIF";
    case ImageFormat::kGif: return "GIF";
  }
  return "image";
}

Result<ImageHeader> read_image_header(std::string_view bytes) {
  if (bytes.empty()) return Error{ErrorCode::kCorrupt, "image.empty_file", "an empty file"};
  if (bytes.substr(0, 2) == "\xFF\xD8") return read_jpeg_header(bytes);
  if (bytes.substr(0, 8) == kPngSignature) return read_png(bytes);
  if (bytes.substr(0, 4) == "RIFF" && ByteReader(bytes).slice(8, 4) == "WEBP") return read_webp(bytes);
  if (bytes.substr(0, 6) == "GIF87a" || bytes.substr(0, 6) == "GIF89a") return read_gif(bytes);
  if (bytes.substr(0, 2) == "BM") return read_bmp(bytes);
  if (heif_kind(bytes)) return read_heif_header(bytes);
  if (bytes.substr(0, 4) == std::string_view("II*\0", 4) || bytes.substr(0, 4) == std::string_view("MM\0*", 4)) {
    return read_tiff_header(bytes);
  }
  return Error{ErrorCode::kUnsupported, "image.unknown_kind", "not a JPEG, PNG, BMP, WebP, TIFF, HEIC or AVIF image"};
}

Status check_decodable(const ImageHeader& header) {
  if (header.format == ImageFormat::kGif) {
    return Error{ErrorCode::kUnsupported, "image.gif", "GIF images are not read; save it as PNG or JPEG"};
  }
  if (header.animated) {
    return Error{ErrorCode::kUnsupported,
                 "image.animated",
                 "a {0} that moves: animations are not read; save one of its pictures",
                 {name_of(header.format)}};
  }
  if (!header.whole_numbers) {
    return Error{ErrorCode::kUnsupported,
                 "image.samples_no_whole_numbers",
                 "a {0} of floating point or complex numbers ({1} bits), which are not read; save it as RGB of 8 bits",
                 {name_of(header.format), header.bit_depth}};
  }
  if (!header.samples_read) {
    return Error{ErrorCode::kUnsupported,
                 "image.samples_unread",
                 "a {0} whose colours are stored in a way that is not read ({1} bits each); save it as RGB of 8 bits",
                 {name_of(header.format), header.bit_depth}};
  }
  if (!header.complete) {
    return cut_off(header.format);
  }
  if (header.damaged) {
    return Error{ErrorCode::kCorrupt,
                 "image.sum_wrong",
                 "a {0} that is damaged: a check sum in it does not fit",
                 {name_of(header.format)}};
  }
  if (header.format == ImageFormat::kJpeg && header.components == 4 && !header.adobe) {
    return Error{ErrorCode::kUnsupported, "image.cmyk_unmarked",
                 "a CMYK JPEG without Adobe's marker, its colours are unknown; save it as RGB"};
  }
  return {};
}

Error cut_off(ImageFormat format) {
  return {ErrorCode::kCorrupt, "image.cut_off", "a {0} that is cut off: its end is missing", {name_of(format)}};
}

Error header_broken(ImageFormat format) {
  return {
      ErrorCode::kCorrupt, "image.header_broken", "a {0} with a header that is cut off or broken", {name_of(format)}};
}

}  // namespace jaedan::labeling
