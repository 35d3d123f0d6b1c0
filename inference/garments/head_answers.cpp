#include "inference/garments/head_answers.h"

#include <algorithm>
#include <cmath>

namespace jaedan::inference {

std::vector<HeadAnswer> answers_of(const HeadSpec& head, const float* logits, Part part) {
  std::vector<HeadAnswer> answers;
  double sum = 0;
  for (std::size_t i = 0; i < head.values.size(); ++i) {
    if (!may_be_said(head.values[i], part)) continue;
    const double odds = std::exp(double(logits[i]));
    sum += odds;
    if (head.multiple && odds > 1) answers.push_back({i, odds / (1 + odds)});
    if (head.multiple) continue;
    if (answers.empty() || logits[i] > logits[answers.front().value]) answers = {{i, odds}};
  }
  if (!head.multiple && !answers.empty()) answers.front().probability /= sum;
  std::stable_sort(answers.begin(), answers.end(),
                   [](const HeadAnswer& a, const HeadAnswer& b) { return a.probability > b.probability; });
  return answers;
}

}  // namespace jaedan::inference
