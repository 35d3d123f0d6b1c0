#include "inference/train/learn/vector_learner.h"

#include <algorithm>
#include <filesystem>

#include "inference/net/half_precision.h"
#include "inference/net/losses.h"
#include "inference/net/open_network.h"
#include "inference/net/weights.h"
#include "inference/train/data/garment_crops.h"
#include "inference/train/data/random.h"
#include "inference/train/learn/figure_crops.h"
#include "inference/train/learn/ranking_loss.h"
#include "inference/train/learn/segmenter_tensors.h"

namespace jaedan::inference {
namespace {

constexpr const char* kBackbone = "backbone.";
constexpr const char* kBackboneOfFigures = "figure.backbone.";
constexpr int64_t kNearest = 10;

/// By image of a batch: the place of the one value of this head that is said of its garment; −1 otherwise.
torch::Tensor values_said(const LearnerTensors& tensors, const LearnerTensors::Head& head) {
  torch::Tensor said = torch::full({tensors.image.size(0)}, -1, at::kLong).to(tensors.image.device());
  if (head.region.numel() == 0) return said;
  const torch::Tensor images = tensors.photo.index_select(0, head.region);
  const torch::Tensor one = head.said.sum(1) == 1;
  said.index_put_({images}, at::where(one, head.said.argmax(1), torch::full({}, -1, at::kLong).to(said.device())));
  return said;
}

/// Rows that agree in all of `values` (each −1 where it is unknown) get one number.
torch::Tensor all_said(const std::vector<torch::Tensor>& values) {
  torch::Tensor both = torch::zeros_like(values.front());
  torch::Tensor known = torch::ones_like(values.front(), at::kBool);
  for (const torch::Tensor& value : values) {
    both = both * 100 + value;
    known = known.logical_and(value >= 0);
  }
  return both.masked_fill(known.logical_not(), -1);
}

torch::Tensor twice(const torch::Tensor& rows) { return at::cat({rows, rows}, 0); }

bool ranks(const TrainingRecipe& recipe, const HeadSpec& head) {
  return std::find(recipe.rank_by.begin(), recipe.rank_by.end(), head.attribute) != recipe.rank_by.end();
}

/// What is known of some garments, row by row, and where they lie.
struct Placed {
  torch::Tensor vectors, part;
  std::vector<torch::Tensor> values;  ///< one for each ranked attribute, then all of them at once
};

}  // namespace

VectorLearner::VectorLearner(const TrainingRecipe& recipe, torch::Device device, std::shared_ptr<VectorNetwork> network,
                             std::shared_ptr<VectorNetwork> average)
    : Learner(recipe, device, *network, *average),
      network_(std::move(network)),
      average_(std::move(average)),
      heads_(heads_of(recipe)) {}

Status VectorLearner::start_from(const std::string& weights_path) {
  JAEDAN_ASSIGN_OR_RETURN(const TensorFile file, read_safetensors(weights_path));
  const std::string figure = kBackboneOfFigures;
  const bool has_figure = std::any_of(file.tensors.begin(), file.tensors.end(),
                                      [&](const auto& tensor) { return tensor.first.rfind(figure, 0) == 0; });
  if (!has_figure) return Learner::start_from(weights_path);
  std::map<std::string, torch::Tensor> backbone;
  for (const auto& [name, tensor] : state_of(*network_)) {
    if (name.rfind(kBackbone, 0) == 0) backbone[name] = tensor;
  }
  return restore(file, "figure.", backbone, weights_path);
}

Status VectorLearner::prepare(std::vector<TrainingSource>& sources, const std::string& proposer,
                              const PreparationWatch& watch) {
  if (proposer.empty()) {
    return Error{ErrorCode::kInvalidArgument, "train.vectors_need_segmenter",
                 "vectors are learnt from garments that a segmenter cuts out: give --proposals"};
  }
  JAEDAN_ASSIGN_OR_RETURN(OpenedNetwork segmenter, open_network(proposer, device_));
  JAEDAN_RETURN_IF_ERROR(crop_to_figures(sources, segmenter.network, device_, FigureOutlines::kDrawn, watch));
  cut_garments_out(sources);
  return {};
}

torch::Tensor VectorLearner::loss_of(const Batch& batch) {
  const LearnerTensors tensors = to_tensors(batch, heads_, device_);
  const HalfPrecision half(recipe_.half_precision);
  const VectorView view = network_->look(tensors.image);
  if (view.rebuilt.defined()) return at::mse_loss(view.rebuilt, tensors.image);

  torch::Tensor loss = torch::zeros({}).to(device_);
  std::vector<torch::Tensor> groups;
  for (std::size_t h = 0; h < heads_.size(); ++h) {
    const LearnerTensors::Head& head = tensors.heads[h];
    if (ranks(recipe_, heads_[h])) groups.push_back(values_said(tensors, head));
    if (head.region.numel() == 0) continue;
    const torch::Tensor images = tensors.photo.index_select(0, head.region);
    loss = loss + recipe_.head_weight * head_loss(view.labels[h].index_select(0, images), head.said, heads_[h].multiple,
                                                  recipe_.label_smoothing);
  }
  if (!network_->learns_ranking() || groups.empty()) return loss;
  groups.push_back(all_said(groups));
  for (torch::Tensor& group : groups) group = twice(group);
  groups.push_back(twice(torch::arange(tensors.image.size(0), at::kLong).to(device_)));
  const VectorView again = network_->look(seen_again(tensors.image, step_seed(0)));
  return loss + recipe_.rank_weight * ranking_loss(at::cat({view.vectors, again.vectors}, 0), groups);
}

ValidationScore VectorLearner::validate(const TrainingSource& source, Split split, const TrainingPhase& phase) {
  torch::NoGradGuard no_grad;
  average_->eval();
  const HalfPrecision half(recipe_.half_precision);
  const auto place = [&](Split of) {
    std::vector<torch::Tensor> vectors, parts;
    std::vector<std::vector<torch::Tensor>> values;
    for (const TrainingItem& item : source.items) {
      if (item.split != of) continue;
      const Sample sample = plain(item, phase.width, phase.height);
      const Batch batch = plain_batch(item, sample, heads_);
      const LearnerTensors tensors = to_tensors(batch, heads_, device_);
      vectors.push_back(average_->look(tensors.image).vectors);
      const auto part = std::find(item.present.begin(), item.present.end(), 1.0F) - item.present.begin();
      parts.push_back(torch::full({1}, static_cast<int64_t>(part), at::kLong).to(device_));
      std::vector<torch::Tensor> said;
      for (std::size_t h = 0; h < heads_.size(); ++h) {
        if (ranks(recipe_, heads_[h])) said.push_back(values_said(tensors, tensors.heads[h]));
      }
      if (!said.empty()) said.push_back(all_said(said));
      values.push_back(std::move(said));
    }
    Placed placed;
    if (vectors.empty()) return placed;
    placed.vectors = at::cat(vectors, 0), placed.part = at::cat(parts, 0);
    for (std::size_t v = 0; v < values.front().size(); ++v) {
      std::vector<torch::Tensor> column;
      for (const auto& said : values) column.push_back(said[v]);
      placed.values.push_back(at::cat(column, 0));
    }
    return placed;
  };
  const Placed asked = place(split), among = place(Split::kTrain);
  ValidationScore score;
  if (!asked.vectors.defined() || !among.vectors.defined() || asked.values.empty()) return score;
  score.judged = static_cast<int>(asked.vectors.size(0));
  torch::Tensor likeness = at::mm(asked.vectors, among.vectors.t());
  likeness = likeness.masked_fill(asked.part.unsqueeze(1) != among.part.unsqueeze(0), -2);
  const torch::Tensor nearest = std::get<1>(likeness.topk(std::min(kNearest, among.vectors.size(0)), 1));
  for (std::size_t v = 0; v < asked.values.size(); ++v) {
    const torch::Tensor found = among.values[v].index_select(0, nearest.flatten()).view(nearest.sizes());
    const torch::Tensor agrees = (found == asked.values[v].unsqueeze(1)).to(at::kFloat).mean(1);
    const torch::Tensor known = asked.values[v] >= 0;
    score.merit += agrees.masked_select(known).mean().item<double>() / double(asked.values.size());
  }
  return score;
}

Result<std::unique_ptr<Learner>> make_vector_learner(const TrainingRecipe& recipe, torch::Device device) {
  const std::vector<HeadSpec> heads = heads_of(recipe);
  JAEDAN_ASSIGN_OR_RETURN(auto network, make_vector_network(architecture_of(recipe), heads));
  JAEDAN_ASSIGN_OR_RETURN(auto average, make_vector_network(architecture_of(recipe), heads));
  network->to(device), average->to(device);
  return std::unique_ptr<Learner>(
      std::make_unique<VectorLearner>(recipe, device, std::move(network), std::move(average)));
}

}  // namespace jaedan::inference
