#pragma once

#include <cstdint>
#include <string_view>

#include "labeling/base/result.h"

namespace jaedan::labeling {

enum class ImageFormat { kJpeg, kPng, kBmp, kWebp, kGif };

/// "JPEG", "PNG", …
std::string_view name_of(ImageFormat format);

struct ImageSize {
  int width = 0;
  int height = 0;

  friend bool operator==(ImageSize a, ImageSize b) { return a.width == b.width && a.height == b.height; }
};

/// What an image file says of itself, read without decoding a pixel.
struct ImageHeader {
  ImageFormat format = ImageFormat::kJpeg;
  ImageSize stored;     ///< as stored, before EXIF
  int orientation = 1;  ///< EXIF 1–8
  bool has_alpha = false;
  bool exif_follows = false;  ///< the bytes end before an EXIF block that the header announces (WebP)
  bool complete = true;       ///< false: the file ends before its own end mark
  int components = 3;         ///< JPEG only: colour channels; 4 is CMYK or YCCK
  bool adobe = false;         ///< JPEG only: has Adobe's marker, so CMYK is stored inverted

  /// As shown: EXIF applied.
  ImageSize upright() const { return orientation >= 5 ? ImageSize{stored.height, stored.width} : stored; }
};

/// Reads JPEG, PNG, BMP, WebP and GIF headers. kUnsupported for other files, kCorrupt when the header is cut off or
/// names a size of nothing. Any bytes are safe.
Result<ImageHeader> read_image_header(std::string_view bytes);

}  // namespace jaedan::labeling
