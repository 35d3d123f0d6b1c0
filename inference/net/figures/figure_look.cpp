#include "inference/net/figures/figure_look.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "inference/garments/postprocess.h"
#include "inference/garments/reach.h"
#include "inference/net/tensors.h"

namespace jaedan::inference {
namespace {

constexpr int kMaskCellPx = 4;  // of the frame: as fine as anything that is pooled

Region in_frame(const Region& region, const FigureFrame& frame) {
  Region placed;
  for (const auto& ring : region.rings) {
    auto& points = placed.rings.emplace_back();
    for (const Point& point : ring) points.push_back(frame.in_frame(point));
  }
  return placed;
}

/// Where a key point most likely is, as the middle of mass around its likeliest cell, in shares of the frame.
KeyPoint point_of(const float* chances, int columns, int rows) {
  const auto best = static_cast<int>(std::max_element(chances, chances + std::ptrdiff_t{columns} * rows) - chances);
  const int column = best % columns, row = best / columns;
  KeyPoint point;
  double mass = 0;
  for (int y = std::max(0, row - 1); y <= std::min(rows - 1, row + 1); ++y) {
    for (int x = std::max(0, column - 1); x <= std::min(columns - 1, column + 1); ++x) {
      const double chance = chances[y * columns + x];
      point.at.x += chance * (x + 0.5) / columns;
      point.at.y += chance * (y + 0.5) / rows;
      mass += chance;
    }
  }
  point.at = {point.at.x / mass, point.at.y / mass};
  point.score = std::min(1.0, mass);
  return point;
}

}  // namespace

FigureLook::FigureLook(FigureNetwork& network, const ModelCard& card, torch::Device device, const ImageView& photo,
                       const Rect& box)
    : network_(network),
      card_(card),
      device_(device),
      photo_size_{photo.width, photo.height},
      frame_(frame_of(box, photo.width, photo.height, {card.figure_width, card.figure_height})) {
  const NetworkInput input = prepare_figure(photo, frame_);
  torch::Tensor image = image_tensor(input.pixels, input.width, input.height, device_);
  // One pass for both, and surer of the parts: 0.05 nats a photo.
  image = at::cat({image, image.flip({3})}).contiguous(at::MemoryFormat::ChannelsLast);
  view_ = network_->look(image);
  key_points_ = find_key_points();
}

PerPartSet FigureLook::log_prior() const {
  PerPartSet log_prior{};
  const std::vector<float> values = values_of(at::log_softmax(view_.sets.to(at::kFloat).mean(0), 0));
  std::copy(values.begin(), values.end(), log_prior.begin());
  return log_prior;
}

HeadLogits FigureLook::photo_logits() const {
  HeadLogits logits(card_.heads.size());
  for (std::size_t h = 0; h < logits.size(); ++h) {
    if (view_.photo[h].defined()) logits[h] = values_of(view_.photo[h].mean(0));
  }
  return logits;
}

torch::Tensor FigureLook::masks_of(const std::vector<AskedGarment>& garments) const {
  const int columns = frame_.size.width / kMaskCellPx, rows = frame_.size.height / kMaskCellPx;
  torch::Tensor masks = torch::empty({static_cast<int64_t>(garments.size()), 1, rows, columns});
  for (std::size_t i = 0; i < garments.size(); ++i) {
    const std::vector<float> weights =
        cell_weights(in_frame(*garments[i].region, frame_), frame_.size.width, frame_.size.height, columns, rows);
    std::copy(weights.begin(), weights.end(), masks[static_cast<int64_t>(i)].data_ptr<float>());
  }
  return masks.to(device_);
}

torch::Tensor FigureLook::known_of(const std::vector<AskedGarment>& garments) const {
  torch::Tensor known = torch::zeros({static_cast<int64_t>(garments.size()), network_->known_values()});
  for (std::size_t i = 0; i < garments.size(); ++i) {
    if (garments[i].known == nullptr) continue;
    int64_t first = 0;
    for (const HeadSpec& head : card_.heads) {
      if (head.scope != HeadScope::kGarment) continue;
      for (const std::string& value : values_of(*garments[i].known, head.attribute)) {
        const int place = index_of(head, value);
        if (place >= 0) known[static_cast<int64_t>(i)][first + place] = 1;
      }
      first += static_cast<int64_t>(head.values.size());
    }
  }
  return known.to(device_);
}

std::vector<HeadLogits> FigureLook::label(const std::vector<AskedGarment>& garments) {
  std::vector<HeadLogits> labels(garments.size(), HeadLogits(card_.heads.size()));
  if (garments.empty()) return labels;
  const auto count = static_cast<int64_t>(garments.size());
  AskedGarments asked;
  asked.masks = masks_of(garments);
  asked.figure = torch::zeros({count}, at::kLong).to(device_);
  asked.parts = torch::zeros({count, kPartCount});
  for (int64_t i = 0; i < count; ++i) {
    asked.parts[i][mask_value(garments[static_cast<std::size_t>(i)].part) - 1] = 1;
  }
  asked.parts = asked.parts.to(device_);
  asked.known = known_of(garments);
  asked.masks = at::cat({asked.masks, asked.masks.flip({3})});
  asked.figure = at::cat({asked.figure, asked.figure + 1});
  asked.parts = at::cat({asked.parts, asked.parts}), asked.known = at::cat({asked.known, asked.known});
  const std::vector<torch::Tensor> answers = network_->label(view_, asked);
  for (std::size_t h = 0; h < answers.size(); ++h) {
    if (!answers[h].defined()) continue;
    const torch::Tensor mean = answers[h].view({2, count, -1}).mean(0);
    for (int64_t i = 0; i < count; ++i) labels[static_cast<std::size_t>(i)][h] = values_of(mean[i]);
  }
  return labels;
}

std::vector<MeasuredLengths> FigureLook::measure(const std::vector<AskedGarment>& garments) const {
  const auto outer = std::find_if(garments.begin(), garments.end(),
                                  [](const AskedGarment& garment) { return garment.part == Part::kOuter; });
  std::vector<MeasuredLengths> measures;
  for (const AskedGarment& garment : garments) {
    const bool is_below = outer != garments.end() && garment.part != Part::kOuter;
    measures.push_back(measured_lengths(garment.part, *garment.region, key_points_, photo_size_.width,
                                        photo_size_.height, is_below ? *outer->region : Region()));
  }
  return measures;
}

KeyPoints FigureLook::find_key_points() const {
  const auto columns = static_cast<int>(view_.middle.size(3)), rows = static_cast<int>(view_.middle.size(2));
  const torch::Tensor chances = at::softmax(view_.key_points[0].to(at::kFloat), 1).to(at::kCPU).contiguous();
  KeyPoints points{};
  for (int place = 0; place < kKeyPointCount; ++place) {
    KeyPoint point = point_of(chances[place].data_ptr<float>(), columns, rows);
    const Point seen = frame_.in_photo({point.at.x * frame_.size.width, point.at.y * frame_.size.height});
    const bool is_seen = chances[place][int64_t{columns} * rows].item<float>() < 0.5F;
    point.at = {seen.x / photo_size_.width, seen.y / photo_size_.height};
    points[static_cast<std::size_t>(place)] = is_seen ? point : KeyPoint{};
  }
  return points;
}

}  // namespace jaedan::inference
