#include "inference/train/measure/calibration.h"

#include <algorithm>
#include <cmath>

#include "inference/train/data/random.h"

namespace jaedan::inference {
namespace {

constexpr int kDraws = 200;  // of outcomes by chance: their mean is then known to about a hundredth of itself

struct BinSums {
  std::array<int, kScoreBins> count{}, reached{};
  std::array<double, kScoreBins> score{};

  void add(double said, bool held) {
    const auto bin = static_cast<std::size_t>(std::clamp(static_cast<int>(said * kScoreBins), 0, kScoreBins - 1));
    ++count[bin], score[bin] += said, reached[bin] += held;
  }
  double ece() const {
    double error = 0;
    int all = 0;
    for (std::size_t b = 0; b < kScoreBins; ++b) error += std::abs(reached[b] - score[b]), all += count[b];
    return all == 0 ? 0 : error / all;
  }
};

double ece_by_chance(const std::vector<ScoreOutcome>& outcomes) {
  Random random(1);
  double sum = 0;
  for (int draw = 0; draw < kDraws; ++draw) {
    BinSums sums;
    for (const ScoreOutcome& outcome : outcomes) sums.add(outcome.score, random.unit() < outcome.score);
    sum += sums.ece();
  }
  return sum / kDraws;
}

}  // namespace

Calibration calibration_of(const std::vector<ScoreOutcome>& outcomes) {
  Calibration result;
  BinSums sums;
  int sure_reached = 0;
  for (const ScoreOutcome& outcome : outcomes) {
    sums.add(outcome.score, outcome.reached);
    if (outcome.score < kSureScore) continue;
    ++result.sure;
    sure_reached += outcome.reached;
  }
  for (std::size_t b = 0; b < kScoreBins; ++b) {
    if (sums.count[b] == 0) continue;
    result.bins[b] = {sums.count[b], sums.score[b] / sums.count[b], double(sums.reached[b]) / sums.count[b]};
  }
  result.ece = sums.ece();
  result.ece_by_chance = ece_by_chance(outcomes);
  result.garments = static_cast<int>(outcomes.size());
  if (result.sure > 0) result.sure_reached = double(sure_reached) / result.sure;
  return result;
}

}  // namespace jaedan::inference
