#include "inference/train/measure/metrics.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace jaedan::inference {
namespace {

constexpr double kFalsePartShare = 0.01;

double share_at_least(const std::vector<double>& values, double bar) {
  if (values.empty()) return 0;
  const auto good = std::count_if(values.begin(), values.end(), [bar](double value) { return value >= bar; });
  return double(good) / double(values.size());
}

double mean(const std::vector<double>& values) {
  return values.empty() ? 0 : std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
}

}  // namespace

void SegmentationMeter::add(const Mask& predicted, const Mask& truth) {
  assert(predicted.width == truth.width && predicted.height == truth.height);
  std::array<double, kPartCount> both{}, said{}, shown{};
  for (std::size_t i = 0; i < truth.pixels.size(); ++i) {
    const std::uint8_t p = predicted.pixels[i], t = truth.pixels[i];
    if (t == kIgnoredPixel) continue;
    const bool p_part = p >= 1 && p <= kPartCount, t_part = t >= 1 && t <= kPartCount;
    if (p_part) ++said[p - 1U];
    if (t_part) ++shown[t - 1U];
    if (p_part && p == t) ++both[p - 1U];
  }
  for (std::size_t c = 0; c < kPartCount; ++c) {
    const double either = said[c] + shown[c] - both[c];
    parts_[c].both += both[c];
    parts_[c].either += either;
    if (shown[c] >= kLeastTruePixels) {
      parts_[c].ious.push_back(both[c] / either);
    } else if (shown[c] == 0) {
      ++parts_[c].absent;
      // Of the whole photo, ignored pixels included, as the scoring rule says.
      if (said[c] >= kFalsePartShare * double(truth.pixels.size())) ++parts_[c].wrongly_seen;
    }
  }
}

SegmentationScore SegmentationMeter::score() const {
  SegmentationScore score;
  std::vector<double> all, seen;
  for (std::size_t c = 0; c < kPartCount; ++c) {
    const Part& part = parts_[c];
    PartScore& out = score.parts[c];
    out.seen = part.either > 0;
    out.iou = part.both / std::max(part.either, 1.0);
    out.per_photo = mean(part.ious);
    out.kept = share_at_least(part.ious, kKeptIou);
    out.found = share_at_least(part.ious, kFoundIou);
    out.false_rate = double(part.wrongly_seen) / std::max(part.absent, 1);
    out.photos = static_cast<int>(part.ious.size());
    score.miou_of_all += out.iou / kPartCount;
    if (out.seen) seen.push_back(out.iou);
    all.insert(all.end(), part.ious.begin(), part.ious.end());
  }
  score.miou = mean(seen);
  score.per_garment = mean(all);
  score.kept = share_at_least(all, kKeptIou);
  score.found = share_at_least(all, kFoundIou);
  score.garments = static_cast<int>(all.size());
  return score;
}

std::optional<double> part_iou(const Mask& predicted, const Mask& truth, Part part) {
  assert(predicted.width == truth.width && predicted.height == truth.height);
  const std::uint8_t value = mask_value(part);
  double both = 0, either = 0;
  for (std::size_t i = 0; i < truth.pixels.size(); ++i) {
    if (truth.pixels[i] == kIgnoredPixel) continue;
    const bool p = predicted.pixels[i] == value, t = truth.pixels[i] == value;
    both += p && t;
    either += p || t;
  }
  return either > 0 ? std::optional(both / either) : std::nullopt;
}

double mean_iou(const Mask& predicted, const Mask& truth) {
  std::vector<double> ious;
  for (const Part part : kAllParts) {
    if (const std::optional<double> iou = part_iou(predicted, truth, part)) ious.push_back(*iou);
  }
  return ious.empty() ? 1 : mean(ious);
}

std::int64_t ConfusionMatrix::total() const { return std::accumulate(counts_.begin(), counts_.end(), std::int64_t{0}); }

double ConfusionMatrix::accuracy() const {
  std::int64_t right = 0;
  for (int c = 0; c < classes_; ++c) right += at(c, c);
  const std::int64_t all = total();
  return all == 0 ? 0 : double(right) / double(all);
}

}  // namespace jaedan::inference
