#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "labeling/domain/attribute.h"

namespace jaedan::recommender {

/// How likely each value of one attribute is; the shares add up to 1.
using LabelShares = std::vector<std::pair<std::string_view, double>>;

/// What is said of `attribute` as probabilities: a value by its score, a model's next guesses by theirs, all divided by
/// their sum; several values share alike. Empty for "not sure" and where nothing is said. The names live as long as
/// `values`.
LabelShares label_shares(const AttributeValues& values, std::string_view attribute);

/// 1 − the Jensen–Shannon divergence to the base 2 (Lin 1991): 1 for equal shares, 0 where no value is in both, and
/// where one is empty.
double shares_likeness(const LabelShares& a, const LabelShares& b);

/// How alike a garment is to others by what is said of them, 0…1: the mean of `shares_likeness` over the attributes
/// that either of the two answers; 0 when neither answers any.
class LabelProfile {
 public:
  /// `values` must stay where they are as long as this.
  explicit LabelProfile(const AttributeValues& values);

  double likeness(const AttributeValues& other) const;

 private:
  std::vector<std::pair<std::string_view, LabelShares>> answers_;  ///< by attribute
};

/// The same for one pair.
double label_likeness(const AttributeValues& a, const AttributeValues& b);

}  // namespace jaedan::recommender
