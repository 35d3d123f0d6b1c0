#include "inference/net/losses.h"

#include <algorithm>
#include <utility>

#include "inference/garments/body.h"
#include "inference/garments/part_set.h"

namespace jaedan::inference {

torch::Tensor pixel_cross_entropy(const torch::Tensor& logits, const torch::Tensor& labels, double smoothing) {
  const torch::Tensor log_p = at::log_softmax(logits, 1);
  const torch::Tensor no_garment = labels == kNoGarmentPixel;
  const torch::Tensor known = (labels < kPixelClassCount);
  const torch::Tensor target = at::where(known, labels, at::zeros_like(labels));
  const torch::Tensor hit = log_p.gather(1, target.unsqueeze(1)).squeeze(1);
  torch::Tensor loss = -(1 - smoothing) * hit - smoothing * log_p.mean(1);
  loss = loss.masked_fill(known.logical_not(), 0);
  if (no_garment.any().item<bool>()) {
    const torch::Tensor others = at::cat({log_p.slice(1, 0, 1), log_p.slice(1, kPartCount + 1)}, 1);
    const torch::Tensor either = -(1 - smoothing) * at::logsumexp(others, 1) - smoothing * log_p.mean(1);
    loss = loss + either.masked_fill(no_garment.logical_not(), 0);
  }
  return loss.sum() / (known.sum() + no_garment.sum()).clamp_min(1);
}

torch::Tensor part_dice_loss(const torch::Tensor& logits, const torch::Tensor& labels) {
  const torch::Tensor valid = (labels != kIgnoredPixel);
  const torch::Tensor p = at::softmax(logits, 1).slice(1, 1, kPartCount + 1);
  const torch::Tensor parts = at::arange(1, kPartCount + 1, labels.options()).view({1, -1, 1, 1});
  const torch::Tensor truth = (labels.unsqueeze(1) == parts).to(p.scalar_type());
  const torch::Tensor weighted = p * valid.unsqueeze(1).to(p.scalar_type());
  const torch::Tensor both = (weighted * truth).sum({0, 2, 3});
  const torch::Tensor sizes = weighted.sum({0, 2, 3}) + truth.sum({0, 2, 3});
  const torch::Tensor shown = (truth.sum({0, 2, 3}) > 0).to(p.scalar_type());
  const torch::Tensor dice = (2 * both + 1) / (sizes + 1);
  return ((1 - dice) * shown).sum() / shown.sum().clamp_min(1);
}

torch::Tensor part_lovasz_loss(const torch::Tensor& logits, const torch::Tensor& labels) {
  const torch::Tensor valid = (labels != kIgnoredPixel).flatten();
  const torch::Tensor p =
      at::softmax(logits, 1).slice(1, 1, kPartCount + 1).permute({1, 0, 2, 3}).reshape({kPartCount, -1});
  const torch::Tensor flat = labels.flatten();
  torch::Tensor sum = at::zeros({}, p.options());
  int shown = 0;
  for (int part = 1; part <= kPartCount; ++part) {
    const torch::Tensor truth = (flat == part).to(p.scalar_type()).masked_select(valid);
    const double total = truth.sum().item<double>();
    if (total == 0) continue;
    const torch::Tensor errors = (truth - p[part - 1].masked_select(valid)).abs();
    const auto [sorted, order] = errors.sort(0, true);
    const torch::Tensor hits = truth.index_select(0, order).detach();
    const torch::Tensor both = total - hits.cumsum(0), either = total + (1 - hits).cumsum(0);
    const torch::Tensor jaccard = 1 - both / either;
    const torch::Tensor gradient = at::cat({jaccard.slice(0, 0, 1), jaccard.slice(0, 1) - jaccard.slice(0, 0, -1)});
    sum = sum + at::dot(sorted, gradient);
    ++shown;
  }
  return sum / std::max(shown, 1);
}

torch::Tensor mask_loss(const torch::Tensor& logits, const torch::Tensor& truth, double dice_weight) {
  const torch::Tensor known = (truth != kIgnoredPixel).to(at::kFloat).flatten(1);
  const torch::Tensor inside = (truth == 1).to(at::kFloat).flatten(1);
  const torch::Tensor p = logits.sigmoid().flatten(1);
  const torch::Tensor p_right = inside * p + (1 - inside) * (1 - p);
  // The weights are measured, not learnt through.
  const torch::Tensor wrongness = ((1 - p_right).pow(2) * known).detach();
  const torch::Tensor weights =
      wrongness / (wrongness.sum(1, true) + 1e-6) * 0.5 + 0.5 * known / (known.sum(1, true) + 1);
  const torch::Tensor focal = -(weights * p_right.clamp_min(1e-6).log()).sum(1);
  const torch::Tensor both = (p * inside * known).sum(1), either = ((p + inside) * known).sum(1);
  const torch::Tensor dice = 1 - (2 * both + 1) / (either + 1);
  return (focal + dice_weight * dice).mean();
}

torch::Tensor presence_loss(const torch::Tensor& logits, const torch::Tensor& targets) {
  const torch::Tensor known = (targets >= 0).to(logits.scalar_type());
  const torch::Tensor loss =
      at::binary_cross_entropy_with_logits(logits, targets.clamp_min(0), known, {}, at::Reduction::Sum);
  return loss / known.sum().clamp_min(1);
}

torch::Tensor part_set_loss(const torch::Tensor& logits, const torch::Tensor& present, double smoothing) {
  std::vector<float> members;
  for (int set = 0; set < kPartSetCount; ++set) {
    for (int part = 0; part < kPartCount; ++part) members.push_back(static_cast<float>(set >> part & 1));
  }
  const torch::Tensor member = torch::tensor(members).view({1, kPartSetCount, kPartCount}).to(logits.device());
  const torch::Tensor known = present.unsqueeze(1);  // N×1×4
  const torch::Tensor agrees = ((known < 0) | ((known > 0.5) == (member > 0.5))).all(2);
  const torch::Tensor log_p = at::log_softmax(logits, 1);
  const torch::Tensor hit = at::logsumexp(log_p.masked_fill(agrees.logical_not(), -1e4), 1);
  return -(1 - smoothing) * hit.mean() - smoothing * log_p.mean();
}

torch::Tensor head_loss(const torch::Tensor& logits, const torch::Tensor& said, bool multiple, double smoothing,
                        const torch::Tensor& offsets) {
  if (multiple) return at::binary_cross_entropy_with_logits(logits, said);
  constexpr double kImpossible = -1e9;
  const torch::Tensor compared = at::log_softmax(offsets.defined() ? logits + offsets : logits, 1);
  const torch::Tensor right = at::logsumexp(compared.masked_fill(said < 0.5, kImpossible), {1});
  return -(1 - smoothing) * right.mean() - smoothing * at::log_softmax(logits, 1).mean();
}

torch::Tensor body_loss(const torch::Tensor& logits, const torch::Tensor& truth) {
  const torch::Tensor known = truth != kUnknownBody;
  const torch::Tensor target = truth.masked_fill(known.logical_not(), 0);
  const torch::Tensor hit = at::log_softmax(logits, 1).gather(1, target.unsqueeze(1)).squeeze(1);
  return -hit.masked_fill(known.logical_not(), 0).sum() / known.sum().clamp_min(1);
}

torch::Tensor key_point_loss(const torch::Tensor& logits, const torch::Tensor& truth, int columns, int rows) {
  constexpr float kSure = 0.3F;
  const torch::Tensor points = truth.to(at::kCPU).contiguous();
  const auto known = points.accessor<float, 3>();
  const int64_t cells = int64_t{columns} * rows;
  torch::Tensor target = torch::zeros({points.size(0), points.size(1), cells + 1});
  auto shares = target.accessor<float, 3>();
  for (int64_t n = 0; n < points.size(0); ++n) {
    if (points[n].select(1, 2).max().item<float>() == 0) continue;
    for (int64_t p = 0; p < points.size(1); ++p) {
      const float score = known[n][p][2];
      if (score == 0) shares[n][p][cells] = 1;
      if (score < kSure) continue;
      const float x = std::clamp(known[n][p][0] * float(columns) - 0.5F, 0.0F, float(columns - 1));
      const float y = std::clamp(known[n][p][1] * float(rows) - 0.5F, 0.0F, float(rows - 1));
      const int left = static_cast<int>(x), above = static_cast<int>(y);
      for (const auto& [column, across] : {std::pair(left, 1 - (x - float(left))), {left + 1, x - float(left)}}) {
        for (const auto& [row, down] : {std::pair(above, 1 - (y - float(above))), {above + 1, y - float(above)}}) {
          if (column < columns && row < rows) shares[n][p][int64_t{row} * columns + column] += across * down;
        }
      }
    }
  }
  target = target.to(logits.device());
  return -(target * at::log_softmax(logits, 2)).sum() / target.sum().clamp_min(1);
}

torch::Tensor value_presence_loss(const HeadSpec& head, const torch::Tensor& logits, const torch::Tensor& present,
                                  const torch::Tensor& said) {
  std::vector<float> members;  // parts × values: what may be said of what
  for (const Part part : kAllParts) {
    for (const HeadValue& value : head.values) members.push_back(may_be_said(value, part) ? 1.0F : 0.0F);
  }
  const auto values = static_cast<int64_t>(head.values.size());
  const torch::Tensor member = (torch::tensor(members).view({1, kPartCount, values}) > 0.5).to(logits.device());
  const torch::Tensor there = (present > 0.5).unsqueeze(2);  // N×4×1
  const torch::Tensor is_labelled = (said >= 0).any(2, true);
  const torch::Tensor is_settled = (present == 0).unsqueeze(2) | (there & is_labelled);
  const torch::Tensor shows = (there & (said > 0.5) & member).any(1);  // N×values
  const torch::Tensor known = (shows | (is_settled | member.logical_not()).all(1)).to(logits.scalar_type());
  const torch::Tensor target = shows.to(logits.scalar_type());
  const torch::Tensor sum = at::binary_cross_entropy_with_logits(logits, target, known, {}, at::Reduction::Sum);
  return sum / double(kPartCount * logits.size(0));
}

}  // namespace jaedan::inference
