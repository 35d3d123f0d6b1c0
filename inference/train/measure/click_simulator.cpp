#include "inference/train/measure/click_simulator.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

#include "inference/garments/segmentation_classes.h"

namespace jaedan::inference {
namespace {

// How deep every pixel of an error lies; what is outside the picture is no error.
cv::Mat depth_of(const cv::Mat& error) {
  cv::Mat framed, depth;
  cv::copyMakeBorder(error, framed, 1, 1, 1, 1, cv::BORDER_CONSTANT, cv::Scalar(0));
  cv::distanceTransform(framed, depth, cv::DIST_L2, 5);
  return depth(cv::Rect(1, 1, error.cols, error.rows));
}

cv::Point choose_place(const cv::Mat& depth, double deepest, const ClickHabits& habits, Random& random) {
  const double least = deepest * (1 - habits.jitter);
  std::vector<cv::Point> places;
  cv::findNonZero((depth >= least - 1e-6) & (depth > 0), places);
  return places[habits.jitter > 0 ? random.below(places.size()) : places.size() / 2];
}

}  // namespace

std::optional<Click> next_click(const Mask& truth, const Mask& current, const ClickHabits& habits, Random& random) {
  cv::Mat missing(truth.height, truth.width, CV_8UC1), surplus(truth.height, truth.width, CV_8UC1);
  for (std::size_t i = 0; i < truth.pixels.size(); ++i) {
    const bool known = truth.pixels[i] != kIgnoredPixel, wanted = truth.pixels[i] != 0, there = current.pixels[i] != 0;
    missing.data[i] = known && wanted && !there ? 255 : 0;
    surplus.data[i] = known && !wanted && there ? 255 : 0;
  }
  const cv::Mat missing_depth = depth_of(missing), surplus_depth = depth_of(surplus);
  double deepest_missing = 0, deepest_surplus = 0;
  cv::minMaxLoc(missing_depth, nullptr, &deepest_missing);
  cv::minMaxLoc(surplus_depth, nullptr, &deepest_surplus);
  if (deepest_missing <= 0 && deepest_surplus <= 0) return std::nullopt;
  const bool adds = deepest_missing >= deepest_surplus;
  const cv::Point place = adds ? choose_place(missing_depth, deepest_missing, habits, random)
                               : choose_place(surplus_depth, deepest_surplus, habits, random);
  return Click{{place.x + 0.5, place.y + 0.5}, adds};
}

double click_iou(const Mask& truth, const Mask& current) {
  std::size_t both = 0, either = 0;
  for (std::size_t i = 0; i < truth.pixels.size(); ++i) {
    if (truth.pixels[i] == kIgnoredPixel) continue;
    const bool wanted = truth.pixels[i] != 0, there = current.pixels[i] != 0;
    both += wanted && there, either += wanted || there;
  }
  return either == 0 ? 1 : double(both) / double(either);
}

}  // namespace jaedan::inference
