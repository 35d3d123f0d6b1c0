#include "labeling/io/own_picture.h"

#include <zlib.h>

#include <string_view>

#include "labeling/io/byte_reader.h"
#include "labeling/io/probe_file.h"

namespace jaedan::labeling {
namespace {

constexpr std::string_view kMark = "Jaedan: drawn from labels, no photo";
constexpr std::string_view kPngStart = "\x89PNG\r\n\x1a\n";
constexpr std::size_t kPngHeaderEnd = 33;  // the signature, then IHDR: 12 bytes around 13
constexpr std::size_t kMostBytesBefore = 512;

std::string big_endian(std::uint32_t value, int bytes) {
  std::string text;
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) text += static_cast<char>(value >> shift & 0xFF);
  return text;
}

/// ITU T.81 B.2.4.5: the mark FF FE, the length with its own two bytes, the text.
std::string jpeg_comment() {
  return "\xFF\xFE" + big_endian(static_cast<std::uint32_t>(kMark.size()) + 2, 2) + std::string(kMark);
}

/// https://www.w3.org/TR/png/#11tEXt: a keyword, a zero, the text; the check sum is of name and contents.
std::string png_text_chunk() {
  const std::string contents = "tEXt" + std::string("Comment\0", 8) + std::string(kMark);
  const auto sum = static_cast<std::uint32_t>(
      crc32(0, reinterpret_cast<const Bytef*>(contents.data()), static_cast<uInt>(contents.size())));
  return big_endian(static_cast<std::uint32_t>(contents.size()) - 4, 4) + contents + big_endian(sum, 4);
}

/// Where the mark stands, or would: in a JPEG behind JFIF's segment, which must be the first. 0 for other bytes.
std::size_t place_of_mark(std::string_view bytes) {
  if (bytes.substr(0, kPngStart.size()) == kPngStart) return bytes.size() >= kPngHeaderEnd ? kPngHeaderEnd : 0;
  if (bytes.substr(0, 2) != "\xFF\xD8") return 0;
  if (bytes.substr(2, 2) != "\xFF\xE0") return 2;
  ByteReader reader(bytes);
  const std::size_t length = reader.u16(4);
  return reader.ok() && 4 + length <= bytes.size() ? 4 + length : 0;
}

std::string mark_of(std::string_view bytes) {
  return bytes.substr(0, kPngStart.size()) == kPngStart ? png_text_chunk() : jpeg_comment();
}

}  // namespace

std::string with_own_mark(std::string encoded) {
  if (const std::size_t at = place_of_mark(encoded); at != 0) encoded.insert(at, mark_of(encoded));
  return encoded;
}

bool is_own_picture(const std::string& path) {
  const std::string bytes = first_bytes_of(path, kMostBytesBefore);
  const std::size_t at = place_of_mark(bytes);
  const std::string mark = mark_of(bytes);
  return at != 0 && bytes.compare(at, mark.size(), mark) == 0;
}

}  // namespace jaedan::labeling
