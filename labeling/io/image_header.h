#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "labeling/base/result.h"

namespace jaedan::labeling {

enum class ImageFormat { kJpeg, kPng, kBmp, kWebp, kTiff, kHeic, kAvif, kGif };

/// "JPEG", "PNG", …
std::string_view name_of(ImageFormat format);

struct ImageSize {
  int width = 0;
  int height = 0;

  friend bool operator==(ImageSize a, ImageSize b) { return a.width == b.width && a.height == b.height; }
};

/// "800×600".
std::string size_text(ImageSize size);

/// What an image file says of itself, read without decoding a pixel.
struct ImageHeader {
  ImageFormat format = ImageFormat::kJpeg;
  ImageSize stored;     ///< as stored, before EXIF
  int orientation = 1;  ///< EXIF 1–8
  bool has_alpha = false;
  bool exif_follows = false;            ///< the bytes end before an EXIF block that the header announces (WebP)
  bool complete = true;                 ///< false: the file ends before its own end mark, or before its pixels do
  bool damaged = false;                 ///< PNG only: a check sum in its first 64 KiB does not fit
  std::uint64_t stated_bytes = 0;       ///< WebP, TIFF, BMP: how long the file is at least; 0: it does not say
  bool animated = false;                ///< WebP only: several pictures, one after another
  int components = 3;                   ///< JPEG only: colour channels; 4 is CMYK or YCCK
  bool adobe = false;                   ///< JPEG only: has Adobe's marker, so CMYK is stored inverted
  int bit_depth = 8;                    ///< PNG and TIFF only: of a sample
  bool whole_numbers = true;            ///< TIFF only: false for samples of floating point and complex numbers
  bool samples_read = true;             ///< TIFF only: false for whole numbers that no decoder here reads
  std::optional<int> transparent_grey;  ///< PNG only: the grey of a picture without alpha that is transparent (tRNS)
  std::string icc_profile;              ///< as embedded, put together and unpacked; empty: none, or it is not whole

  /// As shown: EXIF applied.
  ImageSize upright() const { return orientation >= 5 ? ImageSize{stored.height, stored.width} : stored; }
};

/// Reads the headers of all these formats. kUnsupported for other files, kCorrupt when the header is cut off or names a
/// size of nothing; of TIFF, HEIC and AVIF also when the bytes end before the file. Any bytes are safe.
Result<ImageHeader> read_image_header(std::string_view bytes);

/// Whether a picture that is to be shown can be decoded, as far as its header tells: kCorrupt when it is cut off
/// or damaged, kUnsupported for GIF, for an animation, for samples of a kind that is not read (floating point, 12
/// bits), and for CMYK without Adobe's marker, whose colours nobody can tell.
Status check_decodable(const ImageHeader& header);

/// What the readers of single formats say of a header that is cut off or makes no sense.
Error header_broken(ImageFormat format);
/// What is said of a file whose end is missing.
Error cut_off(ImageFormat format);

}  // namespace jaedan::labeling
