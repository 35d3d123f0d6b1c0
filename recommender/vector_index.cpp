#include "recommender/vector_index.h"

#include <hnswlib/hnswlib.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

namespace jaedan::recommender {
namespace {

constexpr std::size_t kGraphLinks = 16;     // M of the paper: memory against recall
constexpr std::size_t kBuildBreadth = 100;  // efConstruction
constexpr std::size_t kLeastSearchBreadth = 200;
constexpr std::size_t kCandidatesPerResult = 8;  // room for what the filter drops and another metric reorders

std::vector<float> unit(const std::vector<float>& v) {
  const double length = std::sqrt(std::inner_product(v.begin(), v.end(), v.begin(), 0.0));
  std::vector<float> result(v);
  if (length > 0) {
    for (float& x : result) x = static_cast<float>(x / length);
  }
  return result;
}

Status check(const std::vector<const std::vector<float>*>& vectors) {
  for (std::size_t i = 0; i < vectors.size(); ++i) {
    if (vectors[i]->size() != vectors[0]->size()) {
      return Error{ErrorCode::kInvalidArgument, "vector " + std::to_string(i) + " has " +
                                                    std::to_string(vectors[i]->size()) + " numbers, the first has " +
                                                    std::to_string(vectors[0]->size())};
    }
    if (!std::all_of(vectors[i]->begin(), vectors[i]->end(), [](float x) { return std::isfinite(x); })) {
      return Error{ErrorCode::kInvalidArgument, "vector " + std::to_string(i) + " holds a number that is not finite"};
    }
  }
  return {};
}

}  // namespace

struct VectorIndex::Graph {
  Graph(std::size_t dimension, std::size_t capacity)
      : space(dimension), graph(&space, capacity, kGraphLinks, kBuildBreadth) {}

  hnswlib::InnerProductSpace space;
  hnswlib::HierarchicalNSW<float> graph;
};

VectorIndex::VectorIndex(std::vector<const std::vector<float>*> vectors) : vectors_(std::move(vectors)) {}
VectorIndex::VectorIndex(VectorIndex&&) noexcept = default;
VectorIndex& VectorIndex::operator=(VectorIndex&&) noexcept = default;
VectorIndex::~VectorIndex() = default;

Result<VectorIndex> VectorIndex::build(const std::vector<const std::vector<float>*>& vectors,
                                       const IndexOptions& options) {
  JAEDAN_RETURN_IF_ERROR(check(vectors));
  VectorIndex index(vectors);
  if (vectors.size() <= options.exact_up_to || vectors.front()->empty()) return index;
  try {
    index.graph_ = std::make_unique<Graph>(vectors.front()->size(), vectors.size());
    for (std::size_t i = 0; i < vectors.size(); ++i) {
      const std::vector<float> v = unit(*vectors[i]);
      index.graph_->graph.addPoint(v.data(), i);
    }
  } catch (const std::exception& error) {
    return Error{ErrorCode::kInternal, std::string("vector index: ") + error.what()};
  }
  return index;
}

std::vector<std::size_t> VectorIndex::candidates(const std::vector<float>& query, std::size_t k) const {
  std::vector<std::size_t> found;
  if (!graph_) {
    found.resize(vectors_.size());
    std::iota(found.begin(), found.end(), std::size_t{0});
    return found;
  }
  const std::vector<float> direction = unit(query);
  // searchKnn looks at least as widely as it returns, so no setting has to change: asking stays thread-safe.
  const std::size_t count = std::min(vectors_.size(), std::max(kLeastSearchBreadth, k * kCandidatesPerResult));
  auto queue = graph_->graph.searchKnn(direction.data(), count);
  for (; !queue.empty(); queue.pop()) found.push_back(queue.top().second);
  return found;
}

Result<std::vector<Neighbour>> VectorIndex::nearest(const std::vector<float>& query, std::size_t k, Metric metric,
                                                    const std::function<bool(std::size_t)>& wanted) const {
  if (vectors_.empty()) return std::vector<Neighbour>();
  if (query.size() != vectors_.front()->size()) {
    return Error{ErrorCode::kInvalidArgument, "the query has " + std::to_string(query.size()) + " numbers, the index " +
                                                  std::to_string(vectors_.front()->size())};
  }
  std::vector<Neighbour> found;
  for (const std::size_t i : candidates(query, k)) {
    if (!wanted || wanted(i)) found.push_back({i, similarity(metric, query, *vectors_[i])});
  }
  const auto better = [](const Neighbour& a, const Neighbour& b) {
    return a.score != b.score ? a.score > b.score : a.index < b.index;
  };
  const std::size_t count = std::min(k, found.size());
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count), found.end(), better);
  found.resize(count);
  return found;
}

}  // namespace jaedan::recommender
