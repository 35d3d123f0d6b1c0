#include "labeling/io/image_decoder.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "labeling/base/file_system.h"
#include "labeling/io/colour_profile.h"
#include "labeling/io/heif.h"
#include "labeling/io/image_codecs.h"
#include "labeling/io/png_mask.h"
#include "labeling/io/tiff_header.h"

namespace jaedan::labeling {
namespace {

/// `why`: what the codec said, if anything.
Error broken(ImageFormat format, const std::string& why) {
  if (why.empty())
    return {ErrorCode::kCorrupt, "image.broken", "a broken {0}: it cannot be decoded", {name_of(format)}};
  return {ErrorCode::kCorrupt, "image.broken_because", "a broken {0}: {1}", {name_of(format), why}};
}

Result<Image> decode_heif_image(std::string_view bytes, const ImageHeader& header) {
  JAEDAN_ASSIGN_OR_RETURN(Image image, decode_heif(bytes));
  convert_to_srgb(header.icc_profile, image);
  return image;
}

}  // namespace

std::int64_t standard_pixel_limit() {
  constexpr std::int64_t kMegapixels = 250;  // phones take 200
  constexpr std::int64_t kMost = 2'000;
  const char* set = std::getenv(kPixelLimitVariable);
  const std::int64_t asked = set ? std::strtoll(set, nullptr, 10) : 0;
  return (asked > 0 ? std::min(asked, kMost) : kMegapixels) * 1'000'000;
}

Status check_limits(const ImageHeader& header, const DecodeLimits& limits) {
  const std::int64_t pixels = static_cast<std::int64_t>(header.stored.width) * header.stored.height;
  if (pixels <= limits.pixels) return {};
  return Error{ErrorCode::kTooLarge,
               "image.too_many_pixels",
               "an image of {0} pixels; the limit is {1} megapixels, and the environment variable {2} sets another",
               {size_text(header.stored), limits.pixels / 1'000'000, kPixelLimitVariable}};
}

Result<Image> decode_image(std::string_view bytes, const DecodeLimits& limits, int max_side) {
  if (bytes.size() > limits.file_bytes) {
    return Error{ErrorCode::kTooLarge,
                 "image.file_too_large",
                 "an image file of {0} bytes; the limit is {1}",
                 {bytes.size(), limits.file_bytes}};
  }
  JAEDAN_ASSIGN_OR_RETURN(const ImageHeader header, read_image_header(bytes));
  JAEDAN_RETURN_IF_ERROR(check_limits(header, limits));
  JAEDAN_RETURN_IF_ERROR(check_decodable(header));
  if (header.format == ImageFormat::kHeic || header.format == ImageFormat::kAvif)
    return decode_heif_image(bytes, header);
  JAEDAN_ASSIGN_OR_RETURN(ImageCodecs* const codecs, image_codecs());
  try {
    const bool turned_tiff = header.format == ImageFormat::kTiff && header.orientation != 1;
    const std::string upright = turned_tiff ? marked_upright(bytes) : std::string();
    ImageCodecs::Decoded decoded = codecs->decode(turned_tiff ? upright : bytes, header, max_side);
    if (decoded.image.empty()) return broken(header.format, decoded.why);
    convert_to_srgb(header.icc_profile, decoded.image);
    return std::move(decoded.image);
  } catch (const std::bad_alloc&) {
    return Error{ErrorCode::kTooLarge,
                 "image.no_memory",
                 "not enough memory for an image of {0} pixels",
                 {size_text(header.stored)}};
  }
}

Result<Image> read_image(const std::string& path, const DecodeLimits& limits, int max_side) {
  JAEDAN_ASSIGN_OR_RETURN(const std::string bytes, disk().read(path, limits.file_bytes));
  Result<Image> image = decode_image(bytes, limits, max_side);
  if (!image.ok()) return image.error().with_context(path);
  return image;
}

Result<Mask> decode_mask(std::string_view bytes, const DecodeLimits& limits) {
  JAEDAN_ASSIGN_OR_RETURN(const ImageHeader header, read_image_header(bytes));
  JAEDAN_RETURN_IF_ERROR(check_limits(header, limits));
  JAEDAN_RETURN_IF_ERROR(check_decodable(header));
  const auto unsupported = [](Message kind) {
    return Error{ErrorCode::kUnsupported,
                 "mask.wrong_kind",
                 "a mask must be a PNG of 8-bit grey or of palette numbers; this one is {0}",
                 {std::move(kind)}};
  };
  if (header.format != ImageFormat::kPng) return unsupported(name_of(header.format));
  if (has_png_palette(bytes)) return png_palette_numbers(bytes);
  JAEDAN_ASSIGN_OR_RETURN(ImageCodecs* const codecs, image_codecs());
  ImageCodecs::DecodedMask decoded = codecs->decode_grey(bytes);
  if (!decoded.readable) return broken(ImageFormat::kPng, decoded.why);
  if (decoded.mask.width == 0) return unsupported(png_kind(bytes));
  return std::move(decoded.mask);
}

Result<Mask> read_mask(const std::string& path, const DecodeLimits& limits) {
  JAEDAN_ASSIGN_OR_RETURN(const std::string bytes, disk().read(path, limits.file_bytes));
  Result<Mask> mask = decode_mask(bytes, limits);
  if (!mask.ok()) return mask.error().with_context(path);
  return mask;
}

}  // namespace jaedan::labeling
