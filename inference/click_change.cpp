#include "inference/click_change.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace jaedan::inference {
namespace {

constexpr std::uint8_t kInside = 255;

cv::Mat as_mat(const Mask& mask) {
  return {mask.height, mask.width, CV_8UC1, const_cast<std::uint8_t*>(mask.pixels.data())};
}

cv::Point pixel_of(Point at, const Mask& mask) {
  return {std::clamp(static_cast<int>(std::floor(at.x)), 0, mask.width - 1),
          std::clamp(static_cast<int>(std::floor(at.y)), 0, mask.height - 1)};
}

}  // namespace

Mask merged_near_click(const Mask& before, const Mask& after, const Click& click, double reach_px) {
  const cv::Mat was = as_mat(before) != 0, is = as_mat(after) != 0;
  const cv::Mat change = click.adds ? cv::Mat(is & ~was) : cv::Mat(was & ~is);
  Mask merged = before;
  // Only where something changes: a large photo takes many times as long.
  const cv::Rect box = cv::boundingRect(change);
  if (box.empty()) return merged;
  cv::Mat places, near = cv::Mat::zeros(box.size(), CV_8UC1);
  const int count = cv::connectedComponents(change(box), places, 8, CV_32S);
  cv::circle(near, pixel_of(click.at, before) - box.tl(), static_cast<int>(std::lround(reach_px)), cv::Scalar(kInside),
             cv::FILLED);
  std::vector<bool> is_touched(static_cast<std::size_t>(count), false);
  for (int y = 0; y < places.rows; ++y) {
    for (int x = 0; x < places.cols; ++x) {
      if (near.at<std::uint8_t>(y, x) != 0) is_touched[static_cast<std::size_t>(places.at<int>(y, x))] = true;
    }
  }
  for (int y = 0; y < places.rows; ++y) {
    for (int x = 0; x < places.cols; ++x) {
      const int place = places.at<int>(y, x);
      if (place == 0 || !is_touched[static_cast<std::size_t>(place)]) continue;
      merged.at(box.x + x, box.y + y) = click.adds ? kInside : 0;
    }
  }
  return merged;
}

void obey_clicks(Mask& mask, const std::vector<Click>& clicks, double radius_px) {
  for (const Click& click : clicks) {
    const cv::Point at = pixel_of(click.at, mask);
    if ((mask.at(at.x, at.y) != 0) == click.adds) continue;
    cv::Mat pixels = as_mat(mask);
    cv::circle(pixels, at, static_cast<int>(std::lround(radius_px)), cv::Scalar(click.adds ? kInside : 0), cv::FILLED);
  }
}

}  // namespace jaedan::inference
