#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "labeling/base/result.h"
#include "recommender/index/best_neighbours.h"
#include "recommender/index/vector_rows.h"

namespace jaedan::recommender {

/// One question to an index: what is nearest to `query`, which must be of its length. Decides whether vectors are
/// compared one by one or the graph proposes some, by what is less to compare. Whatever it is made of must outlive it.
class VectorSearch {
 public:
  using Wanted = std::function<bool(VectorId)>;

  /// `breadth`: how many the graph proposes at least.
  VectorSearch(const VectorRows& rows, const std::vector<float>& query, Metric metric, std::size_t k,
               std::size_t breadth);

  /// Among all that `wanted` takes; empty: all.
  Result<std::vector<Neighbour>> among_all(const Wanted& wanted);
  /// Among these, which ascend.
  Result<std::vector<Neighbour>> among_ids(const std::vector<VectorId>& wanted);

  double score_at(Place place) const;

 private:
  void offer(Place place) { best_.offer({rows_.id_at(place), score_at(place)}); }
  /// Whether the graph found enough wanted ones among `breadth` or more, at less work than `to_compare` vectors are.
  Result<bool> found_in_graph(const Wanted& wanted, std::size_t breadth, std::size_t to_compare);
  /// Brings a vector near the processor without waiting for it.
  void fetch(Place place) const;
  std::size_t enough() const;

  const VectorRows& rows_;
  const std::vector<float>& query_;
  const VectorStatistics of_query_;
  const Metric metric_;
  const std::size_t k_;
  const std::size_t breadth_;
  BestNeighbours best_;
};

}  // namespace jaedan::recommender
