#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "labeling/base/result.h"

namespace jaedan::recommender {

class ByteReader;
class ByteWriter;

/// Where a vector lies in an index, from 0 without gaps. Of no meaning outside.
using Place = std::uint32_t;
/// The graph counts places with 31 bits.
inline constexpr std::uint64_t kMostPlaces = (1ULL << 31) - 1;

/// Vectors, linked to their like (hierarchical navigable small world graph, Malkov and Yashunin 2018, by hnswlib):
/// finds the places nearest by cosine without looking at most. Holds the only copy of its vectors. The same calls in
/// the same order make the same graph, with or without being written and read between them. Asking is safe from several
/// threads while nobody changes it. Errors that nothing else is said of: kInternal, what the library said.
class HnswGraph {
 public:
  /// Room for `capacity` vectors at first; it grows.
  static Result<HnswGraph> create(std::size_t dimension, std::size_t capacity);
  static Result<HnswGraph> read(ByteReader& from, std::size_t dimension, std::size_t count);
  Status write(ByteWriter& into) const;

  HnswGraph(HnswGraph&&) noexcept;
  HnswGraph& operator=(HnswGraph&&) noexcept;
  ~HnswGraph();

  /// At the place `size()`. `length` is the vector's Euclidean one; without any it has no direction and is like
  /// nothing.
  Status append(const float* vector, double length);
  /// Puts another vector at a place and links it anew.
  Status overwrite(Place place, const float* vector, double length);

  std::size_t size() const;
  const float* row(Place place) const;

  /// About the `breadth` nearest places, in no order; how many of them truly are grows with the breadth.
  Result<std::vector<Place>> near(const float* query, double length, std::size_t breadth) const;

 private:
  struct State;
  explicit HnswGraph(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace jaedan::recommender
