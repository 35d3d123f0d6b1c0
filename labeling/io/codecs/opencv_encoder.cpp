#include "labeling/io/codecs/opencv_encoder.h"

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <vector>

namespace jaedan::labeling {
namespace {

Result<std::string> encode(const char* ending, const cv::Mat& pixels, const std::vector<int>& parameters) {
  std::vector<unsigned char> bytes;
  try {
    if (!cv::imencode(ending, pixels, bytes, parameters)) {
      return Error{ErrorCode::kInternal, "image.cannot_encode", "the image cannot be written as {0}", {ending}};
    }
  } catch (const cv::Exception& exception) {
    return Error{ErrorCode::kInternal,
                 "image.encoding_failed",
                 "the image cannot be written as {0}: {1}",
                 {ending, exception.err}};
  }
  return std::string(bytes.begin(), bytes.end());
}

cv::Mat bgr_of(ImageView image) {
  const cv::Mat rgb(image.height, image.width, CV_8UC3, const_cast<std::uint8_t*>(image.rgb));
  cv::Mat bgr;
  cv::cvtColor(rgb, bgr, cv::COLOR_RGB2BGR);
  return bgr;
}

}  // namespace

Result<std::string> encode_jpeg_by_opencv(ImageView image, int quality) {
  return encode(".jpg", bgr_of(image), {cv::IMWRITE_JPEG_QUALITY, quality});
}

Result<std::string> encode_png_by_opencv(ImageView image) { return encode(".png", bgr_of(image), {}); }

Result<std::string> encode_png_by_opencv(const Mask& mask) {
  const cv::Mat grey(mask.height, mask.width, CV_8U, const_cast<std::uint8_t*>(mask.pixels.data()));
  return encode(".png", grey, {});
}

}  // namespace jaedan::labeling
