#include "labeling/formats/overlay.h"

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>
#include <string>
#include <vector>

#include "labeling/domain/mask.h"
#include "labeling/domain/part_colours.h"
#include "labeling/formats/kfashion/kfashion_keys.h"

namespace jaedan::labeling {
namespace {

constexpr double kTint = 0.45;
constexpr int kShift = 4;  // OpenCV draws in 1/16 of a pixel

class OverlayPainter {
 public:
  explicit OverlayPainter(Image& image)
      : image_(image),
        pixels_(image.height, image.width, CV_8UC3, image.rgb.data()),
        line_px_(std::max(1, static_cast<int>(std::lround(std::max(image.width, image.height) / 500.0)))) {}

  void tint(const Garment& garment) {
    const Mask mask = rasterize(garment.region, image_.width, image_.height);
    const Colour colour = colour_of(garment.part);
    const double add[] = {kTint * colour.r, kTint * colour.g, kTint * colour.b};
    for (std::size_t i = 0; i < mask.pixels.size(); ++i) {
      if (!mask.pixels[i]) continue;
      for (int c = 0; c < 3; ++c) {
        std::uint8_t& channel = image_.rgb[3 * i + static_cast<std::size_t>(c)];
        channel = static_cast<std::uint8_t>((1 - kTint) * channel + add[c] + 0.5);
      }
    }
  }

  void outline(const Garment& garment) {
    const Colour colour = colour_of(garment.part);
    for (const Ring& ring : garment.region.rings) {
      std::vector<cv::Point> points;
      for (const Point& p : ring) points.push_back(fixed(p));
      cv::polylines(pixels_, points, true, cv::Scalar(colour.r, colour.g, colour.b), line_px_, cv::LINE_AA, kShift);
    }
  }

  void name(const Garment& garment) {
    if (garment.region.empty()) return;
    std::string text(id_of(garment.part));
    for (const std::string_view attribute : {attribute::kCategory, attribute::kColour}) {
      const AttributeValue* value = find_value(garment.attributes, attribute);
      if (value && is_ascii(value->value)) text += " " + value->value;
    }
    const double scale = std::max(0.35, line_px_ * 0.4);
    int below = 0;
    const cv::Size size = cv::getTextSize(text, cv::FONT_HERSHEY_SIMPLEX, scale, line_px_, &below);
    const Rect box = bounds_of(garment.region);
    const int x = clamped(box.x + box.width / 2 - size.width / 2.0, image_.width - size.width);
    const int y = clamped(box.y + box.height / 2, image_.height - below);
    const cv::Point at(x, std::max(y, size.height));
    // Dark below light: readable on any garment.
    cv::putText(pixels_, text, at, cv::FONT_HERSHEY_SIMPLEX, scale, cv::Scalar::all(0), line_px_ * 3, cv::LINE_AA);
    cv::putText(pixels_, text, at, cv::FONT_HERSHEY_SIMPLEX, scale, cv::Scalar::all(255), line_px_, cv::LINE_AA);
  }

 private:
  /// OpenCV's coordinates name pixel centres, ours pixel corners.
  static cv::Point fixed(Point p) {
    const auto part = [](double v) {
      return static_cast<int>(std::lround(std::clamp(v - 0.5, -1e6, 1e6) * (1 << kShift)));
    };
    return {part(p.x), part(p.y)};
  }

  static int clamped(double value, int most) {
    return static_cast<int>(std::clamp(value, 0.0, static_cast<double>(std::max(most, 0))));
  }

  static bool is_ascii(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c >= 0x20 && c < 0x7F; });
  }

  Image& image_;
  cv::Mat pixels_;
  const int line_px_;
};

}  // namespace

Image draw_overlay(ImageView photo, const Annotation& annotation) {
  Image image = {
      photo.width, photo.height,
      std::vector<std::uint8_t>(photo.rgb, photo.rgb + static_cast<std::size_t>(photo.width) * photo.height * 3)};
  OverlayPainter painter(image);
  const auto for_each = [&](auto paint) {
    for (const Part part : kfashion::paint_order()) {
      for (const Garment& garment : annotation.garments) {
        if (garment.part == part) paint(garment);
      }
    }
  };
  for_each([&](const Garment& garment) { painter.tint(garment); });
  for_each([&](const Garment& garment) { painter.outline(garment); });
  for_each([&](const Garment& garment) { painter.name(garment); });
  return image;
}

}  // namespace jaedan::labeling
