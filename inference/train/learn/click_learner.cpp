#include "inference/train/learn/click_learner.h"

#include <algorithm>
#include <filesystem>

#include "inference/clicks/click_hints.h"
#include "inference/net/losses.h"
#include "inference/net/tensors.h"
#include "inference/net/torch_prefiller.h"
#include "inference/train/data/pieces.h"
#include "inference/train/measure/click_simulator.h"

namespace jaedan::inference {
namespace {

constexpr int kMostClicksBefore = 3;
constexpr int kClicksJudged = 3;

std::size_t label_count(const Batch& batch) { return std::size_t(batch.width / 2) * (batch.height / 2); }

// Mask number `i` of several in a row.
Mask mask_at(const std::vector<std::uint8_t>& masks, std::size_t i, const Batch& batch) {
  const std::size_t count = label_count(batch);
  const auto first = masks.begin() + std::ptrdiff_t(i * count);
  return {batch.width / 2, batch.height / 2, {first, first + std::ptrdiff_t(count)}};
}

// Where the object is, by logits N×1×h×w.
std::vector<Mask> masks_of(const torch::Tensor& logits) {
  const torch::Tensor inside = (logits > 0).to(at::kCPU, at::kByte).contiguous();
  const auto height = static_cast<int>(inside.size(2)), width = static_cast<int>(inside.size(3));
  const std::size_t count = std::size_t(width) * height;
  std::vector<Mask> masks;
  for (int64_t i = 0; i < inside.size(0); ++i) {
    const std::uint8_t* first = inside.data_ptr<std::uint8_t>() + std::size_t(i) * count;
    masks.push_back({width, height, {first, first + count}});
  }
  return masks;
}

torch::Tensor truths_of(const Batch& batch, torch::Device device) {
  const int64_t n = batch.count, h = batch.height / 2, w = batch.width / 2;
  return torch::from_blob(const_cast<std::uint8_t*>(batch.labels.data()), {n, 1, h, w}, at::kByte).to(device);
}

torch::Tensor images_of(const Batch& batch, torch::Device device) {
  const int64_t n = batch.count, h = batch.height, w = batch.width;
  return torch::from_blob(const_cast<float*>(batch.pixels.data()), {n, h, w, 3}).permute({0, 3, 1, 2}).to(device);
}

}  // namespace

ClickLearner::ClickLearner(const TrainingRecipe& recipe, torch::Device device, Clicker network, Clicker average)
    : Learner(recipe, device, *network, *average), network_(std::move(network)), average_(std::move(average)) {}

namespace {

// Null for a model that answers clicks, which proposes nothing; then damaged masks are all there is to correct.
Result<std::unique_ptr<Prefiller>> open_proposer(const std::string& folder, int threads) {
  std::unique_ptr<Prefiller> none;
  if (folder.empty()) return none;
  JAEDAN_ASSIGN_OR_RETURN(const ModelCard card, read_model_card(folder));
  if (card.role != ModelRole::kSegments) return none;
  PrefillerOptions options;
  options.model_folder = folder;
  options.most_readings = 1;
  options.threads = threads;
  return make_torch_prefiller(options);
}

}  // namespace

Status ClickLearner::prepare(std::vector<TrainingSource>& sources, const std::string& proposer,
                             const PreparationWatch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(const auto model, open_proposer(proposer, recipe_.threads));
  Preparation preparation(sources, watch);
  for (TrainingSource& source : sources) {
    for (TrainingItem& item : source.items) {
      JAEDAN_RETURN_IF_ERROR(preparation.next());
      find_pieces(item);
      const auto is_part = [](const Piece& piece) { return piece.part >= 0; };
      if (!model || item.split != Split::kTrain || std::none_of(item.pieces.begin(), item.pieces.end(), is_part)) {
        continue;
      }
      JAEDAN_ASSIGN_OR_RETURN(const Prediction seen, model->prefill(item.photo.view()));
      item.proposals = parts_of(seen, item.photo.width, item.photo.height);
    }
    const auto is_bare = [](const TrainingItem& item) { return item.pieces.empty(); };
    source.items.erase(std::remove_if(source.items.begin(), source.items.end(), is_bare), source.items.end());
  }
  return {};
}

torch::Tensor ClickLearner::decode(Clicker& network, const ClickView& view,
                                   const std::vector<ClickState>& states) const {
  const std::vector<float> hints = hints_of(states);
  const int64_t rows = view.at4.size(2), columns = view.at4.size(3);
  const torch::Tensor planes =
      torch::from_blob(const_cast<float*>(hints.data()), {int64_t(states.size()), kHintPlanes, rows, columns});
  return network->decode(view, planes.to(device_));
}

torch::Tensor ClickLearner::loss_of(const Batch& batch) {
  std::vector<ClickState> states;
  std::vector<Random> people;
  for (std::size_t i = 0; i < std::size_t(batch.count); ++i) {
    people.emplace_back(step_seed(i + 1));
    const Mask proposal = batch.is_proposed[i] != 0 ? mask_at(batch.proposals, i, batch) : Mask{};
    states.push_back(begin_clicks(mask_at(batch.labels, i, batch), proposal, people.back()));
  }
  const ClickView view = network_->encode(images_of(batch, device_));
  const auto clicks_before = static_cast<int>(Random(step_seed(0)).below(kMostClicksBefore + 1));
  const auto say_what_is_wrong = [&](const torch::Tensor& answer) {
    const std::vector<Mask> current = masks_of(answer);
    for (std::size_t i = 0; i < states.size(); ++i) {
      states[i].before = current[i], states[i].is_known = true;
      click_once(states[i], current[i], people[i]);
    }
  };
  for (int click = 0; click < clicks_before; ++click) {
    torch::NoGradGuard no_grad;
    say_what_is_wrong(decode(network_, view, states));
  }
  // Two answers are learnt from: the second costs little, for the picture is encoded already.
  const torch::Tensor truths = truths_of(batch, device_);
  const torch::Tensor first = decode(network_, view, states);
  say_what_is_wrong(first.detach());
  const torch::Tensor second = decode(network_, view, states);
  return (mask_loss(first, truths, recipe_.dice_weight) + mask_loss(second, truths, recipe_.dice_weight)) / 2;
}

ValidationScore ClickLearner::validate(const TrainingSource& source, Split split, const TrainingPhase& phase) {
  torch::NoGradGuard no_grad;
  average_->eval();
  ValidationScore score;
  double sum = 0;
  AugmentOptions plainly;
  plainly.flip = plainly.rotation = plainly.brightness = plainly.contrast = 0;
  plainly.saturation = plainly.hue = plainly.blur = plainly.erase = 0;
  for (std::size_t i = 0; i < source.items.size(); ++i) {
    const TrainingItem& item = source.items[i];
    if (item.split != split) continue;
    // One piece of each photo, always the same.
    BatchOptions options{phase.width, phase.height, 1, 1, plainly};
    options.pieces = true;
    const Batch batch = make_batch({{"", 1, {item}}}, {{0, 0, i}}, 0, 1, options);
    const ClickView view = average_->encode(images_of(batch, device_));
    ClickState state;
    state.truth = mask_at(batch.labels, 0, batch);
    state.before = Mask::of_size(state.truth.width, state.truth.height);
    Random person(i);
    for (int click = 0; click < kClicksJudged; ++click) {
      if (const auto next = next_click(state.truth, state.before, {}, person)) state.prompt.clicks.push_back(*next);
      state.before = masks_of(decode(average_, view, {state})).front();
      state.is_known = true;
      sum += click_iou(state.truth, state.before) / kClicksJudged;
    }
    ++score.judged;
  }
  score.merit = score.judged == 0 ? 0 : sum / score.judged;
  return score;
}

Result<std::unique_ptr<Learner>> make_click_learner(const TrainingRecipe& recipe, torch::Device device) {
  if (architecture_of(recipe) != Architecture::kClicks) {
    return Error{ErrorCode::kUnsupported,
                 "train.needs_clicker",
                 "clicks are learnt by the architecture {0}, not by {1}",
                 {id_of(Architecture::kClicks), id_of(architecture_of(recipe))}};
  }
  Clicker network, average;
  network->to(device), average->to(device);
  return std::unique_ptr<Learner>(
      std::make_unique<ClickLearner>(recipe, device, std::move(network), std::move(average)));
}

}  // namespace jaedan::inference
