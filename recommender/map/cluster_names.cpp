#include "recommender/map/cluster_names.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace jaedan::recommender {
namespace {

/// How often the values of one attribute are said.
struct ValueCounts {
  std::map<std::string, std::size_t> garments;  ///< by value, each garment once
  std::size_t answered = 0;

  double share(const std::string& value) const {
    const auto found = garments.find(value);
    return answered == 0 || found == garments.end()
               ? 0
               : static_cast<double>(found->second) / static_cast<double>(answered);
  }
};

void count_garment(const AttributeValues& labels, const std::string& attribute, ValueCounts& counts) {
  std::vector<std::string> said = values_of(labels, attribute);
  said.erase(std::remove(said.begin(), said.end(), std::string(kNotSure)), said.end());
  std::sort(said.begin(), said.end());
  said.erase(std::unique(said.begin(), said.end()), said.end());
  for (const std::string& value : said) ++counts.garments[value];
  counts.answered += !said.empty();
}

/// What is said of one attribute: in the whole part, and in each cluster.
struct AttributeCounts {
  ValueCounts of_part;
  std::vector<ValueCounts> of_cluster;
};

/// A label with what it tells.
struct RatedLabel {
  ClusterLabel label;
  double told = 0;
  std::size_t attribute = 0;  ///< place in the options
};

/// The most telling value of one attribute; empty where none stands out.
std::optional<RatedLabel> telling_value(const AttributeCounts& counts, std::size_t cluster, std::size_t size,
                                        std::size_t attribute, const NameOptions& options) {
  const ValueCounts& own = counts.of_cluster[cluster];
  if (static_cast<double>(own.answered) < options.least_answered * static_cast<double>(size)) return std::nullopt;
  std::optional<RatedLabel> best;
  for (const auto& [value, garments] : own.garments) {
    RatedLabel rated{
        {options.attributes[attribute], value, own.share(value), counts.of_part.share(value)}, 0, attribute};
    if (rated.label.share < options.least_share || rated.label.lift() < options.least_lift) continue;
    rated.told = rated.label.share * std::log2(rated.label.lift());
    if (!best || rated.told > best->told) best = std::move(rated);
  }
  return best;
}

/// What there is to name one cluster by, the most telling first.
std::vector<RatedLabel> rated_labels(const std::vector<AttributeCounts>& counts, std::size_t cluster, std::size_t size,
                                     const NameOptions& options) {
  std::vector<RatedLabel> rated;
  for (std::size_t a = 0; a < counts.size(); ++a) {
    if (auto best = telling_value(counts[a], cluster, size, a, options)) rated.push_back(std::move(*best));
  }
  std::stable_sort(rated.begin(), rated.end(),
                   [](const RatedLabel& a, const RatedLabel& b) { return a.told > b.told; });
  if (!rated.empty()) return rated;
  std::optional<RatedLabel> commonest;
  std::size_t most = 0;
  for (std::size_t a = 0; a < counts.size(); ++a) {
    const ValueCounts& own = counts[a].of_cluster[cluster];
    for (const auto& [value, garments] : own.garments) {
      if (garments <= most) continue;
      most = garments;
      commonest = RatedLabel{{options.attributes[a], value, own.share(value), counts[a].of_part.share(value)}, 0, a};
    }
  }
  if (commonest) rated.push_back(std::move(*commonest));
  return rated;
}

ClusterName first_labels(std::vector<RatedLabel> rated, std::size_t count) {
  rated.resize(std::min(count, rated.size()));
  std::sort(rated.begin(), rated.end(),
            [](const RatedLabel& a, const RatedLabel& b) { return a.attribute < b.attribute; });
  ClusterName name;
  for (RatedLabel& one : rated) name.push_back(std::move(one.label));
  return name;
}

bool same_words(const ClusterName& a, const ClusterName& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const ClusterLabel& one, const ClusterLabel& other) {
    return one.attribute == other.attribute && one.value == other.value;
  });
}

bool is_doubled(const std::vector<ClusterName>& names, std::size_t place) {
  for (std::size_t other = 0; other < names.size(); ++other) {
    if (other != place && same_words(names[place], names[other])) return true;
  }
  return false;
}

}  // namespace

Result<std::vector<ClusterName>> name_clusters(const std::vector<const AttributeValues*>& labels,
                                               const std::vector<std::uint32_t>& cluster_of, std::size_t clusters,
                                               const NameOptions& options) {
  const bool is_placed = std::all_of(cluster_of.begin(), cluster_of.end(), [&](auto one) { return one < clusters; });
  if (labels.size() != cluster_of.size() || !is_placed) {
    return Error{ErrorCode::kInvalidArgument, "map.labels_and_clusters",
                 "labels and clusters are not of the same garments"};
  }
  std::vector<std::size_t> sizes(clusters, 0);
  for (const std::uint32_t cluster : cluster_of) ++sizes[cluster];
  std::vector<AttributeCounts> counts(options.attributes.size());
  for (std::size_t a = 0; a < counts.size(); ++a) {
    counts[a].of_cluster.resize(clusters);
    for (std::size_t i = 0; i < labels.size(); ++i) {
      count_garment(*labels[i], options.attributes[a], counts[a].of_part);
      count_garment(*labels[i], options.attributes[a], counts[a].of_cluster[cluster_of[i]]);
    }
  }
  std::vector<std::vector<RatedLabel>> rated;
  std::vector<ClusterName> names;
  for (std::size_t c = 0; c < clusters; ++c) {
    rated.push_back(rated_labels(counts, c, sizes[c], options));
    names.push_back(first_labels(rated[c], options.labels));
  }
  for (std::size_t more = options.labels + 1; more <= options.most_labels; ++more) {
    std::vector<std::size_t> doubled;  // all that are equal grow at once
    for (std::size_t c = 0; c < clusters; ++c) {
      if (is_doubled(names, c)) doubled.push_back(c);
    }
    for (const std::size_t c : doubled) names[c] = first_labels(rated[c], more);
  }
  return names;
}

}  // namespace jaedan::recommender
