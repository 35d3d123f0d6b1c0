#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <queue>
#include <vector>

#include "labeling/base/result.h"
#include "recommender/index/hnsw_graph.h"
#include "recommender/index/id_table.h"
#include "recommender/index/similarity.h"
#include "recommender/index/vector_index.h"

namespace jaedan::recommender {

inline constexpr std::size_t kMostDimensions = 65536;

/// The vectors of an index, each at a place, and who they are: in one list, or in a graph. A removed vector leaves its
/// place to the next that is added; of several free ones the first is taken, so that it does not matter whether the
/// index went through a file in between. Nothing is checked here that people give.
class VectorRows {
 public:
  /// In a graph from the start, or a plain list.
  static Result<VectorRows> create(std::size_t dimension, bool in_graph, std::size_t expected);
  /// Errors of ByteReader.
  static Result<VectorRows> read(ByteReader& from, std::size_t dimension, std::size_t places, bool in_graph);
  Status write(ByteWriter& into) const;

  std::size_t dimension() const { return dimension_; }
  std::size_t size() const { return place_of_.size(); }
  /// Those of removed vectors as well.
  std::size_t places() const { return ids_.size(); }
  bool in_graph() const { return graph_.has_value(); }

  std::optional<Place> place_of(VectorId id) const { return place_of_.find(id); }
  bool is_taken(Place place) const { return taken_[place] != 0; }
  VectorId id_at(Place place) const { return ids_[place]; }
  const float* at(Place place) const { return graph_ ? graph_->row(place) : list_.data() + place * dimension_; }
  const VectorStatistics& statistics_at(Place place) const { return statistics_[place]; }

  /// `id` must be new. Errors of HnswGraph, here and below.
  Status add(VectorId id, const float* vector);
  Status replace(Place place, const float* vector);
  void remove(Place place);

  /// Links what is in the list. kCancelled, and nothing is changed, when `go_on` says false.
  Status build_graph(const BuildProgress& go_on);
  /// Places near the query, free ones among them. Only in a graph.
  Result<std::vector<Place>> near(const float* query, double length, std::size_t breadth) const {
    return graph_->near(query, length, breadth);
  }

 private:
  explicit VectorRows(std::size_t dimension) : dimension_(dimension) {}

  Status append(VectorId id, const float* vector);
  bool is_sound() const;
  bool find_places();

  std::size_t dimension_;
  std::vector<VectorId> ids_;
  std::vector<std::uint8_t> taken_;
  std::vector<VectorStatistics> statistics_;
  std::vector<float> list_;         ///< one after the other, so that comparing them all reads memory in order
  std::optional<HnswGraph> graph_;  ///< or here; never in both
  IdTable place_of_;
  std::priority_queue<Place, std::vector<Place>, std::greater<>> free_;
};

}  // namespace jaedan::recommender
