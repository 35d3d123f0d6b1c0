#include "inference/garments/head_answers.h"

#include <algorithm>
#include <cmath>

namespace jaedan::inference {
namespace {

/// Finite whatever a network says, and the sum of all a head's values with it.
double odds_of(const HeadSpec& head, float logit) {
  constexpr double kMost = 600;
  return std::exp(std::clamp(double(logit) / head.confidence.temperature, -kMost, kMost));
}

/// Values that may be said of the part, the likeliest first, as odds against one another.
std::vector<HeadGuess> ranked_odds(const HeadSpec& head, const float* logits, std::optional<Part> part) {
  std::vector<HeadGuess> ranked;
  for (std::size_t i = 0; i < head.values.size(); ++i) {
    if (may_be_said(head.values[i], part)) ranked.push_back({i, odds_of(head, logits[i])});
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const HeadGuess& a, const HeadGuess& b) { return a.probability > b.probability; });
  return ranked;
}

/// What each is on its own, where several may be true.
HeadGuess on_its_own(const HeadGuess& odds) { return {odds.value, odds.probability / (1 + odds.probability)}; }

HeadAnswer answer_with(const HeadSpec& head, const HeadGuess& guess) {
  return {guess, {}, guess.probability >= head.confidence.threshold};
}

bool says_styles(const HeadSpec& head) {
  return head.scope == HeadScope::kPhoto && head.multiple && head.attribute == attribute::kStyle;
}

void add_label(const HeadSpec& head, std::string_view attribute, const HeadAnswer& answer, const std::string& model_id,
               SaidLabels& said) {
  AttributeValue label{std::string(attribute), head.values[answer.value].id, "",
                       Provenance::model(model_id, answer.probability)};
  if (answer.next) label.alternatives = {{head.values[answer.next->value].id, answer.next->probability}};
  (answer.filled_in ? said.filled_in : said.guesses).push_back(std::move(label));
}

std::vector<HeadAnswer> style_answers(const HeadSpec& head, const std::vector<HeadGuess>& by_odds) {
  constexpr double kLikely = 0.5;
  std::vector<HeadGuess> ranked;
  for (const HeadGuess& odds : by_odds) ranked.push_back(on_its_own(odds));
  std::vector<HeadAnswer> answers = {answer_with(head, ranked.front())};
  const bool has_sub_style = ranked.size() > 1 && ranked[1].probability > kLikely;
  if (has_sub_style) {
    answers.push_back(answer_with(head, ranked[1]));
    answers.back().filled_in = answers.back().filled_in && answers.front().filled_in;
  }
  // Instead of the style comes what is not its sub-style: the two are never the same.
  const std::size_t next = answers.size();
  if (next < ranked.size() && ranked[next].probability >= kLeastAlternative) answers.front().next = ranked[next];
  return answers;
}

}  // namespace

std::vector<HeadAnswer> answers_of(const HeadSpec& head, const float* logits, std::optional<Part> part) {
  std::vector<HeadGuess> ranked = ranked_odds(head, logits, part);
  std::vector<HeadAnswer> answers;
  if (ranked.empty()) return answers;
  if (says_styles(head)) return style_answers(head, ranked);
  if (head.multiple) {
    for (const HeadGuess& odds : ranked) {
      if (odds.probability > 1) answers.push_back(answer_with(head, on_its_own(odds)));
    }
    return answers;
  }
  double sum = 0;
  for (const HeadGuess& each : ranked) sum += each.probability;
  for (HeadGuess& each : ranked) each.probability /= sum;
  answers.push_back(answer_with(head, ranked[0]));
  if (ranked.size() > 1 && ranked[1].probability >= kLeastAlternative) answers.front().next = ranked[1];
  return answers;
}

void add_labels(const HeadSpec& head, const float* logits, std::optional<Part> part, const std::string& model_id,
                SaidLabels& said) {
  std::string_view name = head.attribute;
  for (const HeadAnswer& each : answers_of(head, logits, part)) {
    add_label(head, name, each, model_id, said);
    if (says_styles(head)) name = attribute::kSubStyle;
  }
}

}  // namespace jaedan::inference
