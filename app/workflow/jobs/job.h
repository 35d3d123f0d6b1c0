#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "labeling/base/result.h"

namespace jaedan::workflow {

/// What the window shows of a job.
struct JobView {
  std::int64_t id = 0;
  std::string title;
  Progress progress;
  bool running = false;  ///< false: waits its turn
};

/// One worker thread with a queue. Work runs there; what it leaves behind runs on the thread that calls
/// `drain`, once a frame. So a window never waits and no result needs a lock.
class JobRunner {
 public:
  /// Runs on the worker; returns what to do with the result on the draining thread (may be empty).
  using Work = std::function<std::function<void()>(const Watch&)>;

  JobRunner();
  /// Cancels what runs, drops what waits, joins the thread.
  ~JobRunner();
  JobRunner(const JobRunner&) = delete;
  JobRunner& operator=(const JobRunner&) = delete;

  /// Queues work and returns its id. `title` empty: not shown to people (quick internal work).
  std::int64_t submit(std::string title, Work work);
  /// As `submit`, ahead of everything that waits.
  std::int64_t submit_first(std::string title, Work work);
  void cancel(std::int64_t id);
  void cancel_all();
  /// Runs what finished jobs left behind, on the calling thread; returns how many jobs finished.
  int drain();
  /// Jobs that run or wait and have a title.
  std::vector<JobView> visible() const;
  bool idle() const;
  /// Blocks until nothing runs or waits (results still need `drain`). For tests and closing.
  void wait_idle();
  /// Called from the worker whenever something is ready to drain, e.g. to wake a sleeping window.
  void set_wake(std::function<void()> wake);

 private:
  struct Job;
  std::int64_t enqueue(std::string title, Work work, bool first);
  void run();

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::shared_ptr<Job>> waiting_;
  std::shared_ptr<Job> running_;
  std::deque<std::function<void()>> finished_;
  std::function<void()> wake_;
  std::int64_t next_id_ = 1;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace jaedan::workflow
