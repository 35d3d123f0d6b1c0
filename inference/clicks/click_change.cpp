#include "inference/clicks/click_change.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "inference/garments/mask_bounds.h"

namespace jaedan::inference {
namespace {

constexpr double kIsland = 0.03;   // of the largest piece
constexpr double kPinhole = 0.01;  // of the largest piece

constexpr double kReach = 0.03;    // of the object's size
constexpr double kLeastReach = 3;  // frame pixels

cv::Mat as_mat(const Mask& mask) {
  return {mask.height, mask.width, CV_8UC1, const_cast<std::uint8_t*>(mask.pixels.data())};
}

double area_of(const Mask& mask) { return cv::countNonZero(as_mat(mask)); }

double size_of(const Mask& object) {
  const Rect box = bounds_of(object);
  return std::sqrt(box.width * box.height);
}

/// `own`: `before` with the change at the click alone.
bool changes_little(const Mask& before, const Mask& own) {
  const double was = area_of(before);
  return std::abs(area_of(own) - was) < kSmallCorrection * was;
}

cv::Point pixel_of(Point at, const Mask& mask) {
  return {std::clamp(static_cast<int>(std::floor(at.x)), 0, mask.width - 1),
          std::clamp(static_cast<int>(std::floor(at.y)), 0, mask.height - 1)};
}

// Connected places of one kind within `pixels`: the object's pieces, or what lies between and around them.
struct Places {
  Places(const cv::Mat& pixels, bool inside) {
    count = cv::connectedComponentsWithStats(inside ? cv::Mat(pixels != 0) : cv::Mat(pixels == 0), of_pixel, stats,
                                             centres, 4, CV_32S);
    keep.assign(static_cast<std::size_t>(count), false);
    keep[0] = true;  // the other kind
  }

  int area(int place) const { return stats.at<int>(place, cv::CC_STAT_AREA); }
  int largest_area() const {
    int most = 0;
    for (int place = 1; place < count; ++place) most = std::max(most, area(place));
    return most;
  }
  bool touches_border(int place) const {
    const int* row = stats.ptr<int>(place);
    return row[cv::CC_STAT_LEFT] == 0 || row[cv::CC_STAT_TOP] == 0 ||
           row[cv::CC_STAT_LEFT] + row[cv::CC_STAT_WIDTH] == of_pixel.cols ||
           row[cv::CC_STAT_TOP] + row[cv::CC_STAT_HEIGHT] == of_pixel.rows;
  }
  void keep_clicked(cv::Point at) {
    if (at.inside({0, 0, of_pixel.cols, of_pixel.rows})) keep[static_cast<std::size_t>(of_pixel.at<int>(at))] = true;
  }
  // Those that are not kept get `value`.
  void paint_rest(cv::Mat& pixels, std::uint8_t value) const {
    if (std::all_of(keep.begin(), keep.end(), [](bool kept) { return kept; })) return;
    for (int y = 0; y < pixels.rows; ++y) {
      const int* place = of_pixel.ptr<int>(y);
      auto* row = pixels.ptr<std::uint8_t>(y);
      for (int x = 0; x < pixels.cols; ++x) {
        if (!keep[static_cast<std::size_t>(place[x])]) row[x] = value;
      }
    }
  }

  int count = 0;
  cv::Mat of_pixel, stats, centres;
  std::vector<bool> keep;  // by place
};

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

double reach_on(const Mask& object) { return std::max(kLeastReach, kReach * size_of(object)); }

bool is_small_correction(const Mask& before, const Mask& after, const Click& click, double reach_px) {
  if (bounds_of(before).empty()) return false;
  return changes_little(before, merged_near_click(before, after, click, reach_px));
}

Mask corrected(const Mask& before, const Mask& after, const Click& click, double reach_px) {
  if (bounds_of(before).empty()) return after;
  Mask merged = merged_near_click(before, after, click, reach_px);
  cv::Mat taken(after.height, after.width, CV_8UC1, cv::Scalar(changes_little(before, merged) ? 0 : kInside));
  const auto around = static_cast<int>(std::lround(kNeighbourhood * size_of(before)));
  cv::circle(taken, pixel_of(click.at, after), around, cv::Scalar(kInside), cv::FILLED);
  cv::Mat pixels = as_mat(merged);
  const cv::Mat is = click.adds ? cv::Mat(as_mat(after) != 0) : cv::Mat(as_mat(after) == 0);
  pixels.setTo(cv::Scalar(click.adds ? kInside : 0), is & taken);
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

void drop_specks(Mask& mask, const std::vector<Click>& clicks) {
  if (mask.pixels.empty()) return;
  const cv::Rect box = cv::boundingRect(as_mat(mask));
  if (box.empty()) return;
  cv::Mat pixels = as_mat(mask)(box);
  Places pieces(pixels, true);
  const double largest = pieces.largest_area();
  const auto keep_what_counts = [&](Places& places, bool clicks_add) {
    const double least = (clicks_add ? kIsland : kPinhole) * largest;
    for (const Click& click : clicks) {
      if (click.adds == clicks_add) places.keep_clicked(pixel_of(click.at, mask) - box.tl());
    }
    for (int i = 1; i < places.count; ++i) {
      const bool is_outside = !clicks_add && places.touches_border(i);
      if (is_outside || places.area(i) >= least) places.keep[static_cast<std::size_t>(i)] = true;
    }
  };
  keep_what_counts(pieces, true);
  pieces.paint_rest(pixels, 0);
  Places gaps(pixels, false);  // only now: a speck within a pinhole is a part of it
  keep_what_counts(gaps, false);
  gaps.paint_rest(pixels, kInside);
}

}  // namespace jaedan::inference
