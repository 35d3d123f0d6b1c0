#include "labeling/io/image_encoder.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "labeling/base/file_system.h"

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

Result<cv::Mat> bgr_of(ImageView image) {
  if (image.empty()) return Error{ErrorCode::kInvalidArgument, "image.empty", "an empty image cannot be written"};
  const cv::Mat rgb(image.height, image.width, CV_8UC3, const_cast<std::uint8_t*>(image.rgb));
  cv::Mat bgr;
  cv::cvtColor(rgb, bgr, cv::COLOR_RGB2BGR);
  return bgr;
}

}  // namespace

Result<std::string> encode_jpeg(ImageView image, int quality) {
  JAEDAN_ASSIGN_OR_RETURN(const cv::Mat bgr, bgr_of(image));
  return encode(".jpg", bgr, {cv::IMWRITE_JPEG_QUALITY, std::clamp(quality, 1, 100)});
}

Result<std::string> encode_png(ImageView image) {
  JAEDAN_ASSIGN_OR_RETURN(const cv::Mat bgr, bgr_of(image));
  return encode(".png", bgr, {});
}

Result<std::string> encode_png(const Mask& mask) {
  if (mask.width <= 0 || mask.height <= 0) {
    return Error{ErrorCode::kInvalidArgument, "mask.empty", "an empty mask cannot be written"};
  }
  const cv::Mat grey(mask.height, mask.width, CV_8U, const_cast<std::uint8_t*>(mask.pixels.data()));
  return encode(".png", grey, {});
}

Status write_image(const std::string& path, ImageView image) {
  std::string ending = std::filesystem::path(path).extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return std::tolower(c); });
  const bool jpeg = ending == ".jpg" || ending == ".jpeg";
  if (!jpeg && ending != ".png") {
    return Error{ErrorCode::kInvalidArgument, "image.wrong_ending", "{0}: images are written as .jpg or .png", {path}};
  }
  const Result<std::string> bytes = jpeg ? encode_jpeg(image) : encode_png(image);
  if (!bytes.ok()) return bytes.error().with_context(path);
  return disk().write_atomically(path, *bytes);
}

Status write_mask(const std::string& path, const Mask& mask) {
  const Result<std::string> bytes = encode_png(mask);
  if (!bytes.ok()) return bytes.error().with_context(path);
  return disk().write_atomically(path, *bytes);
}

}  // namespace jaedan::labeling
