#include "inference/garments/garment_score.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace jaedan::inference {
namespace {

constexpr std::size_t kFirstPart = 2;  // place of part_outer

double logistic(double x) { return 1 / (1 + std::exp(-x)); }

double log_odds(double p) {
  constexpr double kLeast = 1e-4;  // so that a certain garment has a finite score
  const double safe = std::clamp(p, kLeast, 1 - kLeast);
  return std::log(safe / (1 - safe));
}

}  // namespace

ScoreValues values_of(const ScoreFeatures& features) {
  ScoreValues values{log_odds(features.expected_iou), features.part_probability};
  values[kFirstPart + mask_value(features.part) - 1U] = 1;
  return values;
}

ScoreFeatures score_features(const std::vector<float>& probabilities, const std::vector<float>& weights, Part part,
                             double part_probability) {
  const std::size_t cells = weights.size();
  const std::size_t first = mask_value(part) * cells;
  assert(probabilities.size() >= first + cells);
  double inside = 0, probable_inside = 0, probable = 0;
  for (std::size_t i = 0; i < cells; ++i) {
    const double p = probabilities[first + i];
    inside += weights[i];
    probable_inside += weights[i] * p;
    probable += p;
  }
  ScoreFeatures features;
  features.part = part;
  features.part_probability = part_probability;
  if (inside <= 0) return features;
  features.confidence = probable_inside / inside;
  features.expected_iou = probable_inside / (inside + probable - probable_inside);
  return features;
}

double garment_score(const ModelCard& card, const ScoreFeatures& features) {
  if (card.score_weights.empty()) return logistic(card.score_slope * (features.confidence - card.score_middle));
  const auto weight_of = [&card](std::string_view name) {
    const auto found = card.score_weights.find(std::string(name));
    return found == card.score_weights.end() ? 0.0 : found->second;
  };
  const ScoreValues values = values_of(features);
  double sum = weight_of(kScoreOffsetName);
  for (std::size_t i = 0; i < kScoreFeatureCount; ++i) sum += weight_of(kScoreFeatureNames[i]) * values[i];
  return logistic(sum);
}

}  // namespace jaedan::inference
