#include "inference/train/measure/score_fit.h"

#include <cmath>
#include <numeric>

namespace jaedan::inference {
namespace {

using Row = std::vector<double>;

constexpr double kOffsetPull = 0.001;  // just enough for a solution when every example is alike
constexpr int kRounds = 50;
constexpr int kHalvings = 20;
constexpr double kEnough = 1e-9;

double logistic(double x) { return 1 / (1 + std::exp(-x)); }

// Gaussian elimination with pivots; `a` is symmetric and positive definite, so there is a solution.
Row solve(std::vector<Row> a, Row b) {
  const std::size_t n = b.size();
  for (std::size_t i = 0; i < n; ++i) {
    std::size_t pivot = i;
    for (std::size_t r = i + 1; r < n; ++r) {
      if (std::abs(a[r][i]) > std::abs(a[pivot][i])) pivot = r;
    }
    std::swap(a[i], a[pivot]), std::swap(b[i], b[pivot]);
    for (std::size_t r = i + 1; r < n; ++r) {
      const double factor = a[r][i] / a[i][i];
      for (std::size_t c = i; c < n; ++c) a[r][c] -= factor * a[i][c];
      b[r] -= factor * b[i];
    }
  }
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t c = i + 1; c < n; ++c) b[i] -= a[i][c] * b[c];
    b[i] /= a[i][i];
  }
  return b;
}

// The last unknown is the offset; its feature is 1.
double value_at(const Row& unknowns, const Row& features) {
  return std::inner_product(features.begin(), features.end(), unknowns.begin(), unknowns.back());
}

double cost(const std::vector<ScoreExample>& examples, const Row& unknowns, const Row& pulls) {
  double sum = 0;
  for (std::size_t i = 0; i < unknowns.size(); ++i) sum += 0.5 * pulls[i] * unknowns[i] * unknowns[i];
  for (const ScoreExample& example : examples) {
    const double x = (example.reached ? -1 : 1) * value_at(unknowns, example.features);
    sum += x > 0 ? x + std::log1p(std::exp(-x)) : std::log1p(std::exp(x));
  }
  return sum;
}

Row newton_step(const std::vector<ScoreExample>& examples, const Row& unknowns, const Row& pulls) {
  const std::size_t n = unknowns.size();
  Row gradient(n);
  std::vector<Row> curvature(n, Row(n));
  for (std::size_t i = 0; i < n; ++i) {
    gradient[i] = -pulls[i] * unknowns[i];
    curvature[i][i] = pulls[i];
  }
  for (const ScoreExample& example : examples) {
    const double p = logistic(value_at(unknowns, example.features));
    const auto x = [&](std::size_t i) { return i + 1 < n ? example.features[i] : 1.0; };
    for (std::size_t i = 0; i < n; ++i) {
      gradient[i] += (double(example.reached) - p) * x(i);
      for (std::size_t j = 0; j < n; ++j) curvature[i][j] += p * (1 - p) * x(i) * x(j);
    }
  }
  return solve(std::move(curvature), std::move(gradient));
}

}  // namespace

double ScoreCurve::score_of(const std::vector<double>& features) const {
  return logistic(std::inner_product(features.begin(), features.end(), weights.begin(), offset));
}

ScoreCurve fit_score_curve(const std::vector<ScoreExample>& examples, std::size_t feature_count, double pull) {
  Row unknowns(feature_count + 1), pulls(feature_count + 1, pull);
  pulls.back() = kOffsetPull;
  double now = cost(examples, unknowns, pulls);
  for (int round = 0; round < kRounds; ++round) {
    const Row step = newton_step(examples, unknowns, pulls);
    Row next = unknowns;
    double share = 1, reached = now;
    // Half the step, while the whole one goes too far.
    for (int halving = 0; halving < kHalvings; ++halving, share /= 2) {
      for (std::size_t i = 0; i < next.size(); ++i) next[i] = unknowns[i] + share * step[i];
      reached = cost(examples, next, pulls);
      if (reached <= now) break;
    }
    if (reached > now) break;
    const double gained = now - reached;
    unknowns = next, now = reached;
    if (gained < kEnough) break;
  }
  const double offset = unknowns.back();
  unknowns.pop_back();
  return {std::move(unknowns), offset};
}

std::vector<double> cross_fitted_scores(const std::vector<ScoreExample>& examples, std::size_t feature_count,
                                        double pull, int folds) {
  std::vector<double> scores(examples.size());
  for (int fold = 0; fold < folds; ++fold) {
    std::vector<ScoreExample> others;
    for (const ScoreExample& example : examples) {
      if (example.photo % folds != fold) others.push_back(example);
    }
    const ScoreCurve curve = fit_score_curve(others.empty() ? examples : others, feature_count, pull);
    for (std::size_t i = 0; i < examples.size(); ++i) {
      if (examples[i].photo % folds == fold) scores[i] = curve.score_of(examples[i].features);
    }
  }
  return scores;
}

}  // namespace jaedan::inference
