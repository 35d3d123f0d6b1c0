#include "recommender/preference.h"

#include <cmath>

namespace jaedan::recommender {
namespace {

/// A value that was stated counts as so many garments that have it.
constexpr double kStated = 10;
/// So many garments like all others are added to theirs.
constexpr double kPrior = 5;

struct AttributeCount {
  double garments = 0;
  double values = 0;  ///< how many different ones
};

/// Of the labels that they are known by.
class MeanRatio {
 public:
  template <typename Label>
  void meet(const std::map<LabelValue, double, ByLabel>& log_ratios, const Label& label) {
    const auto ratio = log_ratios.find(label);
    if (ratio == log_ratios.end()) return;
    sum_ += ratio->second;
    ++met_;
  }
  double held() const { return met_ == 0 ? 0 : std::tanh(sum_ / met_); }

 private:
  double sum_ = 0;
  int met_ = 0;
};

}  // namespace

ValueCounts count_values(const std::vector<const Item*>& items) {
  ValueCounts counts;
  for (const Item* item : items) {
    for (const AttributeValues* values : {&item->attributes, &item->photo_values}) {
      for (const AttributeValue& said : *values) {
        if (said.value != kNotSure) ++counts[{said.attribute, said.value}];
      }
    }
  }
  return counts;
}

Taste::Taste(const Preferences& preferences, const ValueCounts& all, const ValueCounts& theirs) {
  std::map<LabelValue, double, ByLabel> liked;
  for (const auto& [value, count] : theirs) liked[value] += static_cast<double>(count);
  for (const LabelValue& value : preferences.values) liked[value] += kStated;
  std::map<std::string, double> liked_of;
  for (const auto& [value, count] : liked) liked_of[value.attribute] += count;

  std::map<LabelValue, double, ByLabel> among_all;  // with the stated values that nobody has
  for (const auto& [value, count] : all) among_all[value] = static_cast<double>(count);
  for (const auto& [value, count] : liked) among_all.insert({value, 0.0});
  std::map<std::string, AttributeCount> all_of;
  for (const auto& [value, count] : among_all) {
    all_of[value.attribute].garments += count;
    all_of[value.attribute].values += 1;
  }

  for (const auto& [value, count] : among_all) {
    const auto known = liked_of.find(value.attribute);
    if (known == liked_of.end()) continue;
    const AttributeCount& of_attribute = all_of[value.attribute];
    const double share_of_all = (count + 1) / (of_attribute.garments + of_attribute.values);
    const auto said = liked.find(value);
    const double of_them = said == liked.end() ? 0 : said->second;
    const double share_of_them = (of_them + kPrior * share_of_all) / (known->second + kPrior);
    log_ratios_[value] = std::log(share_of_them / share_of_all);
  }
}

double Taste::of(const Item& item) const {
  MeanRatio mean;
  for (const AttributeValues* values : {&item.attributes, &item.photo_values}) {
    for (const AttributeValue& said : *values) mean.meet(log_ratios_, said);
  }
  return mean.held();
}

double Taste::of(const std::vector<LabelWords>& labels) const {
  MeanRatio mean;
  for (const LabelWords& label : labels) mean.meet(log_ratios_, label);
  return mean.held();
}

}  // namespace jaedan::recommender
