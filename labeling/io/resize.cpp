#include "labeling/io/resize.h"

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

namespace jaedan::labeling {

Result<Image> shrink_to_fit(ImageView image, int max_side) {
  if (image.empty() || max_side <= 0) {
    return Error{ErrorCode::kInvalidArgument, "image.nothing_to_resize", "nothing to resize"};
  }
  const double scale = std::min(1.0, static_cast<double>(max_side) / std::max(image.width, image.height));
  const auto scaled = [scale](int side) { return std::max(1, static_cast<int>(std::lround(side * scale))); };
  Image small = Image::of_size(scaled(image.width), scaled(image.height));
  const cv::Mat from(image.height, image.width, CV_8UC3, const_cast<std::uint8_t*>(image.rgb));
  cv::Mat to(small.height, small.width, CV_8UC3, small.rgb.data());
  try {
    cv::resize(from, to, to.size(), 0, 0, cv::INTER_AREA);
  } catch (const cv::Exception& exception) {
    return Error{ErrorCode::kInternal, "image.cannot_resize", "the image cannot be resized: {0}", {exception.err}};
  }
  return small;
}

}  // namespace jaedan::labeling
