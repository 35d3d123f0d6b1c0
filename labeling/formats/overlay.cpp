#include "labeling/formats/overlay.h"

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>
#include <string>
#include <vector>

#include "labeling/domain/mask.h"
#include "labeling/domain/name_tags.h"
#include "labeling/domain/part_colours.h"
#include "labeling/formats/kfashion/kfashion_keys.h"

namespace jaedan::labeling {
namespace {

constexpr double kTint = 0.45;
constexpr double kShownBehindNames = 0.2;
constexpr int kShift = 4;  // OpenCV draws in 1/16 of a pixel

class OverlayPainter {
 public:
  explicit OverlayPainter(Image& image)
      : image_(image),
        pixels_(image.height, image.width, CV_8UC3, image.rgb.data()),
        line_px_(std::max(1, static_cast<int>(std::lround(std::max(image.width, image.height) / 500.0)))),
        tags_({0, 0, double(image.width), double(image.height)}, kGap) {}

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
    int below = 0;
    const int height = cv::getTextSize("dj", kFont, letters_, line_px_, &below).height;
    const int pad = std::max(2, height / 3), dot = std::max(2, height / 3);
    const int before = 2 * (pad + dot);
    const std::string text = text_of(garment, image_.width - 2 * kGap - before - pad);
    const int width = before + width_of(text) + pad;
    const Point corner = tags_.place(bounds_of(garment.region), {double(width), double(height + below + pad)});
    const cv::Rect tag(static_cast<int>(corner.x), static_cast<int>(corner.y), width, height + below + pad);
    darken(tag);
    const Colour colour = colour_of(garment.part);
    const cv::Point middle(tag.x + pad + dot, tag.y + tag.height / 2);
    cv::circle(pixels_, middle, dot, cv::Scalar(colour.r, colour.g, colour.b), cv::FILLED, cv::LINE_AA);
    const cv::Point base(tag.x + before, tag.y + pad / 2 + height);
    cv::putText(pixels_, text, base, kFont, letters_, cv::Scalar::all(255), line_px_, cv::LINE_AA);
  }

 private:
  /// OpenCV's coordinates name pixel centres, ours pixel corners.
  static cv::Point fixed(Point p) {
    const auto part = [](double v) {
      return static_cast<int>(std::lround(std::clamp(v - 0.5, -1e6, 1e6) * (1 << kShift)));
    };
    return {part(p.x), part(p.y)};
  }

  int width_of(const std::string& text) const {
    int below = 0;
    return cv::getTextSize(text, kFont, letters_, line_px_, &below).width;
  }

  /// The part and as many of its words as have room.
  std::string text_of(const Garment& garment, int room) const {
    std::string text(id_of(garment.part));
    for (const std::string_view attribute : {attribute::kCategory, attribute::kColour}) {
      const AttributeValue* value = find_value(garment.attributes, attribute);
      if (!value || !is_ascii(value->value)) continue;
      if (const std::string longer = text + " " + value->value; width_of(longer) <= room) text = longer;
    }
    return text;
  }

  /// The ground that letters can be read on, whatever the photo shows there.
  void darken(const cv::Rect& tag) {
    cv::Mat ground = pixels_(tag & cv::Rect(0, 0, image_.width, image_.height));
    ground.convertTo(ground, -1, kShownBehindNames);
  }

  static bool is_ascii(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c >= 0x20 && c < 0x7F; });
  }

  static constexpr int kFont = cv::FONT_HERSHEY_SIMPLEX;
  static constexpr int kGap = 3;  // around names, in pixels

  Image& image_;
  cv::Mat pixels_;
  const int line_px_;
  const double letters_ = std::max(0.35, line_px_ * 0.4);  // as OpenCV measures letters
  NameTags tags_;
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
