#include "inference/train/measure/evaluate.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <limits>

#include "inference/train/data/sources.h"
#include "labeling/domain/attribute.h"

namespace jaedan::inference {
namespace {

using Clock = std::chrono::steady_clock;

int part_or_nothing(std::uint8_t value) { return value <= kPartCount ? value : 0; }

bool has_true_pixels(const TrainingItem& item) {
  const auto known = [](std::uint8_t value) { return value != kIgnoredPixel; };
  return std::any_of(item.labels.pixels.begin(), item.labels.pixels.end(), known);
}

/// What is known to be worn, or else what has pixels; nothing where neither is known.
std::optional<PartSet> shown_parts(const TrainingItem& item) {
  if (item.is_crop) return std::nullopt;  // what is beside the garment is not known
  PartSet set = 0;
  const auto is_unknown = [](float present) { return present < 0; };
  if (std::none_of(item.present.begin(), item.present.end(), is_unknown)) {
    for (std::size_t p = 0; p < kPartCount; ++p) set |= item.present[p] > 0.5F ? part_set_of(kAllParts[p]) : 0;
    return set;
  }
  if (!has_true_pixels(item)) return std::nullopt;
  std::array<int, 256> pixels{};
  for (const std::uint8_t value : item.labels.pixels) ++pixels[value];
  for (const Part part : kAllParts) {
    if (pixels[mask_value(part)] >= kLeastTruePixels) set |= part_set_of(part);
  }
  return set;
}

PartSet said_parts(const Reading& reading) {
  PartSet set = 0;
  for (const Proposal& garment : reading.garments) set |= part_set_of(garment.part);
  return set;
}

void count_pixels(const Mask& predicted, const Mask& truth, ConfusionMatrix& pixels) {
  for (std::size_t i = 0; i < truth.pixels.size(); ++i) {
    if (truth.pixels[i] == kIgnoredPixel) continue;
    pixels.add(part_or_nothing(truth.pixels[i]), part_or_nothing(predicted.pixels[i]));
  }
}

// A garment without a mask is held against nobody: not to find it is no fault, and to find it neither.
void leave_out_unmasked(const TrainingItem& item, Mask& predicted) {
  for (std::uint8_t& value : predicted.pixels) {
    if (value >= 1 && value <= kPartCount && item.without_mask[value - 1U]) value = 0;
  }
}

bool holds_work_of(const std::string& model, const TrainingItem& item) {
  return std::any_of(item.outlines.begin(), item.outlines.end(),
                     [&](const TrueOutline& outline) { return outline.model == model; });
}

/// A sub-style is the second word of a head that says styles.
bool is_answer_of(const HeadSpec& head, const AttributeValue& label) {
  if (label.attribute == head.attribute) return true;
  const bool says_styles = head.multiple && head.scope == HeadScope::kPhoto && head.attribute == attribute::kStyle;
  return says_styles && label.attribute == attribute::kSubStyle;
}

void add_said_values(const HeadSpec& head, const AttributeValues& labels, bool filled_in,
                     std::vector<SaidValue>& said) {
  for (const AttributeValue& label : labels) {
    if (!is_answer_of(head, label)) continue;
    const int value = index_of(head, label.value);
    if (value >= 0) said.push_back({value, label.provenance.score, filled_in});
  }
}

/// One evaluation under way.
class Evaluation {
 public:
  Evaluation(Prefiller& model, const EvaluationOptions& options) : model_(model), options_(options) {
    report_.heads = head_scores(model.card().heads);
    report_.examples.resize(report_.heads.size());
  }

  Status add(const TrainingItem& item) {
    count_truth(item);
    const auto start = Clock::now();
    JAEDAN_ASSIGN_OR_RETURN(const ScoredPrediction scored, look_at(item.photo.view()));
    const Prediction& prediction = scored.prediction;
    seconds_ += std::chrono::duration<double>(Clock::now() - start).count();
    const Reading& reading = prediction.readings.front();
    Mask predicted = paint(reading, item.labels.width, item.labels.height);
    leave_out_unmasked(item, predicted);
    PhotoOutcome outcome{item.name, item.photo, item.labels, predicted, nullptr, mean_iou(predicted, item.labels)};
    Mask second;
    if (prediction.readings.size() > 1) {
      second = paint(prediction.readings[1], item.labels.width, item.labels.height);
      leave_out_unmasked(item, second);
      outcome.second = &second;
      outcome.second_iou = mean_iou(second, item.labels);
      ++report_.second_readings;
    }
    first_.add(predicted, item.labels);
    best_.add(outcome.second != nullptr && outcome.second_iou > outcome.iou ? second : predicted, item.labels);
    count_pixels(predicted, item.labels, report_.pixels);
    if (const std::optional<PartSet> shown = shown_parts(item)) report_.part_sets.add(*shown, said_parts(reading));
    add_garments(scored, predicted, item);
    add_answers(HeadScope::kPhoto, std::nullopt, prediction.image_attributes, prediction.image_guesses,
                scored.photo_logits, item.of_photo);
    if (options_.on_photo && has_true_pixels(item)) options_.on_photo(outcome);
    ++report_.photos;
    report_.training_photos += item.split == Split::kTrain;
    return {};
  }

