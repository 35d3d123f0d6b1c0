#include "inference/train/measure/confidence_fit.h"

#include <algorithm>
#include <cmath>

#include "inference/garments/head_answers.h"

namespace jaedan::inference {
namespace {

constexpr double kLeastTemperature = 0.1, kMostTemperature = 10;
constexpr int kNarrowings = 40;  // of the range of temperatures: to a hundred-millionth of it

bool is_true(const HeadExample& example, std::size_t value) {
  return std::find(example.truth.begin(), example.truth.end(), static_cast<int>(value)) != example.truth.end();
}

double softplus(double x) { return x > 0 ? x + std::log1p(std::exp(-x)) : std::log1p(std::exp(x)); }

/// log Σ exp, without overflow.
double log_sum(const std::vector<double>& terms) {
  const double most = *std::max_element(terms.begin(), terms.end());
  double sum = 0;
  for (const double term : terms) sum += std::exp(term - most);
  return most + std::log(sum);
}

/// How surprising the truth is, in nats. Of what the head could not have said, nothing.
double surprise(const HeadSpec& head, const HeadExample& example, double temperature) {
  std::vector<double> all, right;
  double of_each = 0;
  for (std::size_t i = 0; i < head.values.size(); ++i) {
    if (!may_be_said(head.values[i], example.part)) continue;
    const double logit = double(example.logits[i]) / temperature;
    all.push_back(logit);
    if (is_true(example, i)) right.push_back(logit);
    of_each += softplus(is_true(example, i) ? -logit : logit);
  }
  if (head.multiple) return of_each;
  return right.empty() ? 0 : log_sum(all) - log_sum(right);
}

/// By narrowing the range of its logarithm, in which the loss has one valley, in the golden ratio.
double fit_temperature(const HeadSpec& head, const std::vector<HeadExample>& examples) {
  const auto loss = [&](double log_temperature) {
    double sum = 0;
    for (const HeadExample& example : examples) sum += surprise(head, example, std::exp(log_temperature));
    return sum;
  };
  const double golden = (std::sqrt(5.0) - 1) / 2;
  double low = std::log(kLeastTemperature), high = std::log(kMostTemperature);
  double a = high - golden * (high - low), b = low + golden * (high - low);
  double at_a = loss(a), at_b = loss(b);
  for (int i = 0; i < kNarrowings; ++i) {
    if (at_a <= at_b) {
      high = b, b = a, at_b = at_a;
      a = high - golden * (high - low), at_a = loss(a);
    } else {
      low = a, a = b, at_a = at_b;
      b = low + golden * (high - low), at_b = loss(b);
    }
  }
  return std::exp((low + high) / 2);
}

std::vector<SaidValue> said_of(const HeadSpec& head, const HeadExample& example) {
  std::vector<SaidValue> said;
  for (const HeadAnswer& answer : answers_of(head, example.logits.data(), example.part)) {
    said.push_back({static_cast<int>(answer.value), answer.probability, answer.filled_in});
  }
  return said;
}

/// `outcomes`: of every answer.
double fit_threshold(std::vector<ScoreOutcome> outcomes, double right) {
  std::sort(outcomes.begin(), outcomes.end(),
            [](const ScoreOutcome& a, const ScoreOutcome& b) { return a.score > b.score; });
  double threshold = 1;
  int filled_in = 0, reached = 0;
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    ++filled_in;
    reached += outcomes[i].reached;
    const bool is_last = i + 1 == outcomes.size();
    if (!is_last && outcomes[i + 1].score == outcomes[i].score) continue;  // both or neither
    if (filled_in < kLeastFilledIn || reached < right * filled_in) continue;
    threshold = is_last ? 0 : outcomes[i].score;
  }
  return threshold;
}

}  // namespace

std::optional<HeadConfidence> fit_confidence(const HeadSpec& asked, const std::vector<HeadExample>& examples,
                                             double right) {
  if (examples.size() < kLeastExamples) return std::nullopt;
  HeadSpec head = asked;
  head.confidence = {fit_temperature(head, examples), 0};
  std::vector<ScoreOutcome> outcomes;
  for (const HeadExample& example : examples) {
    for (const SaidValue& said : said_of(head, example)) {
      outcomes.push_back({said.probability, is_true(example, static_cast<std::size_t>(said.value))});
    }
  }
  head.confidence.threshold = fit_threshold(std::move(outcomes), right);
  return head.confidence;
}

HeadScore score_of(const HeadSpec& head, const std::vector<HeadExample>& examples) {
  HeadScore score(head);
  for (const HeadExample& example : examples) score.add_said(example.truth, said_of(head, example));
  return score;
}

HeadScore cross_fitted_score(const HeadSpec& head, const std::vector<HeadExample>& examples, double right) {
  constexpr int kFolds = 5;
  HeadScore score(head);
  for (int fold = 0; fold < kFolds; ++fold) {
    std::vector<HeadExample> others;
    for (const HeadExample& example : examples) {
      if (example.photo % kFolds != fold) others.push_back(example);
    }
    HeadSpec fitted = head;
    fitted.confidence = fit_confidence(head, others, right).value_or(HeadConfidence{});
    for (const HeadExample& example : examples) {
      if (example.photo % kFolds == fold) score.add_said(example.truth, said_of(fitted, example));
    }
  }
  return score;
}

}  // namespace jaedan::inference
