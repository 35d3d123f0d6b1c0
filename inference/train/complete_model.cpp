#include "inference/train/complete_model.h"

#include <algorithm>
#include <cmath>

namespace jaedan::inference {
namespace {

constexpr double kPull = 0.02;  // weight of the prior slope of 0
constexpr int kRounds = 50;

double logistic(double x) { return 1 / (1 + std::exp(-x)); }

}  // namespace

ScoreCurve fit_score_curve(const std::vector<float>& confidences, const std::vector<bool>& kept) {
  double slope = 0, offset = 0;
  for (int round = 0; round < kRounds; ++round) {
    double gs = -kPull * slope, go = -1e-3 * offset, hss = kPull, hso = 0, hoo = 1e-3;
    for (std::size_t i = 0; i < confidences.size(); ++i) {
      const double x = confidences[i], p = logistic(slope * x + offset), miss = double(kept[i]) - p, w = p * (1 - p);
      gs += miss * x, go += miss;
      hss += w * x * x, hso += w * x, hoo += w;
    }
    const double det = hss * hoo - hso * hso;
    const double ds = (hoo * gs - hso * go) / det, d_offset = (hss * go - hso * gs) / det;
    slope += ds, offset += d_offset;
    if (std::abs(ds) + std::abs(d_offset) < 1e-9) break;
  }
  // A curve that falls or is flat says nothing; then every garment has the same score, the share that was kept.
  slope = std::max(slope, 1e-3);
  return {slope, -offset / slope};
}

Result<EvaluationReport> complete_model(const std::string& folder, const EvaluationOptions& options, int threads) {
  PrefillerOptions prefiller_options;
  prefiller_options.model_folder = folder;
  prefiller_options.device = "auto";
  prefiller_options.threads = threads;
  JAEDAN_ASSIGN_OR_RETURN(const auto model, open_prefiller(prefiller_options));
  JAEDAN_ASSIGN_OR_RETURN(EvaluationReport report, evaluate(*model, options));
  ModelCard card = model->card();
  // Back from the present curve's scores to the confidences they came from.
  std::vector<float> confidences;
  for (const float score : report.scores) {
    const double safe = std::clamp<double>(score, 1e-6, 1 - 1e-6);
    confidences.push_back(static_cast<float>(card.score_middle + std::log(safe / (1 - safe)) / card.score_slope));
  }
  const ScoreCurve curve = fit_score_curve(confidences, report.kept);
  card.score_slope = curve.slope;
  card.score_middle = curve.middle;
  card.metrics = {{"miou", report.segmentation.miou},
                  {"per_garment", report.segmentation.per_garment},
                  {"kept", report.segmentation.kept},
                  {"found", report.segmentation.found},
                  {"category_accuracy", report.category.accuracy()},
                  {"photos", report.photos}};
  for (std::size_t i = 0; i < kPartCount; ++i) {
    card.metrics["iou_" + std::string(id_of(kAllParts[i]))] = report.segmentation.parts[i].iou;
  }
  JAEDAN_RETURN_IF_ERROR(write_model_card(folder, card));
  return report;
}

}  // namespace jaedan::inference
