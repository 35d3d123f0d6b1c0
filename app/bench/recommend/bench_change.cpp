#include "app/bench/recommend/bench_change.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <random>
#include <set>
#include <utility>
#include <vector>

namespace jaedan::bench {
namespace {

using recommender::Item;
using recommender::LabelValue;

/// Garments of one part by what is said of them.
using ByValue = std::map<LabelValue, std::vector<const Item*>, recommender::ByLabel>;

std::map<Part, ByValue> by_value_of(const std::vector<Item>& items) {
  std::map<Part, ByValue> all;
  for (const Item& item : items) {
    for (const AttributeValue& said : item.attributes) {
      if (said.value == kNotSure) continue;
      std::vector<const Item*>& having = all[item.part][{said.attribute, said.value}];
      if (having.empty() || having.back() != &item) having.push_back(&item);
    }
  }
  return all;
}

/// The changes that can be asked of a garment: values that it has not, of attributes that it answers, with `k` garments
/// of other photos.
std::vector<LabelValue> changes_of(const Item& query, const ByValue& by_value, std::size_t k) {
  std::vector<LabelValue> changes;
  for (const auto& [value, having] : by_value) {
    if (!recommender::answers(query.attributes, value.attribute) || has_value(query, value.attribute, value.value))
      continue;
    const auto elsewhere =
        std::count_if(having.begin(), having.end(), [&](const Item* item) { return item->photo != query.photo; });
    if (static_cast<std::size_t>(elsewhere) >= k) changes.push_back(value);
  }
  return changes;
}

/// The mean share of the other labels that the garments have in common with the query; none where nothing compares.
std::optional<double> agreement_of(const Item& query, const std::vector<const Item*>& items,
                                   const std::string& changed) {
  double sum = 0;
  int compared = 0;
  for (const Item* item : items) {
    if (item->photo == query.photo) continue;
    const recommender::Comparison labels = recommender::compare(query.attributes, item->attributes, changed);
    if (labels.agreeing.empty() && labels.differing.empty()) continue;
    sum += labels.agreement();
    ++compared;
  }
  if (compared == 0) return std::nullopt;
  return sum / compared;
}

ChangeFigure figure_of(const std::vector<double>& values, const labeling::BootstrapOptions& bootstrap) {
  if (values.empty()) return {};
  const double sum = std::accumulate(values.begin(), values.end(), 0.0);
  return {sum / static_cast<double>(values.size()), labeling::bootstrap_mean(values, bootstrap)};
}

}  // namespace

Result<ChangeFigures> measure_change(const recommender::Recommender& garments, const ChangeBenchOptions& options) {
  const std::vector<Item>& items = garments.items();
  const std::map<Part, ByValue> by_value = by_value_of(items);
  std::vector<std::size_t> order(items.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::mt19937_64 random(options.seed);
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);

  ChangeFigures figures;
  std::vector<double> changed, agreement, at_random, gain;
  for (const std::size_t place : order) {
    if (figures.questions == options.questions) break;
    const Item& query = items[place];
    const auto of_part = by_value.find(query.part);
    if (of_part == by_value.end()) continue;
    const std::vector<LabelValue> changes = changes_of(query, of_part->second, options.k);
    if (changes.empty()) continue;
    const LabelValue& change = changes[random() % changes.size()];

    recommender::Search search;
    search.k = options.k;
    search.view = options.view;
    search.ranking = options.ranking;
    search.changes = {change};
    JAEDAN_ASSIGN_OR_RETURN(const auto matches, garments.similar(query, search));
    std::vector<const Item*> found;
    for (const recommender::Match& match : matches) found.push_back(match.item);
    const auto right = std::count_if(
        found.begin(), found.end(), [&](const Item* item) { return has_value(*item, change.attribute, change.value); });
    changed.push_back(static_cast<double>(right) / static_cast<double>(options.k));
    const auto agreed = agreement_of(query, found, change.attribute);
    const auto by_chance = agreement_of(query, of_part->second.at(change), change.attribute);
    if (agreed && by_chance) {
      agreement.push_back(*agreed);
      at_random.push_back(*by_chance);
      gain.push_back(*agreed - *by_chance);
    }
    ++figures.questions;
  }
  figures.changed = figure_of(changed, options.bootstrap);
  figures.agreement = figure_of(agreement, options.bootstrap);
  figures.at_random = figure_of(at_random, options.bootstrap);
  figures.gain = figure_of(gain, options.bootstrap);
  return figures;
}

}  // namespace jaedan::bench
