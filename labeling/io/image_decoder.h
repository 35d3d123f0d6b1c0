#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "labeling/base/result.h"
#include "labeling/domain/image.h"
#include "labeling/domain/mask.h"
#include "labeling/io/image_header.h"

namespace jaedan::labeling {

/// What is refused before a pixel is decoded.
struct DecodeLimits {
  std::int64_t pixels = 100'000'000;  ///< width × height as stored
  std::uint64_t file_bytes = 256ull << 20;
};

/// kTooLarge when an image of this header is over `limits.pixels`.
Status check_limits(const ImageHeader& header, const DecodeLimits& limits);

/// A JPEG, PNG, BMP or WebP as 8-bit RGB, turned upright by its EXIF orientation. Grey becomes RGB, 16 bits become 8,
/// what is transparent lies on white, CMYK and YCCK JPEGs (Adobe's) become RGB. `max_side` > 0 decodes a smaller image
/// where the format can do that cheaply (by 2, 4 or 8): its longer side is at least `max_side` or the full size.
/// kCorrupt: broken, cut off (a JPEG without its end mark counts), no image at all. kTooLarge: over a limit.
/// kUnsupported: another format, GIF, or CMYK without Adobe's marker, whose colours nobody can tell.
/// Thread-safe.
Result<Image> decode_image(std::string_view bytes, const DecodeLimits& limits = {}, int max_side = 0);

/// The same from a file; messages start with the path. Also kNotFound and kIo.
Result<Image> read_image(const std::string& path, const DecodeLimits& limits = {}, int max_side = 0);

/// A PNG of one 8-bit grey channel or of palette numbers, with its values as they are; black and white of one bit is 0
/// and 255. kUnsupported names the kind of other images; else as `decode_image`.
Result<Mask> decode_mask(std::string_view bytes, const DecodeLimits& limits = {});
/// The same from a file; messages start with the path.
Result<Mask> read_mask(const std::string& path, const DecodeLimits& limits = {});

}  // namespace jaedan::labeling
