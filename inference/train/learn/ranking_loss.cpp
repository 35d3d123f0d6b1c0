#include "inference/train/learn/ranking_loss.h"

#include <cmath>

#include "inference/train/data/random.h"

namespace jaedan::inference {
namespace {

constexpr double kTemperature = 0.1;

}  // namespace

torch::Tensor ranking_loss(const torch::Tensor& vectors, const std::vector<torch::Tensor>& groups) {
  const int64_t count = vectors.size(0);
  const torch::Tensor self = torch::eye(count, at::kBool).to(vectors.device());
  const torch::Tensor likeness = at::mm(vectors, vectors.t()) / kTemperature;
  const torch::Tensor chance = at::log_softmax(likeness.masked_fill(self, -1e9), 1);
  torch::Tensor loss = torch::zeros({}).to(vectors.device());
  int asked = 0;
  for (const torch::Tensor& group : groups) {
    const torch::Tensor known = group >= 0;
    const torch::Tensor together = (group.unsqueeze(0) == group.unsqueeze(1))
                                       .logical_and(known.unsqueeze(0))
                                       .logical_and(self.logical_not())
                                       .to(at::kFloat);
    const torch::Tensor company = together.sum(1);
    const torch::Tensor has_company = company > 0;
    if (!has_company.any().item<bool>()) continue;
    const torch::Tensor row = -(chance * together).sum(1) / company.clamp_min(1);
    loss = loss + row.masked_select(has_company).mean();
    ++asked;
  }
  return asked == 0 ? loss : loss / asked;
}

torch::Tensor seen_again(const torch::Tensor& garments, std::uint64_t seed) {
  Random random(seed);
  const int64_t count = garments.size(0);
  torch::Tensor places = torch::zeros({count, 2, 3}), gains = torch::ones({count, 1, 1, 1});
  torch::Tensor seen = garments;
  for (int64_t i = 0; i < count; ++i) {
    const double zoom = random.between(0.8, 1.25), angle = random.between(-0.2, 0.2);
    const double mirror = random.unit() < 0.5 ? -1 : 1;
    const double c = std::cos(angle) * zoom, s = std::sin(angle) * zoom;
    const double rows[2][3] = {{mirror * c, -s, random.between(-0.1, 0.1)}, {mirror * s, c, random.between(-0.1, 0.1)}};
    for (int64_t y = 0; y < 2; ++y) {
      for (int64_t x = 0; x < 3; ++x) places[i][y][x] = rows[y][x];
    }
    gains[i] = random.between(0.85, 1.15);
  }
  const torch::Tensor grid = at::affine_grid_generator(places.to(garments.device()), garments.sizes(), false);
  seen = at::grid_sampler_2d(garments.contiguous(), grid, 0, 0, false) * gains.to(garments.device());
  for (int64_t i = 0; i < count; ++i) {
    if (random.unit() >= 0.4) continue;
    const auto height = seen.size(2), width = seen.size(3);
    const auto h = static_cast<int64_t>(double(height) * random.between(0.15, 0.4));
    const auto w = static_cast<int64_t>(double(width) * random.between(0.15, 0.4));
    const auto y = static_cast<int64_t>(random.below(static_cast<std::uint64_t>(height - h + 1)));
    const auto x = static_cast<int64_t>(random.below(static_cast<std::uint64_t>(width - w + 1)));
    seen[i].slice(1, y, y + h).slice(2, x, x + w).zero_();
  }
  return seen.clamp(-1, 1).contiguous(at::MemoryFormat::ChannelsLast);
}

}  // namespace jaedan::inference
