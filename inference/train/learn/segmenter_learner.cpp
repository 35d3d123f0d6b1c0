#include "inference/train/learn/segmenter_learner.h"

#include <algorithm>
#include <cmath>

#include "inference/net/half_precision.h"
#include "inference/net/losses.h"
#include "inference/net/tensors.h"
#include "inference/train/data/random.h"
#include "inference/train/learn/figure_crops.h"
#include "inference/train/learn/segmenter_tensors.h"

namespace jaedan::inference {
namespace {

// Where it was computed with bfloat16 numbers: losses and sums over cells need all digits.
SegmenterOutput in_floats(SegmenterOutput out) {
  for (torch::Tensor* tensor : {&out.coarse, &out.logits, &out.features, &out.context, &out.presence}) {
    if (tensor->defined()) *tensor = tensor->to(at::kFloat);
  }
  return out;
}

constexpr double kLeastPartShare = 0.002;  // of the view, for a part that counts as there

PartSet parts_in(const Sample& sample) {
  PartSet parts = 0;
  for (const Part part : kAllParts) {
    const auto pixels = std::count(sample.labels.begin(), sample.labels.end(), mask_value(part));
    if (double(pixels) >= kLeastPartShare * double(sample.labels.size())) parts |= part_set_of(part);
  }
  return parts;
}

// Answers that are likelier than not, or the likeliest of a head with one value a garment.
void add_answers(const LearnerTensors::Head& head, const torch::Tensor& answers, HeadScore& score) {
  const torch::Tensor logits = answers.index_select(0, head.region);
  const torch::Tensor said = score.head().multiple ? (logits > 0).to(at::kFloat)
                                                   : at::one_hot(logits.argmax(1), logits.size(1)).to(at::kFloat);
  const auto places = [](const torch::Tensor& row) {
    std::vector<int> found;
    for (int64_t i = 0; i < row.size(0); ++i) {
      if (row[i].item<float>() > 0.5F) found.push_back(static_cast<int>(i));
    }
    return found;
  };
  const torch::Tensor truths = head.said.to(at::kCPU), saids = said.to(at::kCPU);
  for (int64_t i = 0; i < truths.size(0); ++i) score.add(places(truths[i]), places(saids[i]));
}

torch::Tensor at_label_size(const torch::Tensor& logits, const torch::Tensor& labels) {
  return at::upsample_bilinear2d(logits, {labels.size(1), labels.size(2)}, false);
}

// What is not learnt asks for no gradients, so that nothing moves it: no step, no decay, no other process.
void choose_what_learns(const TrainingRecipe& recipe, SegmenterImpl& network) {
  const bool learns_reader = recipe.learns == Goal::kReadings;
  for (const auto& item : network.named_parameters()) {
    const bool in_reader = item.key().rfind("reader.", 0) == 0, in_figure = item.key().rfind("figure.", 0) == 0;
    item.value().set_requires_grad(in_reader == learns_reader && !in_figure);
  }
}

}  // namespace

SegmenterLearner::SegmenterLearner(const TrainingRecipe& recipe, torch::Device device, Segmenter network,
                                   Segmenter average)
    : Learner(recipe, device, *network, *average),
      network_(std::move(network)),
      average_(std::move(average)),
      heads_(network_->figure() ? std::vector<HeadSpec>() : heads_of(recipe)) {}

Status SegmenterLearner::start_from(const std::string& weights_path) {
  JAEDAN_RETURN_IF_ERROR(Learner::start_from(weights_path));
  if (learns_readings() && !network_->reader()->has_learnt()) network_->start_reader();
  return {};
}

Status SegmenterLearner::prepare(std::vector<TrainingSource>& sources, const std::string&,
                                 const PreparationWatch& watch) {
  if (!learns_readings()) return {};
  return crop_to_figures(sources, network_, device_, FigureOutlines::kKnown, watch);
}

torch::Tensor SegmenterLearner::region_loss(const LearnerTensors& tensors) {
  const SegmenterOutput out = in_floats([&] {
    const HalfPrecision half(recipe_.half_precision);
    return network_->forward(tensors.image, told_of(tensors));
  }());
  const torch::Tensor logits = at_label_size(out.logits, tensors.labels);
  torch::Tensor loss = pixel_cross_entropy(logits, tensors.labels, recipe_.label_smoothing) +
                       recipe_.dice_weight * part_dice_loss(logits, tensors.labels) +
                       recipe_.presence_weight * presence_loss(out.presence, tensors.present);
  if (recipe_.lovasz_weight > 0) loss = loss + recipe_.lovasz_weight * part_lovasz_loss(logits, tensors.labels);
  if (out.coarse.defined()) {
    loss = loss + recipe_.coarse_weight * pixel_cross_entropy(at_label_size(out.coarse, tensors.labels), tensors.labels,
                                                              recipe_.label_smoothing);
  }
  if (tensors.photo.numel() != 0) {
    const std::vector<torch::Tensor> answers =
        network_->classify(SegmenterImpl::describe(out, region_masks(tensors), tensors.photo));
    for (std::size_t i = 0; i < heads_.size(); ++i) {
      const LearnerTensors::Head& head = tensors.heads[i];
      if (head.region.numel() == 0) continue;
      loss = loss + recipe_.head_weight * head_loss(answers[i].index_select(0, head.region), head.said,
                                                    heads_[i].multiple, recipe_.label_smoothing);
    }
  }
  return loss;
}

torch::Tensor SegmenterLearner::told_of(const LearnerTensors& tensors) const {
  if (!network_->takes_told_parts()) return {};
  const int64_t count = tensors.present.size(0);
  const torch::Tensor known = (tensors.present >= 0).all(1, true).to(at::kFloat);
  // Drawn from the step's number, so that a run that was stopped goes on with the same.
  std::vector<float> draws;
  for (int64_t i = 0; i < count; ++i) {
    Random random(step_seed(static_cast<std::uint64_t>(i)));
    draws.push_back(random.unit() < recipe_.told_share ? 1.0F : 0.0F);
  }
  const torch::Tensor told = known * torch::tensor(draws).view({count, 1}).to(device_);
  return at::cat({told, told * tensors.present.clamp_min(0)}, 1);
}

torch::Tensor SegmenterLearner::reading_loss(const LearnerTensors& tensors) {
  // Dropout is drawn from the step's number as well.
  torch::manual_seed(step_seed(0));
  const ReaderOutput out = network_->reader()->forward(tensors.image);
  torch::Tensor loss = part_set_loss(out.sets, tensors.present, recipe_.label_smoothing);
  for (std::size_t i = 0; i < heads_.size(); ++i) {
    loss = loss +
           recipe_.head_weight * value_presence_loss(heads_[i], out.heads[i], tensors.present, tensors.heads[i].named);
  }
  return loss;
}

torch::Tensor SegmenterLearner::loss_of(const Batch& batch) {
  const LearnerTensors tensors = to_tensors(batch, heads_, device_);
  return learns_readings() ? reading_loss(tensors) : region_loss(tensors);
}

ValidationScore SegmenterLearner::validate(const TrainingSource& source, Split split, const TrainingPhase& phase) {
  torch::NoGradGuard no_grad;
  average_->eval();
  return learns_readings() ? validate_reader(source, split, phase) : validate_regions(source, split, phase);
}

ValidationScore SegmenterLearner::validate_regions(const TrainingSource& source, Split split,
                                                   const TrainingPhase& phase) {
  SegmentationMeter meter;
  ValidationScore score;
  score.heads = head_scores(heads_);
  for (const TrainingItem& item : source.items) {
    if (item.split != split) continue;
    const Sample sample = plain(item, phase.width, phase.height);
    const Batch batch = plain_batch(item, sample, heads_);  // the tensors borrow its pixels
    const LearnerTensors tensors = to_tensors(batch, heads_, device_);
    const SegmenterOutput out = average_->forward(tensors.image, told_parts(parts_in(sample)).to(device_));
    const torch::Tensor classes =
        at_label_size(out.logits, tensors.labels).argmax(1).to(at::kCPU, at::kByte).contiguous();
    Mask predicted{phase.width / 2, phase.height / 2, {}}, truth{phase.width / 2, phase.height / 2, sample.labels};
    predicted.pixels.assign(classes.data_ptr<std::uint8_t>(), classes.data_ptr<std::uint8_t>() + classes.numel());
    meter.add(predicted, truth);
    if (tensors.photo.numel() == 0) continue;
    const std::vector<torch::Tensor> answers =
        average_->classify(SegmenterImpl::describe(out, region_masks(tensors), tensors.photo));
    for (std::size_t i = 0; i < heads_.size(); ++i) add_answers(tensors.heads[i], answers[i], score.heads[i]);
  }
  score.segmentation = meter.score();
  score.judged = score.segmentation.garments;
  score.merit = score.segmentation.miou;
  return score;
}

ValidationScore SegmenterLearner::validate_reader(const TrainingSource& source, Split split,
                                                  const TrainingPhase& phase) {
  double log_likelihood = 0;
  int photos = 0;
  for (const TrainingItem& item : source.items) {
    if (item.split != split) continue;
    const Sample sample = plain(item, phase.width, phase.height);
    const torch::Tensor image = image_tensor(sample.pixels, sample.width, sample.height, device_);
    const torch::Tensor present = torch::tensor(at::ArrayRef<float>(item.present.data(), kPartCount)).view({1, -1});
    log_likelihood -= part_set_loss(average_->reader()->forward(image).sets, present.to(device_), 0).item<double>();
    ++photos;
  }
  ValidationScore score;
  score.merit = photos == 0 ? 0 : std::exp(log_likelihood / photos);
  score.judged = photos;
  return score;
}

Result<std::unique_ptr<Learner>> make_segmenter_learner(const TrainingRecipe& recipe, torch::Device device) {
  auto options = segmenter_options(architecture_of(recipe));
  if (!options) {
    return Error{ErrorCode::kUnsupported,
                 "train.not_learnt",
                 "{0} are not learnt by the architecture {1}",
                 {id_of(recipe.learns), id_of(architecture_of(recipe))}};
  }
  if (recipe.learns == Goal::kReadings && !options->reader) {
    return Error{ErrorCode::kInvalidArgument,
                 "train.needs_reader",
                 "readings are learnt by a model with a reader: give the architecture {0}",
                 {id_of(Architecture::kWithReader)}};
  }
  options->heads = heads_of(recipe);
  for (const HeadSpec& head : options->heads) {
    if (!head.graph || options->figure) continue;
    return Error{ErrorCode::kInvalidArgument,
                 "train.graph_needs_figure",
                 "the head '{0}' is a graph, which only a model with a figure network has: give the architecture {1}",
                 {head.attribute, id_of(Architecture::kWithFigure)}};
  }
  Segmenter network(*options), average(*options);
  choose_what_learns(recipe, *network);
  network->to(device), average->to(device);
  return std::unique_ptr<Learner>(
      std::make_unique<SegmenterLearner>(recipe, device, std::move(network), std::move(average)));
}

}  // namespace jaedan::inference
