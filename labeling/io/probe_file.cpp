#include "labeling/io/probe_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace jaedan::labeling {
namespace {

/// Most headers lie in the first piece; a JPEG with a large EXIF thumbnail or colour profile needs more.
constexpr std::size_t kFirstPiece = 64 << 10;
constexpr std::size_t kGrowth = 16;

/// Whether the file is as long as it says, or its last bytes are the end mark of its format.
Result<bool> ends_as_it_should(std::ifstream& file, const std::string& path, const ImageHeader& header,
                               std::uintmax_t file_bytes) {
  if (header.stated_bytes > 0) return header.stated_bytes <= file_bytes;
  const std::string_view mark =
      header.format == ImageFormat::kJpeg ? std::string_view("\xFF\xD9") : "IEND\xAE\x42\x60\x82";
  std::string tail(mark.size(), '\0');
  const std::streampos here = file.tellg();
  file.seekg(-static_cast<std::streamoff>(tail.size()), std::ios::end);
  const bool read = static_cast<bool>(file.read(tail.data(), static_cast<std::streamsize>(tail.size())));
  file.seekg(here);
  if (!read) return Error{ErrorCode::kIo, "file.cannot_read", "{0}: cannot be read", {path}};
  return tail == mark;
}

}  // namespace

Result<ImageSize> probe_image_file(const std::string& path, const DecodeLimits& limits) {
  std::error_code error;
  const std::uintmax_t file_bytes = std::filesystem::file_size(path, error);
  if (error) {
    const bool missing = error == std::errc::no_such_file_or_directory;
    return Error{missing ? ErrorCode::kNotFound : ErrorCode::kIo, in_context(path, system_message(error))};
  }
  if (file_bytes > limits.file_bytes) {
    return Error{ErrorCode::kTooLarge,
                 "file.too_large",
                 "{0}: {1} bytes, the limit is {2}",
                 {path, file_bytes, limits.file_bytes}};
  }
  std::ifstream file(path, std::ios::binary);
  std::string bytes;
  for (std::size_t wanted = kFirstPiece;; wanted *= kGrowth) {
    const std::size_t have = bytes.size();
    bytes.resize(static_cast<std::size_t>(std::min<std::uintmax_t>(wanted, file_bytes)));
    if (!file.read(bytes.data() + have, static_cast<std::streamsize>(bytes.size() - have))) {
      return Error{ErrorCode::kIo, "file.cannot_read", "{0}: cannot be read", {path}};
    }
    const bool whole = bytes.size() == file_bytes;
    const Result<ImageHeader> header = read_image_header(bytes);
    if (!header.ok() && (whole || header.error().code != ErrorCode::kCorrupt)) return header.error().with_context(path);
    if (!header.ok() || (header->exif_follows && !whole)) continue;
    if (const Status within = check_limits(*header, limits); !within.ok()) return within.error().with_context(path);
    ImageHeader judged = *header;
    if (!whole && !judged.complete) {
      JAEDAN_ASSIGN_OR_RETURN(judged.complete, ends_as_it_should(file, path, *header, file_bytes));
      if (!judged.complete) continue;  // something may lie behind the end: only the whole file tells
    }
    if (const Status usable = check_decodable(judged); !usable.ok()) return usable.error().with_context(path);
    return header->upright();
  }
}

std::string first_bytes_of(const std::string& path, std::size_t most) {
  std::string bytes(most, '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
  return bytes;
}

}  // namespace jaedan::labeling
