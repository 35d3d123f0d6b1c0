#include "inference/train/learn/value_priors.h"

#include <algorithm>
#include <cmath>

namespace jaedan::inference {
namespace {

constexpr double kNeverSaid = 0.5;  // cases

/// Of several values that are as right, each is a part of a case.
void count(const HeadSpec& head, const KnownLabels& labels, std::vector<double>& cases) {
  const std::vector<int> answers = answers_to(head, labels);
  for (const int answer : answers) cases[static_cast<std::size_t>(answer)] += 1.0 / static_cast<double>(answers.size());
}

std::vector<double> shares_in(const HeadSpec& head, const TrainingSource& source) {
  std::vector<double> cases(head.values.size());
  for (const TrainingItem& item : source.items) {
    if (item.split != Split::kTrain) continue;
    if (head.scope == HeadScope::kPhoto) {
      count(head, item.of_photo, cases);
    } else {
      for (const KnownLabels& labels : item.known) count(head, labels, cases);
    }
  }
  double said = 0, all = 0;
  for (const double value : cases) said += value, all += value > 0 ? value : kNeverSaid;
  if (said == 0) return {};
  for (double& value : cases) value = (value > 0 ? value : kNeverSaid) / all;
  return cases;
}

}  // namespace

ValueShares value_shares(const HeadSpec& head, const std::vector<TrainingSource>& sources) {
  ValueShares shares(sources.size());
  if (head.multiple) return shares;
  for (std::size_t i = 0; i < sources.size(); ++i) shares[i] = shares_in(head, sources[i]);
  return shares;
}

std::vector<std::vector<float>> prior_offsets(const ValueShares& shares, double balance) {
  std::vector<std::vector<float>> offsets(shares.size());
  const auto says_any = [](const std::vector<double>& source) { return !source.empty(); };
  const auto first = std::find_if(shares.begin(), shares.end(), says_any);
  for (std::size_t source = 0; source < shares.size(); ++source) {
    for (std::size_t value = 0; value < shares[source].size(); ++value) {
      const double offset = std::log(shares[source][value]) - (1 - balance) * std::log((*first)[value]);
      offsets[source].push_back(static_cast<float>(offset));
    }
  }
  return offsets;
}

}  // namespace jaedan::inference
