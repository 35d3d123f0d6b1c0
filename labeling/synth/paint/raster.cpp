#include "labeling/synth/paint/raster.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace jaedan::labeling::synth {
namespace {

constexpr int kShift = 4;  // fixed-point bits of OpenCV's drawing coordinates

cv::Mat mat_of(Mask& mask) { return {mask.height, mask.width, CV_8UC1, mask.pixels.data()}; }
cv::Mat mat_of(const Mask& mask) {
  return {mask.height, mask.width, CV_8UC1, const_cast<std::uint8_t*>(mask.pixels.data())};
}
cv::Mat mat_of(Field& field) { return {field.height, field.width, CV_32FC1, field.values.data()}; }
cv::Mat mat_of(const Field& field) {
  return {field.height, field.width, CV_32FC1, const_cast<float*>(field.values.data())};
}
cv::Mat mat_of(FloatImage& image) { return {image.height, image.width, CV_32FC3, image.rgb.data()}; }
cv::Mat mat_of(const FloatImage& image) {
  return {image.height, image.width, CV_32FC3, const_cast<float*>(image.rgb.data())};
}

std::vector<cv::Point> fixed_points(const std::vector<Point>& points) {
  std::vector<cv::Point> fixed;
  fixed.reserve(points.size());
  for (const Point& p : points) {
    // OpenCV puts whole numbers on pixel centres, the domain on pixel corners.
    fixed.emplace_back(cvRound((p.x - 0.5) * (1 << kShift)), cvRound((p.y - 0.5) * (1 << kShift)));
  }
  return fixed;
}

}  // namespace

void fill_ring(Mask& mask, const Ring& ring, std::uint8_t value) {
  if (ring.size() < 3) return;
  const std::vector<std::vector<cv::Point>> rings = {fixed_points(ring)};
  cv::Mat target = mat_of(mask);
  cv::fillPoly(target, rings, cv::Scalar(value), cv::LINE_8, kShift);
}

void stroke(Mask& mask, const Polyline& line, double width) {
  if (line.size() < 2) return;
  cv::Mat target = mat_of(mask);
  const std::vector<std::vector<cv::Point>> lines = {fixed_points(line)};
  const int thickness = std::max(1, cvRound(width));
  // Thinner than a pixel: a fainter line.
  const double value = 255 * std::min(1.0, width);
  cv::polylines(target, lines, false, cv::Scalar(value), thickness, cv::LINE_AA, kShift);
}

void write_text(Mask& mask, const std::string& text, Point centre, double height, double thickness) {
  cv::Mat target = mat_of(mask);
  const int font = cv::FONT_HERSHEY_DUPLEX;
  int baseline = 0;
  const cv::Size unit = cv::getTextSize(text, font, 1.0, 1, &baseline);
  const double scale = height / unit.height;
  const cv::Size size = cv::getTextSize(text, font, scale, 1, &baseline);
  const cv::Point corner(cvRound(centre.x - size.width / 2.0), cvRound(centre.y + size.height / 2.0));
  cv::putText(target, text, corner, font, scale, cv::Scalar(255), std::max(1, cvRound(thickness)), cv::LINE_AA);
}

void blur(Field& field, double sigma) {
  if (sigma < 0.15) return;
  cv::Mat pixels = mat_of(field);
  cv::GaussianBlur(pixels, pixels, cv::Size(), sigma, sigma, cv::BORDER_REPLICATE);
}

void blur(FloatImage& image, double sigma) {
  if (sigma < 0.15) return;
  cv::Mat pixels = mat_of(image);
  cv::GaussianBlur(pixels, pixels, cv::Size(), sigma, sigma, cv::BORDER_REPLICATE);
}

Field distance_inside(const Mask& mask) {
  Field field = Field::of_size(mask.width, mask.height);
  cv::Mat out = mat_of(field);
  cv::distanceTransform(mat_of(mask), out, cv::DIST_L2, cv::DIST_MASK_5, CV_32F);
  return field;
}

Field resized(const Field& field, int width, int height) {
  Field out = Field::of_size(width, height);
  cv::Mat target = mat_of(out);
  cv::resize(mat_of(field), target, target.size(), 0, 0, cv::INTER_LINEAR);
  return out;
}

FloatImage resized(const FloatImage& image, int width, int height) {
  FloatImage out = FloatImage::of_size(width, height);
  cv::Mat target = mat_of(out);
  cv::resize(mat_of(image), target, target.size(), 0, 0, cv::INTER_LINEAR);
  return out;
}

FloatImage area_reduced(const FloatImage& image, int factor) {
  FloatImage out = FloatImage::of_size(image.width / factor, image.height / factor);
  cv::Mat target = mat_of(out);
  cv::resize(mat_of(image), target, target.size(), 0, 0, cv::INTER_AREA);
  return out;
}

Mask majority_reduced(const Mask& labels, int factor) {
  Mask out = Mask::of_size(labels.width / factor, labels.height / factor);
  for (int y = 0; y < out.height; ++y) {
    for (int x = 0; x < out.width; ++x) {
      std::array<int, 256> votes{};
      std::uint8_t winner = labels.at(x * factor, y * factor);
      for (int dy = 0; dy < factor; ++dy) {
        for (int dx = 0; dx < factor; ++dx) {
          ++votes[labels.at(x * factor + dx, y * factor + dy)];
        }
      }
      for (int dy = 0; dy < factor; ++dy) {
        for (int dx = 0; dx < factor; ++dx) {
          const std::uint8_t value = labels.at(x * factor + dx, y * factor + dy);
          if (votes[value] > votes[winner]) winner = value;
        }
      }
      out.at(x, y) = winner;
    }
  }
  return out;
}

Image quantized(const FloatImage& image) {
  Image out = Image::of_size(image.width, image.height);
  for (std::size_t i = 0; i < image.rgb.size(); ++i) {
    out.rgb[i] = static_cast<std::uint8_t>(std::clamp(image.rgb[i], 0.0f, 1.0f) * 255.0f + 0.5f);
  }
  return out;
}

}  // namespace jaedan::labeling::synth
