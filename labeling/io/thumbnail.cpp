#include "labeling/io/thumbnail.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <filesystem>

#include "labeling/base/file_system.h"
#include "labeling/base/fnv1a.h"
#include "labeling/io/image_encoder.h"
#include "labeling/io/resize.h"

namespace jaedan::labeling {
namespace {

constexpr int kQuality = 85;
constexpr std::uint64_t kLargestCached = 16u << 20;

}  // namespace

Result<Image> make_thumbnail(const std::string& photo_path, int max_side, const DecodeLimits& limits) {
  JAEDAN_ASSIGN_OR_RETURN(const Image photo, read_image(photo_path, limits, max_side));
  return shrink_to_fit(photo.view(), max_side);
}

Result<std::string> ThumbnailCache::file_for(const std::string& photo_path, int max_side) const {
  struct stat info {};
  if (::stat(photo_path.c_str(), &info) != 0) {
    return Error{errno == ENOENT ? ErrorCode::kNotFound : ErrorCode::kIo,
                 in_context(photo_path, system_message(errno))};
  }
  std::error_code ignored;
  const std::string absolute = std::filesystem::absolute(photo_path, ignored).lexically_normal().string();
  // The number goes up when the same file is shown otherwise than before (1: colour profiles).
  const std::string key = "1\n" + absolute + '\n' + std::to_string(info.st_mtim.tv_sec) + '.' +
                          std::to_string(info.st_mtim.tv_nsec) + '\n' + std::to_string(info.st_size);
  char name[64];
  std::snprintf(name, sizeof name, "%016llx-%d.jpg", static_cast<unsigned long long>(fnv1a_64(key)), max_side);
  // 256 folders: a folder with a million files is slow to list on many file systems.
  return folder_ + "/" + std::string(name, 2) + "/" + name;
}

Result<Image> ThumbnailCache::get(const std::string& photo_path, int max_side) const {
  JAEDAN_ASSIGN_OR_RETURN(const std::string file, file_for(photo_path, max_side));
  if (const Result<std::string> bytes = disk().read(file, kLargestCached); bytes.ok()) {
    Result<Image> cached = decode_image(*bytes, limits_);
    if (cached.ok()) return cached;  // a broken cache file is simply made again
  }
  JAEDAN_ASSIGN_OR_RETURN(Image image, make_thumbnail(photo_path, max_side, limits_));
  if (const Result<std::string> bytes = encode_jpeg(image.view(), kQuality); bytes.ok()) {
    static_cast<void>(disk().write_atomically(file, *bytes));
  }
  return image;
}

}  // namespace jaedan::labeling
