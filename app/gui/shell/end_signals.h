#pragma once

#include <atomic>
#include <functional>
#include <thread>

namespace jaedan::gui {

/// Takes the signals that ask a program to end (SIGTERM at logout, SIGHUP, SIGINT) for requests to close the window, so
/// that what is not saved yet is. Made before any other thread, which inherits that they wait; one at a time.
class EndSignals {
 public:
  /// `wake` is called from another thread when one came.
  explicit EndSignals(std::function<void()> wake);
  ~EndSignals();
  EndSignals(const EndSignals&) = delete;
  EndSignals& operator=(const EndSignals&) = delete;

  /// Whether one came since the last call.
  bool take() { return came_.exchange(false); }

 private:
  std::atomic<bool> came_ = false;
  std::atomic<bool> ends_ = false;
  std::thread thread_;
};

}  // namespace jaedan::gui
