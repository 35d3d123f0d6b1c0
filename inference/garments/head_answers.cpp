#include "inference/garments/head_answers.h"

#include <algorithm>
#include <cmath>

namespace jaedan::inference {
namespace {

/// Values that may be said of the part, the likeliest first, as odds against one another.
std::vector<HeadGuess> ranked_odds(const HeadSpec& head, const float* logits, Part part) {
  std::vector<HeadGuess> ranked;
  for (std::size_t i = 0; i < head.values.size(); ++i) {
    if (may_be_said(head.values[i], part)) ranked.push_back({i, std::exp(double(logits[i]))});
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const HeadGuess& a, const HeadGuess& b) { return a.probability > b.probability; });
  return ranked;
}

}  // namespace

std::vector<HeadAnswer> answers_of(const HeadSpec& head, const float* logits, Part part) {
  std::vector<HeadGuess> ranked = ranked_odds(head, logits, part);
  std::vector<HeadAnswer> answers;
  if (head.multiple) {
    for (const HeadGuess& each : ranked) {
      const double odds = each.probability;
      if (odds > 1) answers.push_back({{each.value, odds / (1 + odds)}, {}});
    }
    return answers;
  }
  if (ranked.empty()) return answers;
  double sum = 0;
  for (const HeadGuess& each : ranked) sum += each.probability;
  for (HeadGuess& each : ranked) each.probability /= sum;
  answers.push_back({ranked[0], {}});
  if (ranked.size() > 1 && ranked[1].probability >= kLeastAlternative) answers.front().next = ranked[1];
  return answers;
}

}  // namespace jaedan::inference
