#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include "app/workflow/figures/figure_parts.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan::workflow {
namespace {

using labeling::CountRow;

std::optional<Part> part_numbered(int number) {
  return number == 0 ? std::nullopt : std::optional<Part>(static_cast<Part>(number));
}

/// How many values the taxonomy has for it, of those that nothing is labelled with.
std::int64_t values_missing(const std::vector<LabelRow>& given, const Taxonomy& taxonomy) {
  const TaxonomyAttribute* const attribute = taxonomy.attribute(given.front().attribute);
  if (!attribute) return 0;
  std::vector<const TaxonomyValue*> known;
  if (given.front().part) {
    known = attribute->values_for(*given.front().part);
  } else {
    for (const TaxonomyValue& value : attribute->values) known.push_back(&value);
  }
  return std::count_if(known.begin(), known.end(), [&](const TaxonomyValue* value) {
    return std::none_of(given.begin(), given.end(), [&](const LabelRow& row) { return row.value == value->id; });
  });
}

/// Of one part and attribute, the most common first.
BalanceRow balance_of_one(const std::vector<LabelRow>& given, const Taxonomy& taxonomy) {
  BalanceRow row;
  row.part = given.front().part;
  row.attribute = given.front().attribute;
  for (const LabelRow& label : given) row.labels += label.count;
  row.values = static_cast<std::int64_t>(given.size());
  row.missing = values_missing(given, taxonomy);
  row.most_common = given.front().value;
  row.most = given.front().count;
  row.rarest = given.back().value;
  row.least = given.back().count;
  double entropy = 0;
  for (const LabelRow& label : given) {
    const double share = double(label.count) / double(row.labels);
    entropy -= share * std::log(share);
  }
  const auto possible = static_cast<double>(row.values + row.missing);
  row.evenness = possible > 1 ? entropy / std::log(possible) : 1;
  return row;
}

}  // namespace

std::vector<ModelWordRow> model_words(const CountRows& words) {
  std::map<std::pair<int, std::string>, ModelWordRow> sums;
  for (const CountRow& row : words) {
    ModelWordRow& sum = sums[{row.key.part, row.key.attribute}];
    sum.said += row.value.n;
    sum.changed += row.value.hits;
  }
  std::vector<ModelWordRow> rows;
  for (auto& [key, sum] : sums) {
    sum.part = part_numbered(key.first);
    sum.attribute = key.second;
    if (sum.said != 0 || sum.changed != 0) rows.push_back(std::move(sum));
  }
  std::stable_sort(rows.begin(), rows.end(), [](const ModelWordRow& a, const ModelWordRow& b) {
    return std::pair(-a.share_changed(), -a.said) < std::pair(-b.share_changed(), -b.said);
  });
  return rows;
}

std::vector<LabelRow> labels_by_attribute(const CountRows& labels) {
  std::vector<LabelRow> rows;
  for (const CountRow& row : labels) {
    if (row.value.n <= 0) continue;
    rows.push_back({part_numbered(row.key.part), row.key.attribute, row.key.word, row.value.n, row.value.hits});
  }
  std::sort(rows.begin(), rows.end(), [](const LabelRow& a, const LabelRow& b) {
    const auto key = [](const LabelRow& row) { return std::tuple(row.part, row.attribute, -row.count, row.value); };
    return key(a) < key(b);
  });
  return rows;
}

std::vector<BalanceRow> balance_of(const std::vector<LabelRow>& labels, const Taxonomy& taxonomy) {
  std::vector<BalanceRow> rows;
  for (auto from = labels.begin(); from != labels.end();) {
    const auto to = std::find_if(from, labels.end(), [&](const LabelRow& row) {
      return row.part != from->part || row.attribute != from->attribute;
    });
    rows.push_back(balance_of_one({from, to}, taxonomy));
    from = to;
  }
  return rows;
}

}  // namespace jaedan::workflow
