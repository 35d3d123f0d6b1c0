#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "labeling/base/file_operations.h"
#include "labeling/base/result.h"
#include "recommender/index/similarity.h"

namespace jaedan::recommender {

class VectorRows;

/// What the caller knows a vector by; any number.
using VectorId = std::uint64_t;

/// A vector of the index and how like the query it is.
struct Neighbour {
  VectorId id = 0;
  double score = 0;
};

/// How an index is built and asked.
struct IndexOptions {
  /// Up to so many vectors every one is compared: exact, and ready at once. A graph answers in well under a
  /// millisecond, but takes minutes to build for a million (README.md has the figures).
  std::size_t exact_up_to = 300000;
  /// How many vectors are to come; beyond `exact_up_to` a new index is a graph from the start. 0: nobody knows.
  std::size_t expected = 0;
  /// How many candidates the graph proposes at least: recall against time.
  std::size_t breadth = 400;
};

/// Told how many of all vectors are linked, every few; says whether to go on.
using BuildProgress = std::function<bool(std::size_t done, std::size_t all)>;

/// Finds the vectors most like a query, among vectors that come and go. It owns the one copy of them. Exact while it
/// is small; a graph (HNSW: Malkov and Yashunin 2018, by hnswlib) proposes candidates where it is large, which are then
/// ranked exactly, so that a few true neighbours may be missed. It is kept in a file and changed, not built again. The
/// same calls in the same order give the same answers, also when the index was saved and opened in between. Safe to ask
/// from several threads while nobody changes it.
/// Errors: kInvalidArgument for vectors of another length, and numbers that are not finite or beyond 1e15; kInternal
/// when the graph's library gives up, after which the index must not be used.
class VectorIndex {
 public:
  /// Without vectors, for vectors of `dimension` numbers, 65,536 at most.
  static Result<VectorIndex> create(std::size_t dimension, const IndexOptions& options = {});
  /// Of all these, their places being their ids. `vectors` are copied.
  static Result<VectorIndex> build(const std::vector<const std::vector<float>*>& vectors,
                                   const IndexOptions& options = {});

  /// What `save` wrote; seconds for a million. kNotFound; kIo; kUnsupported for another version of the format;
  /// kCorrupt for anything else that is not as it was written: cut off, a changed byte, no index. After each of the
  /// last two the way out is to build it again.
  static Result<VectorIndex> open(const std::string& path, const IndexOptions& options = {});
  /// Replaces the file in one step; after a failure (kIo) the old one is as it was.
  Status save(const std::string& path, FileOperations& operations = system_file_operations()) const;

  VectorIndex(VectorIndex&&) noexcept;
  VectorIndex& operator=(VectorIndex&&) noexcept;
  ~VectorIndex();

  /// kConflict when there is one of this id. Takes a millisecond in a graph.
  Status add(VectorId id, const std::vector<float>& vector);
  /// kNotFound. Like `add`.
  Status replace(VectorId id, const std::vector<float>& vector);
  /// kNotFound. The next vector that is added takes its place.
  Status remove(VectorId id);

  bool contains(VectorId id) const;
  std::size_t size() const;
  std::size_t dimension() const;
  /// A copy. kNotFound.
  Result<std::vector<float>> vector_of(VectorId id) const;
  /// In ascending order.
  std::vector<VectorId> ids() const;
  /// What the vectors come from, in the caller's words (a model, a state of the data), kept in the file: so it is known
  /// that an index is older than its data.
  const std::string& source() const { return source_; }
  /// 4096 bytes at most; what is longer is cut.
  void set_source(std::string source);

  bool is_exact() const;
  /// Whether there are more vectors than are to be compared one by one. `add` leaves it at that: every answer is still
  /// right, and `build_graph` takes its time when it suits.
  bool outgrows_exact() const;
  /// From exact to a graph; nothing when it is one. Holds the vectors twice until it is done. kCancelled when `go_on`
  /// says false; the index is then as it was.
  Status build_graph(const BuildProgress& go_on = {});

  /// The `k` best ones that `wanted` takes (empty: all), best first, equals by id; all there are when there are fewer.
  /// Where few are wanted of a large index, all are looked at in the end: `nearest_among` is quicker.
  Result<std::vector<Neighbour>> nearest(const std::vector<float>& query, std::size_t k, Metric metric,
                                         const std::function<bool(VectorId)>& wanted = {}) const;

  /// The same among these ids, which must ascend (kInvalidArgument); unknown ones are left out. A short list is
  /// compared one by one, exactly; with a long one the graph proposes: whatever is less work.
  Result<std::vector<Neighbour>> nearest_among(const std::vector<float>& query, std::size_t k, Metric metric,
                                               const std::vector<VectorId>& wanted) const;

  /// Likeness of the query to each of `ids`, in their order. They must be there, and the query's length be that of
  /// the index.
  std::vector<double> similarities(const std::vector<float>& query, const std::vector<VectorId>& ids,
                                   Metric metric) const;

 private:
  VectorIndex(VectorRows rows, const IndexOptions& options);
  Status check_query(const std::vector<float>& query) const;

  std::unique_ptr<VectorRows> rows_;
  IndexOptions options_;
  std::string source_;
};

}  // namespace jaedan::recommender
