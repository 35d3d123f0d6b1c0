#pragma once

#include <string>

#include "labeling/base/result.h"
#include "labeling/domain/image.h"
#include "labeling/io/image_decoder.h"

namespace jaedan::labeling {

/// A small picture of a photo, area-filtered, with `max_side` pixels along its longer side. Never enlarged.
/// Errors as `read_image`.
Result<Image> make_thumbnail(const std::string& photo_path, int max_side, const DecodeLimits& limits = {});

/// Thumbnails on disk: one JPEG a photo and size in `folder`, named by a hash of the photo's path, change time and size
/// in bytes, so that a changed photo gets a new one. Old files are never looked at again and may be deleted at any
/// time. Thread-safe; several processes may share a folder.
class ThumbnailCache {
 public:
  explicit ThumbnailCache(std::string folder, DecodeLimits limits = {}) : folder_(std::move(folder)), limits_(limits) {}

  /// From the cache, or made now and stored. A cache that cannot be written only costs time.
  Result<Image> get(const std::string& photo_path, int max_side) const;
  /// Where the thumbnail of the photo as it is now lies or will lie. kNotFound without the photo.
  Result<std::string> file_for(const std::string& photo_path, int max_side) const;

 private:
  std::string folder_;
  DecodeLimits limits_;
};

}  // namespace jaedan::labeling
