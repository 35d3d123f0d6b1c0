#include "recommender/feedback.h"

#include <algorithm>
#include <cstddef>
#include <map>

namespace jaedan::recommender {
namespace {

using Numbers = std::vector<float> Item::*;

/// Adds `weight` times the mean of the items' `numbers` to `sum`; those of another length are left out. Returns the
/// weight that was added, 0 when there was none.
double add_mean(const std::vector<Item>& items, Numbers numbers, double weight, std::vector<double>& sum) {
  const auto fits = [&](const Item& item) { return (item.*numbers).size() == sum.size(); };
  const auto count = std::count_if(items.begin(), items.end(), fits);
  if (count == 0) return 0;
  for (const Item& item : items) {
    if (!fits(item)) continue;
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += weight * (item.*numbers)[i] / static_cast<double>(count);
  }
  return weight;
}

std::vector<float> moved(const Item& query, Numbers numbers, const Feedback& feedback, const FeedbackWeights& weights) {
  std::vector<double> sum((query.*numbers).size(), 0.0);
  double all = add_mean({query}, numbers, weights.query, sum);
  all += add_mean(feedback.liked, numbers, weights.liked, sum);
  all += add_mean(feedback.disliked, numbers, -weights.disliked, sum);
  std::vector<float> numbers_now(sum.size());
  std::transform(sum.begin(), sum.end(), numbers_now.begin(), [&](double x) { return static_cast<float>(x / all); });
  return numbers_now;
}

/// Values by their weight, attributes in the order in which they were met.
struct Votes {
  std::vector<std::string> order;
  std::map<LabelValue, double, ByLabel> weights;

  void add(const std::vector<Item>& items, double weight, const std::vector<std::string>& except) {
    for (const Item& item : items) {
      for (const WantedLabel& label : wanted_labels(item.attributes, except)) {
        if (std::find(order.begin(), order.end(), label.attribute) == order.end()) order.push_back(label.attribute);
        const double each = weight / static_cast<double>(items.size() * label.values.size());
        for (const auto& value : label.values) weights[{label.attribute, value.first}] += each;
      }
    }
  }
};

}  // namespace

Item moved_query(const Item& query, const Feedback& feedback, const FeedbackWeights& weights) {
  Item now = query;
  if (feedback.empty()) return now;
  now.vector = moved(query, &Item::vector, feedback, weights);
  now.colour = moved(query, &Item::colour, feedback, weights);
  for (float& share : now.colour) share = std::max(share, 0.0F);
  now.attributes.clear();
  for (const WantedLabel& label : moved_labels(query, feedback, {}, weights)) {
    for (const auto& [value, worth] : label.values) {
      now.attributes.push_back({label.attribute, value, {}, Provenance::model({}, worth)});
    }
  }
  return now;
}

WantedLabels moved_labels(const Item& query, const Feedback& feedback, const std::vector<std::string>& except,
                          const FeedbackWeights& weights) {
  if (feedback.empty()) return wanted_labels(query.attributes, except);
  Votes votes;
  votes.add({query}, weights.query, except);
  votes.add(feedback.liked, weights.liked, except);
  votes.add(feedback.disliked, -weights.disliked, except);
  WantedLabels wanted;
  for (const std::string& attribute : votes.order) {
    WantedLabel label{attribute, {}};
    double best = 0;
    for (auto at = votes.weights.lower_bound(LabelValue{attribute, {}});
         at != votes.weights.end() && at->first.attribute == attribute; ++at) {
      if (at->second > 0) label.values.emplace_back(at->first.value, at->second);
      best = std::max(best, at->second);
    }
    for (auto& value : label.values) value.second /= best;
    if (!label.values.empty()) wanted.push_back(std::move(label));
  }
  return wanted;
}

}  // namespace jaedan::recommender
