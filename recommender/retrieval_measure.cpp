#include "recommender/retrieval_measure.h"

#include <algorithm>
#include <numeric>

namespace jaedan::recommender {
namespace {

Status check_lists(const std::vector<Item>& gallery, const std::vector<Item>& queries) {
  std::vector<Item> vectors;  // of both lists, without what need not be looked at
  for (const auto* list : {&gallery, &queries}) {
    for (const Item& item : *list) vectors.push_back({item.photo, item.garment, item.part, {}, item.vector});
  }
  return check_vectors(vectors);
}

/// The gallery, ready to be compared.
class Gallery {
 public:
  Gallery(const std::vector<Item>& items, Metric metric) : items_(items), metric_(metric) {
    for (const Item& item : items) statistics_.push_back(statistics_of(item.vector.data(), item.vector.size()));
  }

  /// Garments of the query's part, the most alike first; `own_photo`: also of the query's photo.
  std::vector<const Item*> ranked(const Item& query, bool own_photo) const {
    const VectorStatistics of_query = statistics_of(query.vector.data(), query.vector.size());
    std::vector<std::pair<double, const Item*>> scored;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (items_[i].part != query.part || (!own_photo && items_[i].photo == query.photo)) continue;
      scored.emplace_back(similarity(metric_, query.vector.data(), of_query, items_[i].vector.data(), statistics_[i],
                                     query.vector.size()),
                          &items_[i]);
    }
    std::stable_sort(scored.begin(), scored.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : comes_before(*a.second, *b.second);
    });
    std::vector<const Item*> ranked;
    for (const auto& one : scored) ranked.push_back(one.second);
    return ranked;
  }

 private:
  const std::vector<Item>& items_;
  const Metric metric_;
  std::vector<VectorStatistics> statistics_;
};

/// One value a query, and its chance.
struct Values {
  std::vector<double> measured;
  std::vector<double> by_chance;

  RetrievalFigure figure(const labeling::BootstrapOptions& options) const {
    RetrievalFigure figure;
    figure.queries = measured.size();
    if (measured.empty()) return figure;
    const auto mean = [](const std::vector<double>& values) {
      return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    };
    figure.value = mean(measured);
    figure.chance = mean(by_chance);
    figure.interval = labeling::bootstrap_mean(measured, options);
    return figure;
  }
};

double average_precision(const std::vector<bool>& right) {
  double sum = 0;
  double met = 0;
  for (std::size_t i = 0; i < right.size(); ++i) {
    if (!right[i]) continue;
    met += 1;
    sum += met / static_cast<double>(i + 1);
  }
  return sum / met;
}

/// Of a random order of `all`, of which `right` are right. At place i stands a right one with probability R / N; of the
/// i − 1 before it (R − 1) / (N − 1) are right then.
double expected_average_precision(std::size_t right, std::size_t all) {
  const double n = static_cast<double>(all);
  double harmonic = 0;
  for (std::size_t i = 1; i <= all; ++i) harmonic += 1 / static_cast<double>(i);
  const double among_others = all > 1 ? static_cast<double>(right - 1) / (n - 1) : 0;
  return (harmonic + among_others * (n - harmonic)) / n;
}

Error wrong(const char* key, const char* english) { return {ErrorCode::kInvalidArgument, key, english}; }

}  // namespace

Result<RetrievalFigures> measure_retrieval(const std::vector<Item>& gallery, const std::vector<Item>& queries,
                                           const std::vector<std::string>& attributes,
                                           const RetrievalOptions& options) {
  if (attributes.empty() || options.k == 0) {
    return wrong("recommender.nothing_measured", "retrieval is measured for some attributes, among some garments");
  }
  JAEDAN_RETURN_IF_ERROR(check_lists(gallery, queries));
  const Gallery ready(gallery, options.metric);
  Values precision, averages;
  for (const Item& query : queries) {
    const auto in_all = [&](const auto& holds) { return std::all_of(attributes.begin(), attributes.end(), holds); };
    if (!in_all([&](const std::string& attribute) { return answers(query.attributes, attribute); })) continue;
    std::vector<bool> right;
    for (const Item* item : ready.ranked(query, false)) {
      right.push_back(in_all([&](const std::string& attribute) {
        return share_an_answer(query.attributes, item->attributes, attribute);
      }));
    }
    if (right.empty()) continue;
    const auto count = static_cast<std::size_t>(std::count(right.begin(), right.end(), true));
    const std::size_t k = std::min(options.k, right.size());
    const auto first = std::count(right.begin(), right.begin() + static_cast<std::ptrdiff_t>(k), true);
    precision.measured.push_back(static_cast<double>(first) / static_cast<double>(k));
    precision.by_chance.push_back(static_cast<double>(count) / static_cast<double>(right.size()));
    if (count == 0) continue;
    averages.measured.push_back(average_precision(right));
    averages.by_chance.push_back(expected_average_precision(count, right.size()));
  }
  return RetrievalFigures{precision.figure(options.bootstrap), averages.figure(options.bootstrap)};
}

Result<RetrievalFigure> measure_same_garment(const std::vector<Item>& gallery, const std::vector<Item>& queries,
                                             const std::vector<SamePair>& pairs, const RetrievalOptions& options) {
  JAEDAN_RETURN_IF_ERROR(check_lists(gallery, queries));
  const Gallery ready(gallery, options.metric);
  Values found;
  for (const auto& [query, same] : pairs) {
    if (query >= queries.size() || same >= gallery.size() || queries[query].part != gallery[same].part) {
      return wrong("recommender.no_pair", "a pair of one garment names a garment of another part, or none");
    }
    const std::vector<const Item*> ranked = ready.ranked(queries[query], true);
    found.measured.push_back(ranked.front() == &gallery[same] ? 1 : 0);
    found.by_chance.push_back(1 / static_cast<double>(ranked.size()));
  }
  return found.figure(options.bootstrap);
}

}  // namespace jaedan::recommender
