#include "recommender/vector_index.h"

#include <hnswlib/hnswlib.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <string>

namespace jaedan::recommender {
namespace {

constexpr std::size_t kGraphLinks = 16;     // M of the paper: memory against recall
constexpr std::size_t kBuildBreadth = 100;  // efConstruction
constexpr std::size_t kLeastSearchBreadth = 200;
constexpr std::size_t kCandidatesPerResult = 8;  // room for what the filter drops and another metric reorders

/// Unit length, as the graph compares directions; a vector without one stays zero.
std::vector<float> direction_of(const std::vector<float>& vector, double length) {
  std::vector<float> direction(vector);
  if (length > 0) {
    for (float& x : direction) x = static_cast<float>(x / length);
  }
  return direction;
}

bool is_finite(const std::vector<float>& vector) {
  return std::all_of(vector.begin(), vector.end(), [](float x) { return std::isfinite(x); });
}

Status check(const std::vector<const std::vector<float>*>& vectors) {
  for (std::size_t i = 0; i < vectors.size(); ++i) {
    if (vectors[i]->size() != vectors[0]->size()) {
      return Error{ErrorCode::kInvalidArgument,
                   "recommender.vector_length",
                   "vector {0} has {1|number}, the first has {2}",
                   {i, vectors[i]->size(), vectors[0]->size()}};
    }
    if (!is_finite(*vectors[i])) {
      return Error{ErrorCode::kInvalidArgument,
                   "recommender.vector_not_finite",
                   "vector {0} holds a number that is not finite",
                   {i}};
    }
  }
  return {};
}

bool better(const Neighbour& a, const Neighbour& b) {
  return a.score != b.score ? a.score > b.score : a.index < b.index;
}

/// Keeps the best `k` of what it is given.
class Best {
 public:
  explicit Best(std::size_t k) : k_(k) {}

  void offer(const Neighbour& candidate) {
    if (heap_.size() == k_ && (k_ == 0 || !better(candidate, heap_.front()))) return;
    heap_.push_back(candidate);
    std::push_heap(heap_.begin(), heap_.end(), better);  // the worst one is in front
    if (heap_.size() <= k_) return;
    std::pop_heap(heap_.begin(), heap_.end(), better);
    heap_.pop_back();
  }
  std::vector<Neighbour> take() {
    std::sort(heap_.begin(), heap_.end(), better);
    return std::move(heap_);
  }

 private:
  std::size_t k_;
  std::vector<Neighbour> heap_;
};

}  // namespace

struct VectorIndex::Graph {
  Graph(std::size_t dimension, std::size_t capacity)
      : space(dimension), graph(&space, capacity, kGraphLinks, kBuildBreadth) {}

  hnswlib::InnerProductSpace space;
  hnswlib::HierarchicalNSW<float> graph;
};

VectorIndex::VectorIndex(std::vector<const std::vector<float>*> vectors) : vectors_(std::move(vectors)) {
  if (!vectors_.empty()) dimension_ = vectors_.front()->size();
  statistics_.reserve(vectors_.size());
  for (const std::vector<float>* vector : vectors_) statistics_.push_back(statistics_of(vector->data(), dimension_));
}
VectorIndex::VectorIndex(VectorIndex&&) noexcept = default;
VectorIndex& VectorIndex::operator=(VectorIndex&&) noexcept = default;
VectorIndex::~VectorIndex() = default;

Result<VectorIndex> VectorIndex::build(std::vector<const std::vector<float>*> vectors, const IndexOptions& options) {
  JAEDAN_RETURN_IF_ERROR(check(vectors));
  VectorIndex index(std::move(vectors));
  if (index.size() <= options.exact_up_to || index.dimension_ == 0) {
    index.copy_rows();
  } else {
    JAEDAN_RETURN_IF_ERROR(index.build_graph());
  }
  return index;
}

void VectorIndex::copy_rows() {
  rows_.reserve(vectors_.size() * dimension_);
  for (const std::vector<float>* vector : vectors_) rows_.insert(rows_.end(), vector->begin(), vector->end());
}

Status VectorIndex::build_graph() {
  try {
    graph_ = std::make_unique<Graph>(dimension_, vectors_.size());
    // One after the other: with several threads the graph, and with it the answers, would differ every time.
    for (std::size_t i = 0; i < vectors_.size(); ++i) {
      const std::vector<float> direction = direction_of(*vectors_[i], statistics_[i].length);
      graph_->graph.addPoint(direction.data(), i);
    }
  } catch (const std::exception& error) {
    return Error{ErrorCode::kInternal, "recommender.index_failed", "vector index: {0}", {error.what()}};
  }
  return {};
}

const float* VectorIndex::row(std::size_t index) const {
  return rows_.empty() ? vectors_[index]->data() : rows_.data() + index * dimension_;
}

Result<std::vector<std::size_t>> VectorIndex::candidates(const std::vector<float>& query, std::size_t count) const {
  std::vector<std::size_t> found;
  try {
    const std::vector<float> direction = direction_of(query, statistics_of(query.data(), dimension_).length);
    // searchKnn looks at least as widely as it returns, so no setting has to change: asking stays thread-safe.
    auto queue = graph_->graph.searchKnn(direction.data(), count);
    for (; !queue.empty(); queue.pop()) found.push_back(queue.top().second);
  } catch (const std::exception& error) {
    return Error{ErrorCode::kInternal, "recommender.index_failed", "vector index: {0}", {error.what()}};
  }
  return found;
}

Result<std::vector<Neighbour>> VectorIndex::nearest(const std::vector<float>& query, std::size_t k, Metric metric,
                                                    const std::function<bool(std::size_t)>& wanted) const {
  if (vectors_.empty()) return std::vector<Neighbour>();
  if (query.size() != dimension_) {
    return Error{ErrorCode::kInvalidArgument,
                 "recommender.asked_length",
                 "the query has {0|number}, the index has {1}",
                 {query.size(), dimension_}};
  }
  if (!is_finite(query)) {
    return Error{ErrorCode::kInvalidArgument, "recommender.asked_not_finite",
                 "the query holds a number that is not finite"};
  }
  const VectorStatistics of_query = statistics_of(query.data(), dimension_);
  Best best(std::min(k, vectors_.size()));
  const auto consider = [&](std::size_t i) {
    if (wanted && !wanted(i)) return false;
    best.offer({i, similarity(metric, query.data(), of_query, row(i), statistics_[i], dimension_)});
    return true;
  };

  const std::size_t candidate_count = std::max(kLeastSearchBreadth, k * kCandidatesPerResult);
  if (graph_ && candidate_count < vectors_.size()) {
    JAEDAN_ASSIGN_OR_RETURN(const std::vector<std::size_t> found, candidates(query, candidate_count));
    const auto taken = std::count_if(found.begin(), found.end(), consider);
    if (static_cast<std::size_t>(taken) >= k) return best.take();
    best = Best(std::min(k, vectors_.size()));  // the filter is too strict for the graph: look at everything
  }
  for (std::size_t i = 0; i < vectors_.size(); ++i) consider(i);
  return best.take();
}

std::vector<double> VectorIndex::similarities(const std::vector<float>& query, const std::vector<std::size_t>& places,
                                              Metric metric) const {
  assert(query.size() == dimension_);
  const VectorStatistics of_query = statistics_of(query.data(), dimension_);
  std::vector<double> scores;
  scores.reserve(places.size());
  for (const std::size_t i : places) {
    scores.push_back(similarity(metric, query.data(), of_query, row(i), statistics_[i], dimension_));
  }
  return scores;
}

}  // namespace jaedan::recommender
