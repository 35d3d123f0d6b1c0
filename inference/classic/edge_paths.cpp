#include "inference/classic/edge_paths.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <opencv2/imgproc/segmentation.hpp>
#include <vector>

namespace jaedan::inference {
namespace {

// Edges of OpenCV's own example: Canny at these thresholds of an 8-bit photo, and what counts as a steep one.
constexpr double kWeakEdge = 32, kStrongEdge = 100;
constexpr float kSteepest = 200;
constexpr double kTolerance = 0.8;  // of the looked-at pixels: how far fewer points may lie from the way
constexpr int kLeastSide = 8;

cv::Point pixel_in(const cv::Size& size, Point at) {
  return {std::clamp(static_cast<int>(std::floor(at.x)), 0, size.width - 1),
          std::clamp(static_cast<int>(std::floor(at.y)), 0, size.height - 1)};
}

}  // namespace

struct EdgePaths::Map {
  Point from;
  cv::Point2d corner;  ///< of what is looked at, image space
  double scale = 1;    ///< looked-at pixels a photo pixel
  cv::Size size;       ///< of what is looked at
  cv::segmentation::IntelligentScissorsMB tool;

  Point inside(Point at) const { return {(at.x - corner.x) * scale, (at.y - corner.y) * scale}; }
};

Result<EdgePaths> EdgePaths::around(ImageView photo, Point from, double reach_px) {
  const bool on_photo = from.x >= 0 && from.y >= 0 && from.x <= photo.width && from.y <= photo.height;
  if (photo.empty() || !on_photo || !(reach_px > 0)) {
    return Error{ErrorCode::kInvalidArgument, "edges.off_photo", "edges are followed from a place on the photo only"};
  }
  const cv::Mat pixels(photo.height, photo.width, CV_8UC3, const_cast<std::uint8_t*>(photo.rgb));
  const int left = std::max(0, static_cast<int>(std::floor(std::min(from.x, photo.width - 1.0) - reach_px)));
  const int top = std::max(0, static_cast<int>(std::floor(std::min(from.y, photo.height - 1.0) - reach_px)));
  const cv::Rect place(left, top, std::min(photo.width, static_cast<int>(std::ceil(from.x + reach_px))) - left,
                       std::min(photo.height, static_cast<int>(std::ceil(from.y + reach_px))) - top);
  try {
    auto map = std::make_shared<Map>();
    map->from = from;
    map->corner = {double(place.x), double(place.y)};
    cv::Mat seen = pixels(place);
    map->scale = std::min(1.0, double(kMostSide) / std::max(place.width, place.height));
    if (map->scale < 1) cv::resize(seen, seen, {}, map->scale, map->scale, cv::INTER_AREA);
    cv::Mat padded;  // OpenCV's edges want some pixels
    cv::copyMakeBorder(seen, padded, 0, std::max(0, kLeastSide - seen.rows), 0, std::max(0, kLeastSide - seen.cols),
                       cv::BORDER_REPLICATE);
    map->size = seen.size();
    map->tool.setEdgeFeatureCannyParameters(kWeakEdge, kStrongEdge);
    map->tool.setGradientMagnitudeMaxLimit(kSteepest);
    map->tool.applyImage(padded);
    map->tool.buildMap(pixel_in(map->size, map->inside(from)));
    return EdgePaths(std::move(map));
  } catch (const cv::Exception& error) {
    return Error{ErrorCode::kUnavailable, "edges.failed", "following edges: {0}", {error.what()}};
  }
}

Point EdgePaths::from() const { return map_->from; }

Ring EdgePaths::way_to(Point to) const {
  const Point at = map_->inside(to);
  const bool in_reach = at.x >= 0 && at.y >= 0 && at.x <= map_->size.width && at.y <= map_->size.height;
  const cv::Point end = pixel_in(map_->size, at), begin = pixel_in(map_->size, map_->inside(map_->from));
  if (!in_reach || end == begin) return {};
  Ring way;
  try {
    std::vector<cv::Point> steps, fewer;
    map_->tool.getContour(end, steps);
    cv::approxPolyDP(steps, fewer, kTolerance, false);
    for (std::size_t i = 1; i + 1 < fewer.size(); ++i) {
      way.push_back(
          {map_->corner.x + (fewer[i].x + 0.5) / map_->scale, map_->corner.y + (fewer[i].y + 0.5) / map_->scale});
    }
  } catch (const cv::Exception&) {
    return {};  // a straight line is still a line
  }
  return way;
}

}  // namespace jaedan::inference
