#include "recommender/words/label_verdicts.h"

#include <algorithm>
#include <cmath>

namespace jaedan::recommender {
namespace {

constexpr double kUnknownShare = 0.5;    // as ranking.h has it
constexpr double kOtherAttribute = 0.9;  // than what a word most likely speaks of: "shirt" of a collar
constexpr double kCategoryWeight = 2;

double weight_of(const QueryLabel& label) {
  return label.readings.front().attribute == attribute::kCategory ? kCategoryWeight : 1;
}

/// The value, if it is said; "not sure" is never what a word means.
const AttributeValue* find_label(const AttributeValues& values, const Label& label) {
  for (const AttributeValue& said : values) {
    if (said.attribute != label.attribute || said.value == kNotSure) continue;
    if (label.value.empty() || said.value == label.value) return &said;
  }
  return nullptr;
}

double sureness(const AttributeValue& said) {
  return std::isnan(said.provenance.score) ? 0 : std::clamp(said.provenance.score, 0.0, 1.0);
}

bool is_answered(const QueryLabel& label, const AttributeValues& values) {
  return std::any_of(label.readings.begin(), label.readings.end(),
                     [&](const Label& reading) { return answers(values, reading.attribute); });
}

/// What one label is worth, and how that came about.
struct Judged {
  LabelVerdict verdict;
  double worth = 0;
};

Judged judge_wanted(const QueryLabel& label, const AttributeValues& values) {
  Judged best{{label.readings.front(), false, Verdict::kUnknown, 0}, 0};
  for (const Label& reading : label.readings) {
    const AttributeValue* said = find_label(values, reading);
    if (!said) continue;
    const bool same = reading.attribute == label.readings.front().attribute;
    // A word that nobody is sure of is worth as much as one that nobody said.
    const double worth = (kUnknownShare + (1 - kUnknownShare) * sureness(*said)) * (same ? 1 : kOtherAttribute);
    if (worth > best.worth) best = {{reading, false, Verdict::kHolds, sureness(*said)}, worth};
  }
  if (best.verdict.verdict == Verdict::kHolds) return best;
  if (!is_answered(label, values)) {
    best.worth = kUnknownShare;
  } else {
    best.verdict.verdict = Verdict::kFails;
  }
  return best;
}

/// Of a label that is not there.
Judged judge_excluded(const QueryLabel& label, const AttributeValues& values) {
  const bool known = is_answered(label, values);
  return {{label.readings.front(), true, known ? Verdict::kHolds : Verdict::kUnknown, 1}, known ? 1 : kUnknownShare};
}

bool is_there(const QueryLabel& label, const AttributeValues& values) {
  return std::any_of(label.readings.begin(), label.readings.end(),
                     [&](const Label& reading) { return find_label(values, reading) != nullptr; });
}

}  // namespace

std::optional<Judgement> judge(const std::vector<QueryLabel>& wanted, const std::vector<QueryLabel>& excluded,
                               const AttributeValues& values) {
  Judgement judgement;
  const auto count = [&](const QueryLabel& label, Judged judged) {
    judgement.sum += judged.worth * weight_of(label);
    judgement.weight += weight_of(label);
    judgement.holds = judgement.holds || judged.verdict.verdict == Verdict::kHolds;
    judgement.labels.push_back(std::move(judged.verdict));
  };
  for (const QueryLabel& label : wanted) {
    Judged judged = judge_wanted(label, values);
    const bool is_category = label.readings.front().attribute == attribute::kCategory;
    if (is_category && judged.verdict.verdict == Verdict::kFails) return std::nullopt;
    count(label, std::move(judged));
  }
  for (const QueryLabel& label : excluded) {
    if (is_there(label, values)) return std::nullopt;
    count(label, judge_excluded(label, values));
  }
  return judgement;
}

bool all_hold(const std::vector<QueryLabel>& wanted, const AttributeValues& values) {
  return std::all_of(wanted.begin(), wanted.end(), [&](const QueryLabel& label) { return is_there(label, values); });
}

}  // namespace jaedan::recommender
