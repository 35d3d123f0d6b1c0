#include "inference/train/learn/figure_learner.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "inference/net/figures/graph_head.h"
#include "inference/net/half_precision.h"
#include "inference/net/losses.h"
#include "inference/train/data/random.h"
#include "inference/train/learn/figure_crops.h"
#include "inference/train/learn/label_relations.h"
#include "inference/train/learn/segmenter_tensors.h"
#include "inference/train/learn/value_priors.h"

namespace jaedan::inference {
namespace {

constexpr const char* kFigureNetwork = "figure.";  // what its weights' names begin with
constexpr double kShownLabels = 0.5;               // of what is known of a garment, where some of it is shown

/// The garments of a batch of which some label is known; none of them is said to be known.
AskedGarments garments_in(const LearnerTensors& tensors, int64_t known_values) {
  AskedGarments garments;
  garments.masks = region_masks(tensors);
  garments.figure = tensors.photo;
  garments.parts = at::one_hot(tensors.part - 1, kPartCount).to(at::kFloat);
  garments.known = torch::zeros({tensors.photo.size(0), known_values}).to(tensors.photo.device());
  return garments;
}

bool is_of_garments(const HeadSpec& head) { return head.scope == HeadScope::kGarment; }

// What is likeliest of what may be said of the row's part (of the photo: no parts), or of a head with several values
// what is likelier than not.
void add_answers(const torch::Tensor& truths, const torch::Tensor& logits, const std::vector<Part>& parts,
                 HeadScore& score) {
  torch::Tensor odds = logits.to(at::kCPU, at::kFloat).clone();
  const torch::Tensor truth = truths.to(at::kCPU);
  for (std::size_t row = 0; row < parts.size(); ++row) {
    for (std::size_t value = 0; value < score.head().values.size(); ++value) {
      if (may_be_said(score.head().values[value], parts[row])) continue;
      odds[static_cast<int64_t>(row)][static_cast<int64_t>(value)] = -std::numeric_limits<float>::infinity();
    }
  }
  for (int64_t row = 0; row < truth.size(0); ++row) {
    std::vector<int> right;
    std::vector<SaidValue> said;
    for (int64_t value = 0; value < truth.size(1); ++value) {
      if (truth[row][value].item<float>() > 0.5F) right.push_back(static_cast<int>(value));
      if (score.head().multiple && odds[row][value].item<float>() > 0) said.push_back({static_cast<int>(value)});
    }
    if (!score.head().multiple) said.push_back({static_cast<int>(odds[row].argmax().item<int64_t>())});
    score.add_said(right, said);
  }
}

// Of what no head answers nothing could be balanced, and several values at once are not alternatives.
Status check_balance(const TrainingRecipe& recipe, const std::vector<HeadSpec>& heads) {
  for (const auto& [attribute, balance] : recipe.balance) {
    const auto answers = [&name = attribute](const HeadSpec& head) { return head.attribute == name && !head.multiple; };
    if (std::any_of(heads.begin(), heads.end(), answers)) continue;
    return Error{ErrorCode::kInvalidArgument,
                 "train.no_such_balance",
                 "balance of {0}: no head of the recipe answers that with one value",
                 {attribute}};
  }
  return {};
}

}  // namespace

FigureLearner::FigureLearner(const TrainingRecipe& recipe, torch::Device device, Segmenter network, Segmenter average)
    : Learner(recipe, device, *network, *average),
      network_(std::move(network)),
      average_(std::move(average)),
      heads_(heads_of(recipe)) {}

Status FigureLearner::start_from(const std::string& weights_path) {
  JAEDAN_RETURN_IF_ERROR(Learner::start_from(weights_path));
  if (!network_->figure()->has_learnt()) network_->start_reader();
  return {};
}

Status FigureLearner::prepare(std::vector<TrainingSource>& sources, const std::string&, const PreparationWatch& watch) {
  relate_values(sources);
  weigh_values(sources);
  return crop_to_figures(sources, network_, device_, FigureOutlines::kDrawn, watch);
}

// A run that was stopped counts the same photos again, so it goes on with the same.
void FigureLearner::relate_values(const std::vector<TrainingSource>& sources) {
  for (const HeadSpec& head : heads_) {
    if (!head.graph) continue;
    const std::vector<float> relations = relations_from(said_together(head, sources), head.values.size());
    const auto values = static_cast<int64_t>(head.values.size());
    settle(kFigureNetwork + figure_layer_of(head) + "." + kRelations, torch::tensor(relations).view({values, values}));
  }
}

void FigureLearner::weigh_values(const std::vector<TrainingSource>& sources) {
  offsets_.clear();
  for (const HeadSpec& head : heads_) {
    const auto balance = recipe_.balance.find(head.attribute);
    const auto offsets =
        prior_offsets(value_shares(head, sources), balance == recipe_.balance.end() ? 0 : balance->second);
    torch::Tensor rows = torch::zeros({static_cast<int64_t>(sources.size()), static_cast<int64_t>(head.values.size())});
    for (std::size_t source = 0; source < offsets.size(); ++source) {
      if (!offsets[source].empty()) rows[static_cast<int64_t>(source)].copy_(torch::tensor(offsets[source]));
    }
    offsets_.push_back(rows.to(device_));
  }
}

torch::Tensor FigureLearner::loss_of_head(std::size_t h, const torch::Tensor& logits, const torch::Tensor& said,
                                          const torch::Tensor& source) const {
  const torch::Tensor offsets = offsets_.empty() ? torch::Tensor() : offsets_[h].index_select(0, source);
  return recipe_.head_weight * head_loss(logits, said, heads_[h].multiple, recipe_.label_smoothing, offsets);
}

torch::Tensor FigureLearner::loss_of(const Batch& batch) {
  // Dropout is drawn from the step's number, so that a run that was stopped goes on with the same.
  torch::manual_seed(step_seed(0));
  const LearnerTensors tensors = to_tensors(batch, heads_, device_);
  const HalfPrecision half(recipe_.half_precision);
  const FigureView view = network_->figure()->look(tensors.image);
  const auto columns = static_cast<int>(view.middle.size(3)), rows = static_cast<int>(view.middle.size(2));
  torch::Tensor loss = part_set_loss(view.sets, tensors.present, recipe_.label_smoothing) +
                       recipe_.body_weight * body_loss(view.body, tensors.body) +
                       recipe_.key_point_weight * key_point_loss(view.key_points, tensors.key_points, columns, rows);
  for (std::size_t h = 0; h < heads_.size(); ++h) {
    const LearnerTensors::Head& head = tensors.heads[h];
    if (is_of_garments(heads_[h]) || head.photo.numel() == 0) continue;
    loss = loss + loss_of_head(h, view.photo[h].index_select(0, head.photo), head.of_photo,
                               tensors.source.index_select(0, head.photo));
  }
  return tensors.photo.numel() == 0 ? loss : loss + garment_loss(view, tensors);
}

// Of some garments a part of the labels is shown, drawn from the step's number: that teaches nothing, the rest is then
// learnt from it.
torch::Tensor FigureLearner::garment_loss(const FigureView& view, const LearnerTensors& tensors) {
  AskedGarments garments = garments_in(tensors, network_->figure()->known_values());
  std::vector<torch::Tensor> asked;  // by head: the rows of its answers that are learnt from
  int64_t first = 0;
  for (std::size_t h = 0; h < heads_.size(); ++h) {
    const LearnerTensors::Head& head = tensors.heads[h];
    std::vector<int64_t> rows;
    for (int64_t row = 0; row < head.region.size(0) && is_of_garments(heads_[h]); ++row) {
      const auto garment = head.region[row].item<int64_t>();
      const bool is_told = Random(step_seed(static_cast<std::uint64_t>(1 + garment))).unit() < recipe_.known_share;
      const auto draw = static_cast<std::uint64_t>(h + 1) << 32U | static_cast<std::uint64_t>(1 + garment);
      if (!is_told || Random(step_seed(draw)).unit() >= kShownLabels) {
        rows.push_back(row);
        continue;
      }
      garments.known[garment].slice(0, first, first + head.said.size(1)).copy_(head.said[row]);
    }
    if (is_of_garments(heads_[h])) first += static_cast<int64_t>(heads_[h].values.size());
    asked.push_back(torch::tensor(rows, at::kLong).to(device_));
  }
  const std::vector<torch::Tensor> answers = network_->figure()->label(view, garments);
  torch::Tensor loss = torch::zeros({}).to(device_);
  for (std::size_t h = 0; h < heads_.size(); ++h) {
    if (asked[h].numel() == 0) continue;
    const LearnerTensors::Head& head = tensors.heads[h];
    const torch::Tensor garment = head.region.index_select(0, asked[h]);
    const torch::Tensor source = tensors.source.index_select(0, tensors.photo.index_select(0, garment));
    loss = loss + loss_of_head(h, answers[h].index_select(0, garment), head.said.index_select(0, asked[h]), source);
  }
  return loss;
}

ValidationScore FigureLearner::validate(const TrainingSource& source, Split split, const TrainingPhase& phase) {
  torch::NoGradGuard no_grad;
  average_->eval();
  ValidationScore score;
  score.heads = head_scores(heads_);
  double log_likelihood = 0;
  for (const TrainingItem& item : source.items) {
    if (item.split != split) continue;
    const Sample sample = plain(item, phase.width, phase.height);
    Batch batch = plain_batch(item, sample, heads_);  // the tensors borrow its pixels
    batch.present.assign(item.present.begin(), item.present.end());
    const LearnerTensors tensors = to_tensors(batch, heads_, device_);
    const FigureView view = average_->figure()->look(tensors.image);
    log_likelihood -= part_set_loss(view.sets, tensors.present, 0).item<double>();
    ++score.judged;
    std::vector<torch::Tensor> answers(heads_.size());
    if (tensors.photo.numel() != 0) {
      answers = average_->figure()->label(view, garments_in(tensors, average_->figure()->known_values()));
    }
    for (std::size_t h = 0; h < heads_.size(); ++h) {
      const LearnerTensors::Head& head = tensors.heads[h];
      if (!is_of_garments(heads_[h])) {
        add_answers(head.of_photo, view.photo[h].index_select(0, head.photo), {}, score.heads[h]);
      } else if (head.region.numel() != 0) {
        std::vector<Part> parts;
        for (int64_t row = 0; row < head.region.size(0); ++row) {
          const auto value = tensors.part[head.region[row].item<int64_t>()].item<int64_t>();
          parts.push_back(kAllParts[static_cast<std::size_t>(value) - 1]);
        }
        add_answers(head.said, answers[h].index_select(0, head.region), parts, score.heads[h]);
      }
    }
  }
  double right = 0;
  for (const HeadScore& head : score.heads) right += head.accuracy();
  const double sets = score.judged == 0 ? 0 : std::exp(log_likelihood / score.judged);
  score.merit = score.heads.empty() ? sets : (sets + right / double(score.heads.size())) / 2;
  return score;
}

Result<std::unique_ptr<Learner>> make_figure_learner(const TrainingRecipe& recipe, torch::Device device) {
  auto options = segmenter_options(architecture_of(recipe));
  if (!options || !options->figure) {
    return Error{ErrorCode::kInvalidArgument,
                 "train.needs_figure",
                 "figures are learnt by a model with a figure network: give the architecture {0}",
                 {id_of(Architecture::kWithFigure)}};
  }
  options->heads = heads_of(recipe);
  JAEDAN_RETURN_IF_ERROR(check_balance(recipe, options->heads));
  Segmenter network(*options), average(*options);
  for (const auto& item : network->named_parameters()) {
    item.value().set_requires_grad(item.key().rfind(kFigureNetwork, 0) == 0);
  }
  network->to(device), average->to(device);
  return std::unique_ptr<Learner>(
      std::make_unique<FigureLearner>(recipe, device, std::move(network), std::move(average)));
}

}  // namespace jaedan::inference
