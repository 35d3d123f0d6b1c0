#include "inference/garments/postprocess.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "inference/garments/cell_shares.h"
#include "inference/garments/label_pixels.h"
#include "labeling/domain/clip_region.h"

namespace jaedan::inference {
namespace {

constexpr std::array<Part, kPartCount> kWriteOrder = {Part::kBottom, Part::kTop, Part::kDress, Part::kOuter};

cv::Mat as_mat(Mask& mask) { return {mask.height, mask.width, CV_8UC1, mask.pixels.data()}; }

// The pixels of one part, and nothing else that has to be looked at.
struct PartPixels {
  cv::Mat labels;  // a view of all labels: the part's box
  cv::Mat inside;
  int area = 0;
};

PartPixels pixels_of(const cv::Mat& labels, std::uint8_t value) {
  const cv::Mat inside = labels == value;
  const cv::Rect box = cv::boundingRect(inside);
  return {labels(box), inside(box), cv::countNonZero(inside(box))};
}

// Pieces below the share go; the whole part when it is too small for a garment.
void drop_small_pieces(PartPixels& part, int photo_area, const RegionRules& rules) {
  if (part.area < rules.least_garment_share * photo_area) {
    part.labels.setTo(0, part.inside);
    return;
  }
  cv::Mat piece_of, stats, centres;
  const int pieces = cv::connectedComponentsWithStats(part.inside, piece_of, stats, centres, 4, CV_32S);
  std::vector<char> keep(static_cast<std::size_t>(pieces), 1);
  bool any = false;
  for (int i = 1; i < pieces; ++i) {
    if (stats.at<int>(i, cv::CC_STAT_AREA) >= rules.least_piece_share * part.area) continue;
    keep[static_cast<std::size_t>(i)] = 0;
    any = true;
  }
  if (!any) return;
  for (int y = 0; y < part.labels.rows; ++y) {
    const int* piece = piece_of.ptr<int>(y);
    auto* row = part.labels.ptr<std::uint8_t>(y);
    for (int x = 0; x < part.labels.cols; ++x) {
      if (!keep[static_cast<std::size_t>(piece[x])]) row[x] = 0;
    }
  }
}

// Small bits of "no garment" that do not reach the photo's border take the garment they lie in.
void fill_small_holes(PartPixels& part, std::uint8_t value, const RegionRules& rules) {
  std::vector<std::vector<cv::Point>> outlines;
  std::vector<cv::Vec4i> tree;
  cv::findContours(part.inside, outlines, tree, cv::RETR_CCOMP, cv::CHAIN_APPROX_NONE);
  for (std::size_t i = 0; i < outlines.size(); ++i) {
    const bool is_hole = tree[i][3] >= 0;
    if (!is_hole || cv::contourArea(outlines[i]) > rules.largest_hole_share * part.area) continue;
    cv::Mat hole = cv::Mat::zeros(part.labels.size(), CV_8UC1);
    cv::drawContours(hole, outlines, static_cast<int>(i), 255, cv::FILLED);
    part.labels.setTo(value, hole & (part.labels == 0));
  }
}

}  // namespace

void clean_parts(Mask& labels, const RegionRules& rules) {
  for (std::uint8_t& value : labels.pixels) {
    if (value > kPartCount) value = 0;
  }
  const cv::Mat mat = as_mat(labels);
  const auto each_part = [&mat](const auto& clean) {
    for (std::uint8_t value = 1; value <= kPartCount; ++value) {
      PartPixels part = pixels_of(mat, value);
      if (part.area > 0) clean(part, value);
    }
  };
  each_part([&](PartPixels& part, std::uint8_t) { drop_small_pieces(part, static_cast<int>(mat.total()), rules); });
  each_part([&](PartPixels& part, std::uint8_t value) { fill_small_holes(part, value, rules); });
}

std::vector<float> cell_weights(const Region& region, int photo_width, int photo_height, int columns, int rows) {
  constexpr int kSamples = 4;  // a cell's side
  const Mask fine =
      rasterize(scaled(region, double(columns * kSamples) / photo_width, double(rows * kSamples) / photo_height),
                columns * kSamples, rows * kSamples);
  std::vector<float> weights = cell_shares(fine, kInside, columns, rows);
  const Rect box = bounds_of(region);
  const int x = static_cast<int>(std::floor((box.x + box.width / 2) / photo_width * columns));
  const int y = static_cast<int>(std::floor((box.y + box.height / 2) / photo_height * rows));
  const bool on_photo = x >= 0 && x < columns && y >= 0 && y < rows;
  const bool is_empty = std::all_of(weights.begin(), weights.end(), [](float weight) { return weight == 0; });
  if (on_photo && is_empty)
    weights[static_cast<std::size_t>(y) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(x)] = 1;
  return weights;
}

namespace {

// Which figure a pixel belongs to. A figure reaches a little beyond its cells, whose edges are coarse.
cv::Mat figure_of_pixels(const Figures& figures, int width, int height) {
  const cv::Mat cells(figures.height, figures.width, CV_8UC1, const_cast<std::uint8_t*>(figures.of_cell.data()));
  cv::Mat grown, pixels;
  cv::dilate(cells, grown, cv::getStructuringElement(cv::MORPH_RECT, {5, 5}));
  cells.copyTo(grown, cells > 0);
  cv::resize(grown, pixels, {width, height}, 0, 0, cv::INTER_NEAREST);
  return pixels;
}

PartRegion outline_part(Part part, const Mask& labels, const ClassScores& scores, const RegionRules& rules) {
  PartRegion found;
  found.part = part;
  found.region = few_point_outline(labels, mask_value(part), rules.outline);
  if (found.region.empty()) return found;
  found.weights = cell_shares(labels, mask_value(part), scores.width, scores.height);
  return found;
}

}  // namespace

std::vector<PartRegion> find_parts(const ClassScores& scores, const Figures& figures, int figure, int photo_width,
                                   int photo_height, PartSet shown, const RegionRules& rules) {
  const double shrink = std::min(1.0, std::sqrt(rules.work_area_px / (double(photo_width) * photo_height)));
  const int width = std::max(1, static_cast<int>(std::lround(photo_width * shrink)));
  const int height = std::max(1, static_cast<int>(std::lround(photo_height * shrink)));
  Mask labels = label_pixels(scores, classes_of(shown), width, height);
  as_mat(labels).setTo(0, figure_of_pixels(figures, width, height) != figure);
  clean_parts(labels, rules);
  std::vector<PartRegion> parts;
  for (const Part part : kWriteOrder) {
    PartRegion found = outline_part(part, labels, scores, rules);
    if (found.region.empty()) continue;
    found.region = scaled(std::move(found.region), double(photo_width) / width, double(photo_height) / height);
    parts.push_back(std::move(found));
  }
  return parts;
}

}  // namespace jaedan::inference
