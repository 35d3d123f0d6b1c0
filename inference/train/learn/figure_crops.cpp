#include "inference/train/learn/figure_crops.h"

#include <algorithm>
#include <array>

#include "inference/garments/figures.h"
#include "inference/garments/label_pixels.h"
#include "inference/net/half_precision.h"
#include "inference/net/tensors.h"
#include "inference/train/data/folder_reading.h"

namespace jaedan::inference {
namespace {

// Where the figure is, is seen at less than half of the usual size; outlines are drawn at about the usual one.
constexpr InputSize kLook = {160, 256}, kDraw = {288, 416};
constexpr double kLeastDrawn = 0.002;  // of the photo, for a part that is seen at all

ClassScores look_at(const Image& photo, Segmenter& network, torch::Device device, InputSize size,
                    const torch::Tensor& told = {}) {
  const NetworkInput input = prepare_input(photo.view(), input_size_for(photo.width, photo.height, size));
  const torch::Tensor image = image_tensor(input.pixels, input.width, input.height, device);
  const HalfPrecision half(true);  // places and rough outlines need no more
  return class_scores(network->forward(image, told.defined() ? told.to(device) : told).logits);
}

// Everything of each pixel, where its middle is.
void crop(TrainingItem& item, const Rect& box) {
  const Rect part = pixels_of(box, item.photo.width, item.photo.height);
  const auto x0 = static_cast<int>(part.x), y0 = static_cast<int>(part.y);
  Image photo = Image::of_size(static_cast<int>(part.width), static_cast<int>(part.height));
  Mask labels = Mask::of_size(photo.width, photo.height);
  const bool has_body = !item.body.pixels.empty();
  const Mask whole_body = has_body ? scale_labels(item.body, item.photo.width, item.photo.height) : Mask();
  Mask body = has_body ? Mask::of_size(photo.width, photo.height) : Mask();
  for (int y = 0; y < photo.height; ++y) {
    const std::size_t from = std::size_t(y0 + y) * item.photo.width + x0, to = std::size_t(y) * photo.width;
    std::copy_n(&item.photo.rgb[3 * from], 3 * std::size_t(photo.width), &photo.rgb[3 * to]);
    std::copy_n(&item.labels.pixels[from], photo.width, &labels.pixels[to]);
    if (has_body) std::copy_n(&whole_body.pixels[from], photo.width, &body.pixels[to]);
  }
  if (item.key_points) {
    for (KeyPoint& point : *item.key_points) {
      point.at.x = (point.at.x * item.photo.width - x0) / photo.width;
      point.at.y = (point.at.y * item.photo.height - y0) / photo.height;
    }
  }
  item.photo = std::move(photo);
  item.labels = std::move(labels);
  item.body = std::move(body);
}

// Teachers of bodies see everybody in the photo: what lies on another figure, or beside this one, is unknown.
void forget_other_bodies(TrainingItem& item, const Figures& figures) {
  const auto figure_at = [&](double x, double y) {
    const int column = std::clamp(static_cast<int>(x * figures.width), 0, figures.width - 1);
    const int row = std::clamp(static_cast<int>(y * figures.height), 0, figures.height - 1);
    return figures.of_cell[std::size_t(row) * figures.width + column];
  };
  for (int y = 0; y < item.body.height; ++y) {
    for (int x = 0; x < item.body.width; ++x) {
      std::uint8_t& part = item.body.pixels[std::size_t(y) * item.body.width + x];
      const int figure = figure_at((x + 0.5) / item.body.width, (y + 0.5) / item.body.height);
      if (figure > 1 || (figure == 0 && part != std::uint8_t(BodyPart::kNone))) part = kUnknownBody;
    }
  }
  if (!item.key_points) return;
  constexpr double kBeside = 0.02;  // of the sides: joints lie near the outline at times
  const Rect& box = figures.main_box;
  for (KeyPoint& point : *item.key_points) {
    bool is_near = false;
    for (const double dx : {-kBeside, 0.0, kBeside}) {
      for (const double dy : {-kBeside, 0.0, kBeside}) is_near |= figure_at(point.at.x + dx, point.at.y + dy) == 1;
    }
    if (!is_near) point = {{box.x + box.width / 2, box.y + box.height / 2}, kUnknownPoint};
  }
}

bool has_pixels(const TrainingItem& item) {
  return std::any_of(item.labels.pixels.begin(), item.labels.pixels.end(),
                     [](std::uint8_t value) { return value != kIgnoredPixel; });
}

// The parts of the figure that may be worn, by the network; of the rest nothing is known.
void draw_garments(TrainingItem& item, Segmenter& network, torch::Device device) {
  PartSet worn = 0;
  bool is_settled = true;
  std::array<bool, kPixelClassCount> allowed;
  allowed.fill(true);
  for (std::size_t part = 0; part < kPartCount; ++part) {
    allowed[part + 1] = item.present[part] != 0;
    is_settled = is_settled && item.present[part] >= 0;
    if (item.present[part] > 0) worn |= part_set_of(kAllParts[part]);
  }
  const bool may_tell = is_settled && network->takes_told_parts();
  const ClassScores scores = look_at(item.photo, network, device, kDraw, may_tell ? told_parts(worn) : torch::Tensor());
  item.labels = label_pixels(scores, allowed, item.photo.width, item.photo.height);
  std::array<std::size_t, kPixelClassCount> pixels{};
  for (std::uint8_t& value : item.labels.pixels) {
    ++pixels[value];
    const bool is_known = value >= 1 && value <= kPartCount && item.present[value - 1U] > 0;
    if (!is_known) value = kIgnoredPixel;
  }
  for (std::size_t part = 0; part < kPartCount; ++part) {
    const bool is_seen = double(pixels[part + 1]) >= kLeastDrawn * double(item.labels.pixels.size());
    item.without_mask[part] = item.present[part] > 0 && !is_seen;
  }
}

}  // namespace

Status crop_to_figures(std::vector<TrainingSource>& sources, Segmenter& network, torch::Device device,
                       FigureOutlines outlines, const PreparationWatch& watch) {
  torch::InferenceMode no_gradients;
  network->eval();
  Preparation preparation(sources, watch);
  for (TrainingSource& source : sources) {
    for (TrainingItem& item : source.items) {
      JAEDAN_RETURN_IF_ERROR(preparation.next());
      if (item.is_crop) continue;
      if (outlines == FigureOutlines::kDrawn && !has_pixels(item)) draw_garments(item, network, device);
      const Figures figures = find_figures(look_at(item.photo, network, device, kLook));
      if (figures.count > 0) forget_other_bodies(item, figures);
      crop(item, figures.main_box);
    }
  }
  return {};
}

}  // namespace jaedan::inference
