#pragma once

#include <algorithm>
#include <chrono>

namespace jaedan::inference {

using RunClock = std::chrono::steady_clock;

inline double seconds_since(RunClock::time_point start) {
  return std::chrono::duration<double>(RunClock::now() - start).count();
}

/// How fast an epoch goes in this session.
class Pace {
 public:
  /// Runs `get` and counts its time as waiting.
  template <typename Get>
  auto waiting(Get get) {
    const auto begin = RunClock::now();
    auto got = get();
    waited_ += seconds_since(begin);
    return got;
  }
  void add(int photos) { photos_ += photos, ++steps_; }
  double seconds() const { return seconds_since(start_); }
  double seconds_a_step() const { return seconds() / std::max(1, steps_); }
  double photos_per_second() const { return photos_ / std::max(1e-9, seconds()); }
  double waited_share() const { return waited_ / std::max(1e-9, seconds()); }

 private:
  const RunClock::time_point start_ = RunClock::now();
  double waited_ = 0;
  int photos_ = 0;
  int steps_ = 0;
};

}  // namespace jaedan::inference
