#include "app/bench/own_engine.h"

#include <algorithm>

namespace jaedan::bench {

Result<OwnEngine> OwnEngine::make(std::size_t dimension, std::size_t expected, bool as_graph) {
  recommender::IndexOptions options;
  options.exact_up_to = as_graph ? 0 : expected;
  options.expected = expected;
  JAEDAN_ASSIGN_OR_RETURN(recommender::VectorIndex index, recommender::VectorIndex::create(dimension, options));
  return OwnEngine(std::move(index), options);
}

Status OwnEngine::append(const std::vector<float>& rows) {
  const auto dimension = static_cast<std::ptrdiff_t>(index_.dimension());
  for (auto row = rows.begin(); row != rows.end(); row += dimension) {
    JAEDAN_RETURN_IF_ERROR(index_.add(next_id_++, {row, row + dimension}));
  }
  return {};
}

Status OwnEngine::open(const std::string& path) {
  JAEDAN_ASSIGN_OR_RETURN(index_, recommender::VectorIndex::open(path, options_));
  next_id_ = index_.size();
  return {};
}

Result<VectorEngine::Ids> OwnEngine::nearest(const std::vector<float>& query, std::size_t k) const {
  constexpr auto kMetric = recommender::Metric::kCosine;
  JAEDAN_ASSIGN_OR_RETURN(
      const std::vector<recommender::Neighbour> found,
      wanted_.empty() ? index_.nearest(query, k, kMetric) : index_.nearest_among(query, k, kMetric, wanted_));
  Ids ids;
  std::transform(found.begin(), found.end(), std::back_inserter(ids), [](const auto& one) { return one.id; });
  return ids;
}

}  // namespace jaedan::bench
