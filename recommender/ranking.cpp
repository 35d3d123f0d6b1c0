#include "recommender/ranking.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace jaedan::recommender {
namespace {

/// The labels that lead, and how much each counts: colour more than either of the others, less than both.
constexpr std::array<std::pair<std::string_view, double>, 3> kLeading = {
    {{attribute::kColour, 3.0}, {attribute::kCategory, 2.0}, {attribute::kLength, 2.0}}};
/// More than the least step between two garments whose leading labels are known, so that what follows decides among
/// equals only.
constexpr double kLeadingShare = 0.9;

/// 0 for one that does not lead.
double leading_weight(std::string_view attribute) {
  const auto found =
      std::find_if(kLeading.begin(), kLeading.end(), [&](const auto& label) { return label.first == attribute; });
  return found == kLeading.end() ? 0 : found->second;
}

}  // namespace

WantedLabels wanted_labels(const AttributeValues& query, const std::vector<std::string>& except) {
  WantedLabels wanted;
  for (const AttributeValue& said : query) {
    if (said.value == kNotSure || std::find(except.begin(), except.end(), said.attribute) != except.end()) continue;
    const auto known = std::find_if(wanted.begin(), wanted.end(),
                                    [&](const WantedLabel& label) { return label.attribute == said.attribute; });
    if (known != wanted.end()) {
      known->values.emplace_back(said.value, 1.0);
    } else {
      wanted.push_back({said.attribute, {{said.value, 1.0}}});
    }
  }
  return wanted;
}

std::optional<double> answer_to(const WantedLabel& wanted, const AttributeValues& item) {
  std::optional<double> best;
  for (const AttributeValue& said : item) {
    if (said.attribute != wanted.attribute || said.value == kNotSure) continue;
    if (!best) best = 0;
    for (const auto& [value, worth] : wanted.values) {
      if (value == said.value) best = std::max(*best, worth);
    }
  }
  return best;
}

double rank_score(const WantedLabels& query, const AttributeValues& item, double likeness) {
  double led = 0, leading = 0;  // what was answered of what leads, and all of that
  double agreed = 0;
  int compared = 0;
  for (const WantedLabel& wanted : query) {
    const std::optional<double> answer = answer_to(wanted, item);
    const double weight = leading_weight(wanted.attribute);
    if (weight > 0) {
      led += weight * answer.value_or(0.5);
      leading += weight;
    } else if (answer) {
      agreed += *answer;
      ++compared;
    }
  }
  const double rest = compared > 0 ? (likeness + agreed / compared) / 2 : likeness;
  return leading > 0 ? kLeadingShare * led / leading + (1 - kLeadingShare) * rest : rest;
}

}  // namespace jaedan::recommender
