#include "inference/train/run/complete_model.h"

#include <algorithm>

#include "inference/torch/open_model.h"
#include "inference/train/measure/confidence_fit.h"
#include "inference/train/measure/score_fit.h"
#include "inference/train/measure/weaknesses.h"
#include "inference/train/run/result_card.h"

namespace jaedan::inference {
namespace {

constexpr double kConfidencePull = 0.02;  // confidences lie close together: the slope must be free to be steep
constexpr double kPull = 0.1;

std::vector<ScoreExample> examples_of(const std::vector<GarmentOutcome>& garments, bool confidence_alone) {
  std::vector<ScoreExample> examples;
  for (const GarmentOutcome& garment : garments) {
    const ScoreValues values = values_of(garment.features);
    ScoreExample example{{values.begin(), values.end()}, garment.reached(), garment.photo};
    if (confidence_alone) example.features = {garment.features.confidence};
    examples.push_back(std::move(example));
  }
  return examples;
}

void add_head_metrics(const HeadScore& head, std::map<std::string, double>& metrics) {
  const std::string& name = head.head().attribute;
  metrics[accuracy_name(head.head())] = head.accuracy();
  if (head.garments() == 0) return;
  metrics[name + "_coverage"] = head.coverage();
  if (const auto right = head.filled_in_right()) metrics[name + "_filled_in_right"] = *right;
  if (const auto balanced = head.balanced()) metrics[name + "_balanced"] = *balanced;
  metrics[name + "_ece"] = head.calibration().ece;
}

}  // namespace

Calibration fit_scores(const std::vector<GarmentOutcome>& garments, ModelCard& card) {
  card.score_iou = kScoreIou;
  const ScoreCurve simple = fit_score_curve(examples_of(garments, true), 1, kConfidencePull);
  // A curve that falls or is flat says nothing; then every garment has the same score, the share that reached.
  card.score_slope = std::max(simple.weights[0], 1e-3);
  card.score_middle = -simple.offset / card.score_slope;

  const std::vector<ScoreExample> examples = examples_of(garments, false);
  const ScoreCurve curve = fit_score_curve(examples, kScoreFeatureCount, kPull);
  card.score_weights = {{std::string(kScoreOffsetName), curve.offset}};
  for (std::size_t i = 0; i < kScoreFeatureCount; ++i) {
    card.score_weights[std::string(kScoreFeatureNames[i])] = curve.weights[i];
  }
  const std::vector<double> scores = cross_fitted_scores(examples, kScoreFeatureCount, kPull);
  std::vector<ScoreOutcome> outcomes;
  for (std::size_t i = 0; i < garments.size(); ++i) outcomes.push_back({scores[i], garments[i].reached()});
  return calibration_of(outcomes);
}

void fit_heads(EvaluationReport& report, ModelCard& card) {
  for (std::size_t h = 0; h < card.heads.size() && h < report.examples.size(); ++h) {
    const std::vector<HeadExample>& examples = report.examples[h];
    const std::optional<HeadConfidence> fitted = fit_confidence(card.heads[h], examples);
    if (!fitted) continue;
    card.heads[h].confidence = *fitted;
    report.heads[h] = cross_fitted_score(card.heads[h], examples);
  }
}

void fill_metrics(const EvaluationReport& report, ModelCard& card) {
  const SegmentationScore& score = report.segmentation;
  const Calibration& calibration = report.calibration;
  card.metrics = {{"miou", score.miou},
                  {"per_garment", score.per_garment},
                  {"kept", score.kept},
                  {"found", score.found},
                  {"photos", report.photos},
                  {"best_of_two_miou", report.best_of_two.miou},
                  {"best_of_two_kept", report.best_of_two.kept},
                  {"best_of_two_found", report.best_of_two.found},
                  {"score_ece", calibration.ece},
                  {"score_ece_by_chance", calibration.ece_by_chance},
                  {"score_sure", calibration.sure_reached},
                  {"score_sure_garments", calibration.sure}};
  for (const HeadScore& head : report.heads) add_head_metrics(head, card.metrics);
  card.measured_on = report.data;
  card.part_metrics = part_metrics_of(score);
  card.weaknesses = with_measured(card.weaknesses, measured_weaknesses(report));
}

Result<EvaluationReport> complete_model(const std::string& folder, const EvaluationOptions& asked, int threads,
                                        Device device) {
  PrefillerOptions prefiller_options;
  prefiller_options.model_folder = folder;
  prefiller_options.device = device;
  prefiller_options.threads = threads;
  JAEDAN_ASSIGN_OR_RETURN(const auto model, open_prefiller(prefiller_options));
  EvaluationOptions options = asked;
  options.score_features = true;
  JAEDAN_ASSIGN_OR_RETURN(EvaluationReport report, evaluate(*model, options));
  ModelCard card = model->card();
  report.calibration = fit_scores(report.garments, card);
  fit_heads(report, card);
  for (GarmentOutcome& garment : report.garments) garment.score = garment_score(card, garment.features);
  fill_metrics(report, card);
  JAEDAN_RETURN_IF_ERROR(write_model_card(folder, card));
  return report;
}

}  // namespace jaedan::inference
