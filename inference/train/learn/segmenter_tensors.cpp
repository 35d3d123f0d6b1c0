#include "inference/train/learn/segmenter_tensors.h"

#include <algorithm>

namespace jaedan::inference {
namespace {

template <typename Value>
torch::Tensor borrow(const std::vector<Value>& values, at::IntArrayRef shape, at::ScalarType type) {
  return torch::from_blob(const_cast<Value*>(values.data()), shape, type);
}

// Rows of `width` values: 1 at the answers, else 0; −1 in a row without any.
torch::Tensor rows_of(const std::vector<std::vector<int>>& answers, int64_t width) {
  torch::Tensor rows = torch::zeros({static_cast<int64_t>(answers.size()), width});
  for (std::size_t i = 0; i < answers.size(); ++i) {
    torch::Tensor row = rows[static_cast<int64_t>(i)];
    if (answers[i].empty()) row.fill_(-1);
    for (const int answer : answers[i]) row[answer] = 1;
  }
  return rows;
}

// Garments in view of which some head's answer is known, by their place among count × 4.
std::vector<std::size_t> known_garments(const Batch& batch) {
  std::vector<std::size_t> known;
  for (std::size_t i = 0; i < batch.present.size(); ++i) {
    const auto knows = [i](const HeadTargets& head) { return !head.shown[i].empty(); };
    if (std::any_of(batch.heads.begin(), batch.heads.end(), knows)) known.push_back(i);
  }
  return known;
}

LearnerTensors::Head head_tensors(const HeadTargets& targets, const std::vector<std::size_t>& garments, int64_t values,
                                  int64_t count) {
  std::vector<int64_t> region;
  std::vector<std::vector<int>> answers;
  for (std::size_t r = 0; r < garments.size(); ++r) {
    if (targets.shown[garments[r]].empty()) continue;
    region.push_back(static_cast<int64_t>(r));
    answers.push_back(targets.shown[garments[r]]);
  }
  std::vector<int64_t> photo;
  std::vector<std::vector<int>> of_photo;
  for (std::size_t i = 0; i < targets.of_photo.size(); ++i) {
    if (targets.of_photo[i].empty()) continue;
    photo.push_back(static_cast<int64_t>(i));
    of_photo.push_back(targets.of_photo[i]);
  }
  return {torch::tensor(region, at::kLong), rows_of(answers, values),
          rows_of(targets.named, values).view({count, kPartCount, values}), torch::tensor(photo, at::kLong),
          rows_of(of_photo, values)};
}

}  // namespace

Batch plain_batch(const TrainingItem& item, const Sample& sample, const std::vector<HeadSpec>& heads) {
  Batch batch;
  batch.count = batch.whole = 1;
  batch.width = sample.width, batch.height = sample.height;
  batch.pixels = sample.pixels, batch.labels = sample.labels, batch.present = {0, 0, 0, 0}, batch.source = {0};
  add_body(sample, batch);
  for (const HeadSpec& head : heads) {
    HeadTargets targets;
    for (const KnownLabels& known : item.known) targets.shown.push_back(answers_to(head, known));
    targets.named = targets.shown;
    targets.of_photo.push_back(answers_to(head, item.of_photo));
    batch.heads.push_back(std::move(targets));
  }
  return batch;
}

LearnerTensors to_tensors(const Batch& batch, const std::vector<HeadSpec>& heads, torch::Device device) {
  const int64_t n = batch.count, h = batch.height, w = batch.width;
  const std::vector<std::size_t> garments = known_garments(batch);
  std::vector<int64_t> photo, part;
  for (const std::size_t garment : garments) {
    photo.push_back(static_cast<int64_t>(garment / kPartCount));
    part.push_back(static_cast<int64_t>(garment % kPartCount) + 1);
  }
  const auto regions = static_cast<int64_t>(garments.size());
  LearnerTensors out;
  out.image = borrow(batch.pixels, {n, h, w, 3}, at::kFloat).permute({0, 3, 1, 2}).to(device);
  out.labels = borrow(batch.labels, {n, h / 2, w / 2}, at::kByte).to(at::kLong).to(device);
  out.present = borrow(batch.present, {n, kPartCount}, at::kFloat).clone().to(device);
  out.source = borrow(batch.source, {n}, at::kLong).clone().to(device);
  out.photo = borrow(photo, {regions}, at::kLong).clone().to(device);
  out.part = borrow(part, {regions}, at::kLong).clone().to(device);
  for (std::size_t i = 0; i < heads.size(); ++i) {
    const LearnerTensors::Head head =
        head_tensors(batch.heads[i], garments, static_cast<int64_t>(heads[i].values.size()), n);
    out.heads.push_back({head.region.to(device), head.said.to(device), head.named.to(device), head.photo.to(device),
                         head.of_photo.to(device)});
  }
  const int64_t cells = kBodyCellPx;
  out.body = borrow(batch.body, {n, h / cells, w / cells}, at::kByte).to(at::kLong).to(device);
  out.key_points = borrow(batch.key_points, {n, kKeyPointCount, 3}, at::kFloat).clone().to(device);
  return out;
}

torch::Tensor region_masks(const LearnerTensors& tensors) {
  const torch::Tensor labels = tensors.labels.index_select(0, tensors.photo);
  return (labels == tensors.part.view({-1, 1, 1})).to(at::kFloat).unsqueeze(1);
}

}  // namespace jaedan::inference
