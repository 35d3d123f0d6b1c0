#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>

namespace jaedan::workflow {

/// Runs pieces of work in the order of their places 0, 1, 2, …, although several threads bring them in any order: what
/// comes early waits. So a table has the same rows in the same order however many threads made them, and only what
/// overtook a slow neighbour is in memory. Thread-safe; work runs one piece at a time.
class InOrder {
 public:
  /// Runs `work` as soon as every earlier place was put or skipped: now, or in whichever call comes later. The
  /// first word on a place counts.
  void put(std::int64_t place, std::function<void()> work);
  /// There is no work for this place.
  void skip(std::int64_t place) { put(place, {}); }
  /// Runs what still waits, in order. Call last: the places in between will not come any more.
  void finish();

 private:
  std::mutex mutex_;
  std::int64_t next_ = 0;
  std::map<std::int64_t, std::function<void()>> waiting_;
};

}  // namespace jaedan::workflow
