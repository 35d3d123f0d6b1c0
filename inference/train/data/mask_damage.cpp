#include "inference/train/data/mask_damage.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "inference/garments/segmentation_classes.h"

namespace jaedan::inference {
namespace {

constexpr double kPi = 3.14159265358979323846;

cv::Mat disk(int radius) { return cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * radius + 1, 2 * radius + 1}); }

void grow_or_shrink(cv::Mat& mask, double size, Random& random) {
  const int radius = std::max(1, static_cast<int>(size * random.between(0.02, 0.15)));
  cv::morphologyEx(mask, mask, random.unit() < 0.5 ? cv::MORPH_DILATE : cv::MORPH_ERODE, disk(radius));
}

// What lies beyond a line through the object goes.
void cut_off(cv::Mat& mask, const cv::Rect& box, Random& random) {
  const double angle = 2 * kPi * random.unit(), nx = std::cos(angle), ny = std::sin(angle);
  const double px = box.x + box.width * random.between(0.25, 0.75),
               py = box.y + box.height * random.between(0.25, 0.75);
  for (int y = 0; y < mask.rows; ++y) {
    for (int x = 0; x < mask.cols; ++x) {
      if ((x - px) * nx + (y - py) * ny > 0) mask.at<std::uint8_t>(y, x) = 0;
    }
  }
}

// Ellipses around places of the border are filled or emptied.
void bite_and_lump(cv::Mat& mask, double size, Random& random) {
  std::vector<std::vector<cv::Point>> outlines;
  cv::findContours(mask.clone(), outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
  if (outlines.empty()) return;
  const auto& outline = outlines[random.below(outlines.size())];
  for (std::uint64_t i = 0, count = 1 + random.below(3); i < count; ++i) {
    const cv::Point at = outline[random.below(outline.size())];
    const cv::Size axes(std::max(1, static_cast<int>(size * random.between(0.05, 0.3))),
                        std::max(1, static_cast<int>(size * random.between(0.05, 0.3))));
    cv::ellipse(mask, at, axes, 360 * random.unit(), 0, 360, cv::Scalar(random.unit() < 0.5 ? 0 : 1), cv::FILLED);
  }
}

void move(cv::Mat& mask, double size, Random& random) {
  const cv::Matx23d by(1, 0, size * random.between(-0.15, 0.15), 0, 1, size * random.between(-0.15, 0.15));
  cv::warpAffine(mask, mask, by, mask.size(), cv::INTER_NEAREST);
}

}  // namespace

Mask damaged(const Mask& truth, Random& random) {
  Mask wrong = Mask::of_size(truth.width, truth.height);
  std::transform(truth.pixels.begin(), truth.pixels.end(), wrong.pixels.begin(), [](std::uint8_t value) {
    return value != 0 && value != kIgnoredPixel ? std::uint8_t{1} : std::uint8_t{0};
  });
  cv::Mat mask(wrong.height, wrong.width, CV_8UC1, wrong.pixels.data());
  const cv::Rect box = cv::boundingRect(mask);
  const double size = std::sqrt(double(box.width) * box.height);
  cv::Mat work = mask.clone();
  for (std::uint64_t i = 0, count = 1 + random.below(2); i < count && size > 0; ++i) {
    switch (random.below(4)) {
      case 0: grow_or_shrink(work, size, random); break;
      case 1: cut_off(work, box, random); break;
      case 2: bite_and_lump(work, size, random); break;
      default: move(work, size, random);
    }
  }
  work.copyTo(mask);
  return wrong;
}

}  // namespace jaedan::inference
