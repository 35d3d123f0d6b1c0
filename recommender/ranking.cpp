#include "recommender/ranking.h"

#include <algorithm>
#include <array>
#include <utility>

#include "recommender/item.h"

namespace jaedan::recommender {
namespace {

/// The labels that lead, and how much each counts: colour more than either of the others, less than both.
constexpr std::array<std::pair<std::string_view, double>, 3> kLeading = {
    {{"colour", 3.0}, {"category", 2.0}, {"length", 2.0}}};
/// More than the least step between two garments whose leading labels are known, so that what follows decides among
/// equals only.
constexpr double kLeadingShare = 0.9;

bool leads(std::string_view attribute) {
  return std::any_of(kLeading.begin(), kLeading.end(), [&](const auto& label) { return label.first == attribute; });
}

/// Share of the leading labels that agree; negative when none is known of the query.
double leading_agreement(const AttributeValues& query, const AttributeValues& item, std::string_view except) {
  double agreed = 0, all = 0;
  for (const auto& [attribute, weight] : kLeading) {
    if (attribute == except || !answers(query, attribute)) continue;
    all += weight;
    if (!answers(item, attribute)) {
      agreed += weight / 2;
    } else if (share_an_answer(query, item, attribute)) {
      agreed += weight;
    }
  }
  return all > 0 ? agreed / all : -1;
}

}  // namespace

double rank_score(const AttributeValues& query, const AttributeValues& item, double likeness, std::string_view except) {
  Comparison further = compare(query, item, except);
  for (std::vector<std::string>* names : {&further.agreeing, &further.differing}) {
    names->erase(std::remove_if(names->begin(), names->end(), leads), names->end());
  }
  const bool has_further = !further.agreeing.empty() || !further.differing.empty();
  const double rest = has_further ? (likeness + further.agreement()) / 2 : likeness;
  const double leading = leading_agreement(query, item, except);
  return leading < 0 ? rest : kLeadingShare * leading + (1 - kLeadingShare) * rest;
}

}  // namespace jaedan::recommender
