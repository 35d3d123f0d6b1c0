#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

#include "labeling/base/result.h"
#include "recommender/similarity.h"

namespace jaedan::recommender {

/// A place in the index and how like the query it is.
struct Neighbour {
  std::size_t index = 0;
  double score = 0;
};

/// How an index is built.
struct IndexOptions {
  /// Up to so many vectors every one is compared: exact, and ready at once. A graph answers in a tenth of a
  /// millisecond but takes minutes to build for a million (README.md has the figures).
  std::size_t exact_up_to = 300000;
};

/// Finds the vectors most like a query. Immutable after building; safe to ask from several threads. The same
/// vectors in the same order give the same answers.
class VectorIndex {
 public:
  /// Copies nothing but what it needs to be fast; `vectors` must stay where they are as long as the index.
  /// kInvalidArgument when lengths differ or a number is not finite (names the place).
  static Result<VectorIndex> build(std::vector<const std::vector<float>*> vectors, const IndexOptions& options = {});

  VectorIndex(VectorIndex&&) noexcept;
  VectorIndex& operator=(VectorIndex&&) noexcept;
  ~VectorIndex();

  /// The `k` best places that `wanted` takes (empty: all), best first, equals by place; all there are when
  /// there are fewer. Above `exact_up_to` vectors the candidates come from an HNSW graph (Malkov and Yashunin
  /// 2018, by hnswlib) over the cosine and are ranked exactly; then a few true neighbours may be missed.
  /// kInvalidArgument when the query's length differs or a number of it is not finite.
  Result<std::vector<Neighbour>> nearest(const std::vector<float>& query, std::size_t k, Metric metric,
                                         const std::function<bool(std::size_t)>& wanted = {}) const;

  /// Likeness of the query to the vector at each of `places`, in their order. The query's length must be that of
  /// the index.
  std::vector<double> similarities(const std::vector<float>& query, const std::vector<std::size_t>& places,
                                   Metric metric) const;

  std::size_t size() const { return vectors_.size(); }
  bool is_exact() const { return !graph_; }

 private:
  struct Graph;
  explicit VectorIndex(std::vector<const std::vector<float>*> vectors);

  Status build_graph();
  void copy_rows();
  const float* row(std::size_t index) const;
  Result<std::vector<std::size_t>> candidates(const std::vector<float>& query, std::size_t count) const;

  std::vector<const std::vector<float>*> vectors_;
  std::size_t dimension_ = 0;
  std::vector<VectorStatistics> statistics_;
  std::vector<float> rows_;  ///< all vectors one after the other, so that comparing them all reads memory in order
  std::unique_ptr<Graph> graph_;
};

}  // namespace jaedan::recommender
