#include "labeling/io/codecs/opencv_decoder.h"

#include <algorithm>
#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace jaedan::labeling {
namespace {

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

cv::Mat as_row(std::string_view bytes) {
  return {1, static_cast<int>(bytes.size()), CV_8U, const_cast<char*>(bytes.data())};
}

cv::Mat decode_pixels(std::string_view bytes, const ImageHeader& header, int max_side) {
  const cv::Mat input = as_row(bytes);
  if (header.has_alpha) {
    cv::Mat pixels = cv::imdecode(input, cv::IMREAD_UNCHANGED);
    if (pixels.channels() == 4) return over_white(pixels);
    if (pixels.channels() == 1 && header.transparent_grey) return grey_over_white(pixels, header);
    if (pixels.empty()) return pixels;
  }
  // The orientation is ours to apply: OpenCV would do so for some formats and flags only.
  return cv::imdecode(input, reduction_flag(header, max_side) | cv::IMREAD_IGNORE_ORIENTATION);
}

}  // namespace

ImageCodecs::Decoded decode_by_opencv(std::string_view bytes, const ImageHeader& header, int max_side) {
  try {
    const cv::Mat pixels = decode_pixels(bytes, header, max_side);
    if (pixels.empty()) return {};
    return {to_image(turned_upright(pixels, header.orientation)), ""};
  } catch (const cv::Exception& exception) {
    return {{}, exception.err};
  }
}

ImageCodecs::DecodedMask decode_grey_by_opencv(std::string_view bytes) {
  try {
    const cv::Mat pixels = cv::imdecode(as_row(bytes), cv::IMREAD_UNCHANGED);
    if (pixels.empty()) return {};
    if (pixels.type() != CV_8UC1) return {{}, true, ""};
    Mask mask = Mask::of_size(pixels.cols, pixels.rows);
    for (int y = 0; y < pixels.rows; ++y) std::copy_n(pixels.ptr(y), pixels.cols, &mask.at(0, y));
    return {std::move(mask), true, ""};
  } catch (const cv::Exception& exception) {
    return {{}, false, exception.err};
  }
}

}  // namespace jaedan::labeling
