#include "recommender/label_likeness.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace jaedan::recommender {
namespace {

void add_share(LabelShares& shares, std::string_view value, double score) {
  if (value == kNotSure || !(score > 0)) return;
  const auto known =
      std::find_if(shares.begin(), shares.end(), [&](const auto& share) { return share.first == value; });
  if (known != shares.end()) {
    known->second += score;
  } else {
    shares.emplace_back(value, score);
  }
}

/// p · log2(2p / (p + q)): what one of two distributions adds to twice their divergence.
double divergence(double p, double q) { return p > 0 ? p * std::log2(2 * p / (p + q)) : 0; }

/// Whether the attribute of `values[place]` has been met before it.
bool met_before(const AttributeValues& values, std::size_t place) {
  return std::any_of(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(place),
                     [&](const AttributeValue& earlier) { return earlier.attribute == values[place].attribute; });
}

/// As label_shares, into a list that is there already.
void collect_shares(const AttributeValues& values, std::string_view attribute, LabelShares& shares) {
  shares.clear();
  for (const AttributeValue& said : values) {
    if (said.attribute != attribute) continue;
    if (said.value == kNotSure) return shares.clear();
    add_share(shares, said.value, said.provenance.score);
    for (const AlternativeValue& guess : said.alternatives) add_share(shares, guess.value, guess.score);
  }
  double all = 0;
  for (const auto& share : shares) all += share.second;
  for (auto& share : shares) share.second /= all;
}

}  // namespace

LabelShares label_shares(const AttributeValues& values, std::string_view attribute) {
  LabelShares shares;
  collect_shares(values, attribute, shares);
  return shares;
}

double shares_likeness(const LabelShares& a, const LabelShares& b) {
  if (a.empty() || b.empty()) return 0;
  double apart = 0;     // twice the divergence
  double of_b_met = 0;  // what b gives to values that a has too
  for (const auto& [value, p] : a) {
    const auto same =
        std::find_if(b.begin(), b.end(), [name = value](const auto& share) { return share.first == name; });
    const double q = same == b.end() ? 0 : same->second;
    apart += divergence(p, q) + divergence(q, p);
    of_b_met += q;
  }
  apart += std::max(0.0, 1 - of_b_met);  // each of the rest stands alone: q · log2(2)
  return std::clamp(1 - apart / 2, 0.0, 1.0);
}

LabelProfile::LabelProfile(const AttributeValues& values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (met_before(values, i)) continue;
    LabelShares shares = label_shares(values, values[i].attribute);
    if (!shares.empty()) answers_.emplace_back(values[i].attribute, std::move(shares));
  }
}

double LabelProfile::likeness(const AttributeValues& other) const {
  double alike = 0;
  std::size_t attributes = answers_.size();
  LabelShares said;  // one list for all attributes: this is asked of every garment there is
  for (const auto& [attribute, shares] : answers_) {
    collect_shares(other, attribute, said);
    alike += shares_likeness(shares, said);
  }
  for (std::size_t i = 0; i < other.size(); ++i) {
    const bool is_known = std::any_of(answers_.begin(), answers_.end(),
                                      [&](const auto& answer) { return answer.first == other[i].attribute; });
    if (is_known || met_before(other, i)) continue;
    collect_shares(other, other[i].attribute, said);
    if (!said.empty()) ++attributes;
  }
  return attributes == 0 ? 0 : alike / static_cast<double>(attributes);
}

double label_likeness(const AttributeValues& a, const AttributeValues& b) { return LabelProfile(a).likeness(b); }

}  // namespace jaedan::recommender
