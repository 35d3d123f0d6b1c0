#include "labeling/io/jpeg_header.h"

#include <map>

#include "labeling/io/byte_reader.h"
#include "labeling/io/exif.h"

namespace jaedan::labeling {
namespace {

constexpr std::uint32_t kEndOfImage = 0xD9;
constexpr std::uint32_t kStartOfScan = 0xDA;
constexpr std::uint32_t kApp1 = 0xE1;
constexpr std::uint32_t kApp2 = 0xE2;
constexpr std::uint32_t kApp14 = 0xEE;

constexpr std::string_view kIccMark("ICC_PROFILE\0", 12);

/// A colour profile in pieces, a segment each, since a segment holds 64 KiB (ICC.1 annex B.4): number, count, bytes.
class ProfilePieces {
 public:
  void add(std::string_view segment) {
    if (segment.size() < 2) return;
    count_ = static_cast<unsigned char>(segment[1]);
    pieces_.emplace(static_cast<unsigned char>(segment[0]), segment.substr(2));
  }
  /// Empty unless every piece is there.
  std::string whole() const {
    std::string profile;
    if (pieces_.size() != count_) return profile;
    for (const auto& [number, piece] : pieces_) profile += piece;
    return profile;
  }

 private:
  std::size_t count_ = 0;
  std::map<unsigned char, std::string_view> pieces_;
};

/// SOF0…SOF15 without DHT (C4), JPG (C8) and DAC (CC).
bool is_start_of_frame(std::uint32_t marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// TEM and RST0…RST7 stand alone.
bool has_no_length(std::uint32_t marker) { return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7); }

/// First byte after the compressed data that starts at `at`: FF 00 is data, FF D0–D7 restarts.
std::size_t end_of_scan(std::string_view bytes, std::size_t at) {
  while ((at = bytes.find('\xFF', at)) != std::string_view::npos && at + 1 < bytes.size()) {
    const auto next = static_cast<unsigned char>(bytes[at + 1]);
    if (next != 0x00 && next != 0xFF && !has_no_length(next)) return at;
    at += next == 0xFF ? 1 : 2;
  }
  return bytes.size();
}

}  // namespace

Result<ImageHeader> read_jpeg_header(std::string_view bytes) {
  ImageHeader header;
  header.format = ImageFormat::kJpeg;
  header.complete = false;
  ByteReader reader(bytes);
  ProfilePieces profile;
  bool has_exif = false;
  std::size_t at = 2;
  while (at + 1 < bytes.size()) {
    if (reader.u8(at) != 0xFF) {  // rubbish between segments: decoders skip to the next mark
      at = end_of_scan(bytes, at);
      continue;
    }
    const std::uint32_t marker = reader.u8(at + 1);
    if (marker == 0xFF || marker == 0x00) {
      ++at;
      continue;
    }
    at += 2;
    if (has_no_length(marker)) continue;
    if (marker == kEndOfImage) {
      header.complete = true;
      break;
    }
    const std::size_t length = reader.u16(at);
    if (!reader.ok() || length < 2) break;
    const std::string_view segment = reader.slice(at + 2, length - 2);
    if (is_start_of_frame(marker)) {
      header.stored = {static_cast<int>(reader.u16(at + 5)), static_cast<int>(reader.u16(at + 3))};
      header.components = static_cast<int>(reader.u8(at + 7));
      if (!reader.ok()) break;
    } else if (marker == kApp1 && !has_exif && segment.substr(0, 6) == std::string_view("Exif\0\0", 6)) {
      header.orientation = exif_orientation(segment.substr(6));
      has_exif = true;  // of several, editors leave the old one behind: readers obey the first
    } else if (marker == kApp2 && segment.substr(0, kIccMark.size()) == kIccMark) {
      profile.add(segment.substr(kIccMark.size()));
    } else if (marker == kApp14 && segment.substr(0, 5) == "Adobe") {
      header.adobe = true;
    }
    at += length;
    if (marker == kStartOfScan) at = end_of_scan(bytes, at);
  }
  if (header.stored.width <= 0 || header.stored.height <= 0) {
    return Error{ErrorCode::kCorrupt, "image.jpeg_without_size",
                 "a JPEG without a size: its header is cut off or broken"};
  }
  header.icc_profile = profile.whole();
  return header;
}

}  // namespace jaedan::labeling
