#pragma once

#include <array>
#include <vector>

namespace jaedan::inference {

/// A said score and what became of it.
struct ScoreOutcome {
  double score = 0;      ///< [0, 1]
  bool reached = false;  ///< whether the garment is as good as the score speaks of (kScoreIou)
};

/// One tenth of the scores: [lower, lower + 0.1), the last one with 1.
struct ScoreBin {
  int count = 0;
  double mean_score = 0;  ///< 0 when empty
  double reached = 0;     ///< share
};

inline constexpr int kScoreBins = 10;
inline constexpr double kSureScore = 0.9;  ///< from here on a score says "look elsewhere first"

/// How far scores keep their word.
struct Calibration {
  std::array<ScoreBin, kScoreBins> bins;
  /// Expected calibration error over ten bins of equal width: mean of |share that reached − mean score|, weighted by
  /// the bins' counts (Guo, Pleiss, Sun, Weinberger: "On Calibration of Modern Neural Networks", ICML 2017).
  double ece = 0;
  /// The mean ece of scores that are exactly right, with as many garments of the same scores: what chance alone makes.
  /// An ece near this cannot be told from none.
  double ece_by_chance = 0;
  int garments = 0;
  int sure = 0;             ///< garments with score ≥ kSureScore
  double sure_reached = 0;  ///< share of those that reached
};

/// Deterministic. All 0 for no outcome.
Calibration calibration_of(const std::vector<ScoreOutcome>& outcomes);

}  // namespace jaedan::inference
