#include "inference/train/measure/answer_shape.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "inference/clicks/click_change.h"
#include "inference/clicks/click_outline.h"
#include "inference/garments/mask_bounds.h"
#include "inference/train/measure/click_simulator.h"

namespace jaedan::inference {
namespace {

constexpr double kNoticed = 0.002;  // of the object's area
constexpr double kNoise = 0.008;    // of the object's size: half of how wide a change is that nobody would notice

cv::Mat inside(const Mask& mask) {
  return cv::Mat(mask.height, mask.width, CV_8UC1, const_cast<std::uint8_t*>(mask.pixels.data())) != 0;
}

// By piece of the change: its pixels, those far from the click, and whether it begins at the click.
struct ChangedPlace {
  int area = 0;
  int far = 0;
  bool is_own = false;
};

std::vector<ChangedPlace> places_of(const cv::Mat& change, Point click, double own_px, double near_px) {
  cv::Mat of_pixel;
  std::vector<ChangedPlace> places(std::size_t(cv::connectedComponents(change, of_pixel, 8, CV_32S)));
  for (int y = 0; y < change.rows; ++y) {
    for (int x = 0; x < change.cols; ++x) {
      const int place = of_pixel.at<int>(y, x);
      if (place == 0) continue;
      ChangedPlace& found = places[std::size_t(place)];
      const double away = distance({x + 0.5, y + 0.5}, click);
      ++found.area, found.far += away > near_px;
      found.is_own = found.is_own || away <= own_px;
    }
  }
  return places;
}

}  // namespace

AnswerShape shape_of(const Mask& before, const Mask& after, const Click& click, const Mask& truth) {
  AnswerShape shape;
  const Region outline = click_outline(after);
  for (std::size_t i = 0; i < outline.rings.size(); ++i) {
    ++(nesting_depth(outline, i) % 2 == 0 ? shape.pieces : shape.holes);
  }
  shape.points = static_cast<int>(point_count(outline));
  shape.outline_loss = click_iou(truth, after) - click_iou(truth, rasterize(outline, after.width, after.height));
  const Rect box = bounds_of(before);
  shape.corrects = !box.empty();
  if (!shape.corrects) return shape;

  const double size = std::sqrt(box.width * box.height), area = cv::countNonZero(inside(before));
  const double own = reach_on(before), near = kNeighbourhood * size;
  const cv::Mat change = inside(before) ^ inside(after);
  double at_click = 0, noticed = 0;
  for (const ChangedPlace& place : places_of(change, click.at, own, near)) at_click += place.is_own ? place.area : 0;
  const int noise = std::max(1, static_cast<int>(std::lround(kNoise * size)));
  const cv::Mat disk = cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * noise + 1, 2 * noise + 1});
  cv::Mat wide;
  cv::morphologyEx(change, wide, cv::MORPH_OPEN, disk, {-1, -1}, 1, cv::BORDER_CONSTANT, cv::Scalar(0));
  for (const ChangedPlace& place : places_of(wide, click.at, own, near)) noticed += place.is_own ? 0 : place.far;
  shape.is_small = at_click < kSmallCorrection * area;
  shape.changed_far = noticed > kNoticed * area;
  return shape;
}

}  // namespace jaedan::inference
