#include "labeling/io/image_decoder.h"

#include <algorithm>
#include <cstdlib>
#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <utility>

#include "labeling/base/file_system.h"
#include "labeling/io/colour_profile.h"
#include "labeling/io/heif.h"
#include "labeling/io/png_mask.h"
#include "labeling/io/tiff_header.h"

namespace jaedan::labeling {
namespace {

std::string size_text(ImageSize size) { return std::to_string(size.width) + "×" + std::to_string(size.height); }

Error broken(ImageFormat format) {
  return {ErrorCode::kCorrupt, "image.broken", "a broken {0}: it cannot be decoded", {name_of(format)}};
}

Error broken(ImageFormat format, const cv::Exception& found) {
  return {ErrorCode::kCorrupt, "image.broken_because", "a broken {0}: {1}", {name_of(format), found.err}};
}

/// OpenCV's flags for decoding by 1/2, 1/4 or 1/8, the smallest that still has `max_side` pixels along its longer side.
int reduction_flag(const ImageHeader& header, int max_side) {
  const int side = std::max(header.stored.width, header.stored.height);
  if (max_side <= 0) return cv::IMREAD_COLOR;
  if (side / 8 >= max_side) return cv::IMREAD_REDUCED_COLOR_8;
  if (side / 4 >= max_side) return cv::IMREAD_REDUCED_COLOR_4;
  if (side / 2 >= max_side) return cv::IMREAD_REDUCED_COLOR_2;
  return cv::IMREAD_COLOR;
}

/// BGRA of 8 or 16 bits over white.
cv::Mat over_white(const cv::Mat& bgra) {
  cv::Mat bytes = bgra;
  if (bgra.depth() == CV_16U) bgra.convertTo(bytes, CV_8U, 1.0 / 257.0);
  cv::Mat bgr(bytes.size(), CV_8UC3);
  for (int y = 0; y < bytes.rows; ++y) {
    const cv::Vec4b* from = bytes.ptr<cv::Vec4b>(y);
    cv::Vec3b* to = bgr.ptr<cv::Vec3b>(y);
    for (int x = 0; x < bytes.cols; ++x) {
      const int alpha = from[x][3];
      for (int c = 0; c < 3; ++c)
        to[x][c] = static_cast<std::uint8_t>((from[x][c] * alpha + 255 * (255 - alpha) + 127) / 255);
    }
  }
  return bgr;
}

/// A grey PNG of which one grey is transparent; OpenCV reads such a picture without regard to that.
cv::Mat grey_over_white(const cv::Mat& grey, const ImageHeader& header) {
  // Fewer than eight bits come spread over 0…255.
  const int largest = (1 << std::min(header.bit_depth, 8)) - 1;
  const double transparent =
      header.bit_depth < 8 ? *header.transparent_grey * 255.0 / largest : *header.transparent_grey;
  cv::Mat pixels = grey.clone();
  pixels.setTo(grey.depth() == CV_16U ? 65535 : 255, grey == transparent);
  if (grey.depth() == CV_16U) pixels.convertTo(pixels, CV_8U, 1.0 / 257.0);
  cv::Mat bgr;
  cv::cvtColor(pixels, bgr, cv::COLOR_GRAY2BGR);
  return bgr;
}

/// EXIF: 2 mirrored, 3 turned by 180°, 4 upside down, 5 transposed, 6 needs 90° clockwise, 7 transposed the other way,
/// 8 needs 90° anticlockwise.
cv::Mat turned_upright(const cv::Mat& image, int orientation) {
  cv::Mat out;
  switch (orientation) {
    case 2: cv::flip(image, out, 1); return out;
    case 3: cv::rotate(image, out, cv::ROTATE_180); return out;
    case 4: cv::flip(image, out, 0); return out;
    case 5: cv::transpose(image, out); return out;
    case 6: cv::rotate(image, out, cv::ROTATE_90_CLOCKWISE); return out;
    case 7:
      cv::transpose(image, out);
      cv::flip(out, out, -1);
      return out;
    case 8: cv::rotate(image, out, cv::ROTATE_90_COUNTERCLOCKWISE); return out;
    default: return image;
  }
}

Image to_image(const cv::Mat& bgr) {
  Image image = Image::of_size(bgr.cols, bgr.rows);
  cv::Mat rgb(bgr.rows, bgr.cols, CV_8UC3, image.rgb.data());
  cv::cvtColor(bgr, rgb, cv::COLOR_BGR2RGB);
  return image;
}

cv::Mat decode_pixels(std::string_view bytes, const ImageHeader& header, int max_side) {
  const cv::Mat input(1, static_cast<int>(bytes.size()), CV_8U, const_cast<char*>(bytes.data()));
  if (header.has_alpha) {
    cv::Mat pixels = cv::imdecode(input, cv::IMREAD_UNCHANGED);
    if (pixels.channels() == 4) return over_white(pixels);
    if (pixels.channels() == 1 && header.transparent_grey) return grey_over_white(pixels, header);
    if (pixels.empty()) return pixels;
  }
  // The orientation is ours to apply: OpenCV would do so for some formats and flags only.
  return cv::imdecode(input, reduction_flag(header, max_side) | cv::IMREAD_IGNORE_ORIENTATION);
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
  try {
    const bool turned_tiff = header.format == ImageFormat::kTiff && header.orientation != 1;
    const std::string upright = turned_tiff ? marked_upright(bytes) : std::string();
    const cv::Mat pixels = decode_pixels(turned_tiff ? upright : bytes, header, max_side);
    if (pixels.empty()) return broken(header.format);
    Image image = to_image(turned_upright(pixels, header.orientation));
    convert_to_srgb(header.icc_profile, image);
    return image;
  } catch (const cv::Exception& exception) {
    return broken(header.format, exception);
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
  try {
    const cv::Mat input(1, static_cast<int>(bytes.size()), CV_8U, const_cast<char*>(bytes.data()));
    const cv::Mat pixels = cv::imdecode(input, cv::IMREAD_UNCHANGED);
    if (pixels.empty()) return broken(ImageFormat::kPng);
    if (pixels.type() != CV_8UC1) return unsupported(png_kind(bytes));
    Mask mask = Mask::of_size(pixels.cols, pixels.rows);
    for (int y = 0; y < pixels.rows; ++y) std::copy_n(pixels.ptr(y), pixels.cols, &mask.at(0, y));
    return mask;
  } catch (const cv::Exception& exception) {
    return broken(ImageFormat::kPng, exception);
  }
}

Result<Mask> read_mask(const std::string& path, const DecodeLimits& limits) {
  JAEDAN_ASSIGN_OR_RETURN(const std::string bytes, disk().read(path, limits.file_bytes));
  Result<Mask> mask = decode_mask(bytes, limits);
  if (!mask.ok()) return mask.error().with_context(path);
  return mask;
}

}  // namespace jaedan::labeling
