#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "labeling/base/result.h"
#include "labeling/domain/image.h"
#include "labeling/domain/mask.h"
#include "labeling/io/image_header.h"

namespace jaedan::labeling {

/// The environment variable that sets how many megapixels a photo may have.
inline constexpr const char* kPixelLimitVariable = "JAEDAN_MAX_MEGAPIXELS";

/// As many megapixels as $JAEDAN_MAX_MEGAPIXELS says (1 to 2000), else 250. Thread-safe as long as nobody sets the
/// environment.
std::int64_t standard_pixel_limit();

/// What is refused before a pixel is decoded.
struct DecodeLimits {
  std::int64_t pixels = standard_pixel_limit();  ///< width × height as stored
  std::uint64_t file_bytes = 512ull << 20;
};

/// kTooLarge when an image of this header is over `limits.pixels`.
Status check_limits(const ImageHeader& header, const DecodeLimits& limits);

/// A JPEG, PNG, BMP, WebP, TIFF, HEIC or AVIF as 8-bit sRGB, turned upright by its EXIF orientation. Grey becomes RGB,
/// 16 bits become 8, an embedded colour profile is applied, what is transparent lies on white, CMYK and YCCK JPEGs
/// (Adobe's) become RGB. `max_side` > 0 decodes a smaller image where the format can do that cheaply (by 2, 4 or 8):
/// its longer side is at least `max_side` or the full size. kCorrupt: broken, cut off (a JPEG without its end mark
/// counts), no image at all. kTooLarge: over a limit. kUnsupported: another format, or what check_decodable refuses.
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
