#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "recommender/index/hnsw_graph.h"
#include "recommender/index/vector_index.h"

namespace jaedan::recommender {

/// Where the vector of an id lies. One flat table with linear probing (Knuth, vol. 3, algorithms 6.4 L and R):
/// thousands of ids of a filter are looked up in a question, and each costs one look into memory, not the three of
/// std::unordered_map.
class IdTable {
 public:
  void reserve(std::size_t count);
  std::size_t size() const { return size_; }

  std::optional<Place> find(VectorId id) const;
  /// False, and nothing is changed, when the id is there already.
  bool insert(VectorId id, Place place);
  /// Nothing when it is not there.
  void erase(VectorId id);

 private:
  static constexpr Place kEmpty = 0xFFFFFFFF;  // above kMostPlaces
  struct Slot {
    VectorId id = 0;
    Place place = kEmpty;
  };

  /// Where the search for an id begins.
  std::size_t home_of(VectorId id) const;
  std::size_t after(std::size_t slot) const { return (slot + 1) & (slots_.size() - 1); }
  /// The slot that holds the id, or the empty one where it belongs.
  std::size_t slot_of(VectorId id) const;
  void grow_to(std::size_t slots);

  std::vector<Slot> slots_;  ///< a power of two of them, at most two thirds taken
  std::size_t size_ = 0;
};

}  // namespace jaedan::recommender
