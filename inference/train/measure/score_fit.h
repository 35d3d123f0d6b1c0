#pragma once

#include <vector>

namespace jaedan::inference {

/// A garment to learn scores from.
struct ScoreExample {
  std::vector<double> features;  ///< of one length in all examples
  bool reached = false;          ///< whether its IoU reached kScoreIou (garment_score.h)
  int photo = 0;                 ///< garments of one photo are right or wrong together
};

/// A logistic curve: score = 1 / (1 + exp(−(offset + Σ weights · features))).
struct ScoreCurve {
  std::vector<double> weights;
  double offset = 0;

  double score_of(const std::vector<double>& features) const;
};

/// Logistic regression by Newton's method. `pull` draws every weight w towards 0 (pull w² / 2 beside the
/// log-likelihood), so that few or perfectly separated examples give a gentle curve instead of a step; take less of it
/// for a feature whose values lie close together. No examples give a flat curve at one half.
ScoreCurve fit_score_curve(const std::vector<ScoreExample>& examples, std::size_t feature_count, double pull);

/// The score of each example by a curve fitted without the photos that lie in its fold (photo number modulo `folds`):
/// what to expect of photos that were never seen. A curve judged on what it was fitted to looks better than it is. Of a
/// single photo there is nothing else to fit to: its scores are those of its own curve.
std::vector<double> cross_fitted_scores(const std::vector<ScoreExample>& examples, std::size_t feature_count,
                                        double pull, int folds = 10);

}  // namespace jaedan::inference
