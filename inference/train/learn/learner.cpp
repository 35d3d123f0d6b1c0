#include "inference/train/learn/learner.h"

#include <algorithm>

#include "inference/net/weights.h"
#include "inference/train/data/random.h"
#include "inference/train/learn/click_learner.h"
#include "inference/train/learn/figure_learner.h"
#include "inference/train/learn/segmenter_learner.h"
#include "inference/train/learn/vector_learner.h"

namespace jaedan::inference {

namespace {

using State = std::map<std::string, torch::Tensor>;

State copies_of(const State& state) {
  State copies;
  for (const auto& [name, tensor] : state) copies[name] = tensor.detach().clone();
  return copies;
}

}  // namespace

Learner::Learner(const TrainingRecipe& recipe, torch::Device device, torch::nn::Module& network,
                 torch::nn::Module& average)
    : recipe_(recipe), device_(device), network_(network), average_(average), optimizer_(network, recipe.weight_decay) {
  average_.eval();
  for (torch::Tensor& parameter : average_.parameters()) parameter.set_requires_grad(false);
  start_average();
}

Status Learner::start_from(const std::string& weights_path) {
  JAEDAN_ASSIGN_OR_RETURN(const TensorFile file, read_safetensors(weights_path));
  JAEDAN_RETURN_IF_ERROR(restore(file, "", state_of(network_), weights_path, true));
  if (recipe_.start_share == 0) return {};
  // Layers that the file does not have begin at random: of those nothing is worth keeping.
  for (const auto& [name, tensor] : copies_of(state_of(network_))) {
    if (file.tensors.count(name) > 0) start_[name] = tensor;
  }
  return {};
}

Status Learner::start_from_backbone(const std::string& path) { return import_backbone(path, network_); }

Status Learner::prepare(std::vector<TrainingSource>&, const std::string&, const PreparationWatch&) { return {}; }

Preparation::Preparation(const std::vector<TrainingSource>& sources, const PreparationWatch& watch) : watch_(watch) {
  for (const TrainingSource& source : sources) all_ += source.items.size();
}

Status Preparation::next() {
  if (watch_.cancel != nullptr && *watch_.cancel) {
    return Error{ErrorCode::kCancelled, "train.preparing_stopped", "preparing the photos: stopped"};
  }
  if (watch_.looked_at) watch_.looked_at(done_, all_);
  ++done_;
  return {};
}

std::vector<torch::Tensor> Learner::learnt_parameters() const {
  std::vector<torch::Tensor> learnt;
  for (const torch::Tensor& parameter : network_.parameters()) {
    if (parameter.requires_grad()) learnt.push_back(parameter);
  }
  return learnt;
}

void Learner::start_average() {
  torch::NoGradGuard no_grad;
  const auto from = state_of(network_);
  for (auto& [name, tensor] : state_of(average_)) tensor.copy_(from.at(name));
}

void Learner::settle(const std::string& name, const torch::Tensor& value) {
  torch::NoGradGuard no_grad;
  state_of(network_).at(name).copy_(value);
  state_of(average_).at(name).copy_(value);
  if (const auto start = start_.find(name); start != start_.end()) start->second.copy_(value);
}

void Learner::update_average() {
  torch::NoGradGuard no_grad;
  // A young average follows faster, so that it forgets the random start.
  const double steps = optimizer_.steps();
  const double decay = std::min(recipe_.average_decay, (1 + steps) / (10 + steps));
  const auto from = state_of(network_);
  for (auto& [name, tensor] : state_of(average_)) tensor.lerp_(from.at(name), 1 - decay);
}

double Learner::step(const Batch& batch, double rate, double backbone_rate) {
  const double loss = measure(batch);
  follow(rate, backbone_rate);
  return loss;
}

double Learner::measure(const Batch& batch) {
  optimizer_.zero_grad();
  if (batch.count == 0) return 0;
  network_.train();
  const torch::Tensor loss = loss_of(batch);
  loss.backward();
  return loss.item<double>();
}

void Learner::follow(double rate, double backbone_rate) {
  optimizer_.step(rate, backbone_rate);
  update_average();
}

State Learner::kept() const {
  if (start_.empty()) return state_of(average_);
  torch::NoGradGuard no_grad;
  State kept = copies_of(state_of(average_));
  for (const auto& [name, tensor] : start_) kept.at(name).lerp_(tensor, recipe_.start_share);
  return kept;
}

ValidationScore Learner::judge(const TrainingSource& source, Split split, const TrainingPhase& phase) {
  if (start_.empty()) return validate(source, split, phase);
  torch::NoGradGuard no_grad;
  const State average = copies_of(state_of(average_)), shown = kept();
  const auto show = [&](const State& state) {
    for (auto& [name, tensor] : state_of(average_)) tensor.copy_(state.at(name));
  };
  show(shown);
  const ValidationScore score = validate(source, split, phase);
  show(average);
  return score;
}

std::uint64_t Learner::step_seed(std::uint64_t stream) const {
  return mix_seed(recipe_.seed, static_cast<std::uint64_t>(optimizer_.steps()), stream);
}

TensorFile Learner::checkpoint() const {
  TensorFile file;
  collect(file, "network/", state_of(network_), TensorType::kF32);
  collect(file, "average/", state_of(average_), TensorType::kF32);
  collect(file, "optimizer/", optimizer_.state(), TensorType::kF32);
  file.metadata["steps"] = std::to_string(optimizer_.steps());
  return file;
}

Status Learner::restore_checkpoint(const TensorFile& file, const std::string& where) {
  JAEDAN_RETURN_IF_ERROR(restore(file, "network/", state_of(network_), where));
  JAEDAN_RETURN_IF_ERROR(restore(file, "average/", state_of(average_), where));
  JAEDAN_RETURN_IF_ERROR(restore(file, "optimizer/", optimizer_.state(), where));
  const auto steps = file.metadata.find("steps");
  if (steps == file.metadata.end())
    return Error{ErrorCode::kCorrupt, "train.no_steps", "{0}: does not say how many steps were taken", {where}};
  optimizer_.set_steps(std::atoi(steps->second.c_str()));
  return {};
}

Result<std::unique_ptr<Learner>> make_learner(const TrainingRecipe& recipe, torch::Device device) {
  if (recipe.learns == Goal::kClicks) return make_click_learner(recipe, device);
  if (recipe.learns == Goal::kFigures) return make_figure_learner(recipe, device);
  if (recipe.learns == Goal::kVectors) return make_vector_learner(recipe, device);
  return make_segmenter_learner(recipe, device);
}

}  // namespace jaedan::inference
