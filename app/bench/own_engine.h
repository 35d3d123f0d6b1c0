#pragma once

#include <optional>

#include "app/bench/vector_engine.h"
#include "recommender/index/vector_index.h"

namespace jaedan::bench {

/// The recommender's own index, exact or as a graph.
class OwnEngine final : public VectorEngine {
 public:
  static Result<OwnEngine> make(std::size_t dimension, std::size_t expected, bool as_graph);

  Status append(const std::vector<float>& rows) override;
  Status remove(std::uint64_t id) override { return index_.remove(id); }
  Status save(const std::string& path) const override { return index_.save(path); }
  Status open(const std::string& path) override;
  void set_wanted(Ids wanted) override { wanted_ = std::move(wanted); }
  Result<Ids> nearest(const std::vector<float>& query, std::size_t k) const override;

 private:
  OwnEngine(recommender::VectorIndex index, const recommender::IndexOptions& options)
      : index_(std::move(index)), options_(options) {}

  recommender::VectorIndex index_;
  recommender::IndexOptions options_;
  std::uint64_t next_id_ = 0;
  Ids wanted_;
};

}  // namespace jaedan::bench
