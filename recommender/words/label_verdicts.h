#pragma once

#include <optional>
#include <vector>

#include "recommender/words/word_search.h"

namespace jaedan::recommender {

/// What is true of a list of labels, and how much of it.
struct Judgement {
  double sum = 0;      ///< of what holds, 0…weight
  double weight = 0;   ///< of all labels
  bool holds = false;  ///< at least one does
  std::vector<LabelVerdict> labels;

  double score() const { return weight > 0 ? sum / weight : 1; }
};

/// Nothing when something of `excluded` is there, or another category than a wanted one.
std::optional<Judgement> judge(const std::vector<QueryLabel>& wanted, const std::vector<QueryLabel>& excluded,
                               const AttributeValues& values);

/// Whether every one of `wanted` is said of `values`.
bool all_hold(const std::vector<QueryLabel>& wanted, const AttributeValues& values);

}  // namespace jaedan::recommender