  EvaluationReport report() {
    report_.data = words_of_data(options_.folders, options_.split);
    report_.segmentation = first_.score();
    report_.best_of_two = best_.score();
    report_.seconds_per_photo = seconds_ / report_.photos;
    std::vector<ScoreOutcome> scores;
    for (const GarmentOutcome& garment : report_.garments) scores.push_back({garment.score, garment.reached()});
    report_.calibration = calibration_of(scores);
    return std::move(report_);
  }

  int photos() const { return report_.photos; }

  /// A photo that was not to be measured.
  void leave_out() { ++report_.truth.photos_left_out; }

 private:
  void count_truth(const TrainingItem& item) {
    for (const TrueOutline& outline : item.outlines) {
      const bool own = outline.model == model_.card().id;
      ++report_.truth.garments;
      report_.truth.own += own;
      report_.truth.unseen += own && outline.unseen;
    }
  }

  Result<ScoredPrediction> look_at(const ImageView& photo) {
    if (options_.score_features) return model_.prefill_with_features(photo);
    JAEDAN_ASSIGN_OR_RETURN(Prediction prediction, model_.prefill(photo));
    return ScoredPrediction{std::move(prediction), {}};
  }

  // The truth knows parts, not people: of two tops the first one, the main figure's, is judged, by the part's pixels.
  void add_garments(const ScoredPrediction& scored, const Mask& predicted, const TrainingItem& item) {
    const std::vector<Proposal>& garments = scored.prediction.readings.front().garments;
    PartSet seen = 0;
    for (std::size_t i = 0; i < garments.size(); ++i) {
      const Proposal& garment = garments[i];
      const std::optional<double> iou = part_iou(predicted, item.labels, garment.part);
      if (!iou || has_part(seen, garment.part)) continue;
      seen |= part_set_of(garment.part);
      GarmentOutcome outcome{garment.part, report_.photos, garment.score, *iou, {}};
      if (!scored.features.empty()) outcome.features = scored.features.front()[i];
      report_.garments.push_back(outcome);
      if (*iou < kFoundIou) continue;
      add_answers(HeadScope::kGarment, garment.part, garment.attributes, garment.guesses,
                  scored.logits.empty() ? HeadLogits() : scored.logits.front()[i],
                  item.known[mask_value(garment.part) - 1U]);
    }
  }

  // `logits`: by head; empty when the model does not tell them.
  void add_answers(HeadScope scope, std::optional<Part> part, const AttributeValues& filled_in,
                   const AttributeValues& guesses, const HeadLogits& logits, const KnownLabels& known) {
    for (std::size_t h = 0; h < report_.heads.size(); ++h) {
      HeadScore& score = report_.heads[h];
      if (score.head().scope != scope) continue;
      const std::vector<int> truth = answers_to(score.head(), known);
      if (truth.empty()) continue;
      std::vector<SaidValue> said;
      add_said_values(score.head(), filled_in, true, said);
      add_said_values(score.head(), guesses, false, said);
      score.add_said(truth, said);
      if (h < logits.size() && !logits[h].empty())
        report_.examples[h].push_back({logits[h], part, truth, report_.photos});
    }
  }

  Prefiller& model_;
  const EvaluationOptions& options_;
  EvaluationReport report_;
  SegmentationMeter first_, best_;
  double seconds_ = 0;
};

}  // namespace

std::string words_of_data(const std::vector<DataFolder>& folders, std::optional<Split> split) {
  std::string words;
  for (const DataFolder& folder : folders) {
    const std::string name = (std::filesystem::path(folder.path) / "").parent_path().filename().string();
    const std::string kind(id_of(folder.kind));
    words += (words.empty() ? "" : " and ") + kind + (name == kind ? "" : " " + name);
  }
  return words + (split ? ", split " + std::string(labeling::id_of(*split)) : ", all splits");
}

Mask paint(const Reading& reading, int width, int height) {
  Mask mask = Mask::of_size(width, height);
  for (const Proposal& garment : reading.garments) fill(mask, garment.region, mask_value(garment.part));
  return mask;
}

Result<EvaluationReport> evaluate(Prefiller& model, const EvaluationOptions& options) {
  FolderOptions folder_options;
  folder_options.area_px = std::numeric_limits<double>::max();
  folder_options.only = options.split;
  folder_options.cancel = options.cancel;
  folder_options.with_origins = true;
  JAEDAN_ASSIGN_OR_RETURN(const auto sources, read_sources(options.folders, folder_options));
  int total = 0;
  for (const TrainingSource& source : sources) total += static_cast<int>(source.items.size());
  if (total == 0)
    return Error{ErrorCode::kInvalidArgument, "measure.no_photo", "the data holds no photo of the split to evaluate"};

  Evaluation evaluation(model, options);
  for (const TrainingSource& source : sources) {
    for (const TrainingItem& item : source.items) {
      if (options.cancel != nullptr && *options.cancel)
        return Error{ErrorCode::kCancelled, "measure.stopped", "evaluation: stopped"};
      if (options.without_own && holds_work_of(model.card().id, item)) {
        evaluation.leave_out();
        continue;
      }
      if (const Status added = evaluation.add(item); !added.ok()) return added.error().with_context(item.name);
      if (options.progress) options.progress(evaluation.photos(), total);
    }
  }
  if (evaluation.photos() == 0) {
    return Error{
        ErrorCode::kInvalidArgument,
        "measure.all_own",
        "in every one of the {0} photos a garment is as this model drew it; there is nothing left to measure on",
        {total}};
  }
  return evaluation.report();
}

}  // namespace jaedan::inference
