#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "labeling/base/result.h"
#include "labeling/domain/image.h"
#include "labeling/domain/mask.h"
#include "labeling/io/image_header.h"

namespace jaedan::labeling {

/// The readers and writers of JPEG, PNG, BMP, WebP and TIFF files. They live in the module jaedan_codecs, because
/// OpenCV's codecs bring a hundred shared libraries along, which cost every start 0.1 s; so this header names none of
/// their types. For image_decoder and image_encoder only, which know what may be decoded. Thread-safe; memory that runs
/// out is std::bad_alloc.
class ImageCodecs {
 public:
  virtual ~ImageCodecs() = default;

  /// Without pixels when the file is broken; `why`: what the codec said, if anything.
  struct Decoded {
    Image image;
    std::string why;
  };
  /// The pixels as stored, turned upright by the header's orientation, what is transparent on white; in the colours of
  /// the file. `max_side`: see decode_image. The header says of a TIFF what its bytes say: upright.
  virtual Decoded decode(std::string_view bytes, const ImageHeader& header, int max_side) = 0;

  /// An 8-bit grey picture, its values as they are. `readable`: it is whole, even when its pixels are of another kind.
  struct DecodedMask {
    Mask mask;
    bool readable = false;
    std::string why;
  };
  virtual DecodedMask decode_grey(std::string_view bytes) = 0;

  /// kInternal with the codec's own words.
  virtual Result<std::string> encode_jpeg(ImageView image, int quality) = 0;
  virtual Result<std::string> encode_png(ImageView image) = 0;
  virtual Result<std::string> encode_png(const Mask& mask) = 0;
};

/// The symbol under which the module exports them: `extern "C" ImageCodecs* jaedan_image_codecs()`. The object lives as
/// long as the process.
using ImageCodecsFunction = ImageCodecs*();
inline constexpr const char* kImageCodecsSymbol = "jaedan_image_codecs";

/// Loads the module libjaedan_codecs.so ($JAEDAN_CODECS_MODULE) at the first call (own_module.h). kUnavailable, with
/// what to install.
Result<ImageCodecs*> image_codecs();

}  // namespace jaedan::labeling
