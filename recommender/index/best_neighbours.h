#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "recommender/index/vector_index.h"

namespace jaedan::recommender {

/// Keeps the best `k` of what it is offered, equals by id.
class BestNeighbours {
 public:
  explicit BestNeighbours(std::size_t k) : k_(k) {}

  void offer(const Neighbour& candidate) {
    if (heap_.size() == k_ && (k_ == 0 || !better(candidate, heap_.front()))) return;
    heap_.push_back(candidate);
    std::push_heap(heap_.begin(), heap_.end(), better);  // the worst one is in front
    if (heap_.size() <= k_) return;
    std::pop_heap(heap_.begin(), heap_.end(), better);
    heap_.pop_back();
  }
  /// Best first; leaves nothing behind.
  std::vector<Neighbour> take() {
    std::sort(heap_.begin(), heap_.end(), better);
    return std::exchange(heap_, {});
  }

 private:
  static bool better(const Neighbour& a, const Neighbour& b) {
    return a.score != b.score ? a.score > b.score : a.id < b.id;
  }

  std::size_t k_;
  std::vector<Neighbour> heap_;
};

}  // namespace jaedan::recommender
