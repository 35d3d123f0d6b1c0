#include "app/workflow/jobs/job.h"

#include <utility>

namespace jaedan::workflow {

struct JobRunner::Job {
  std::int64_t id = 0;
  std::string title;
  Work work;
  CancelFlag cancel;
  Progress progress;  // guarded by the runner's mutex
};

JobRunner::JobRunner() : thread_([this] { run(); }) {}

JobRunner::~JobRunner() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    stopping_ = true;
    waiting_.clear();
    if (running_) running_->cancel.cancel();
  }
  changed_.notify_all();
  thread_.join();
}

std::int64_t JobRunner::submit(std::string title, Work work) {
  return enqueue(std::move(title), std::move(work), false);
}

std::int64_t JobRunner::submit_first(std::string title, Work work) {
  return enqueue(std::move(title), std::move(work), true);
}

std::int64_t JobRunner::enqueue(std::string title, Work work, bool first) {
  auto job = std::make_shared<Job>();
  job->title = std::move(title);
  job->work = std::move(work);
  const std::lock_guard<std::mutex> lock(mutex_);
  job->id = next_id_++;
  const std::int64_t id = job->id;
  if (first) {
    waiting_.push_front(std::move(job));
  } else {
    waiting_.push_back(std::move(job));
  }
  changed_.notify_all();
  return id;
}

void JobRunner::cancel(std::int64_t id) {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (running_ && running_->id == id) running_->cancel.cancel();
  for (const auto& job : waiting_) {
    if (job->id == id) job->cancel.cancel();
  }
}

void JobRunner::cancel_all() {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (running_) running_->cancel.cancel();
  for (const auto& job : waiting_) job->cancel.cancel();
}

int JobRunner::drain() {
  std::deque<std::function<void()>> ready;
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    ready.swap(finished_);
  }
  for (const auto& result : ready) {
    if (result) result();
  }
  return static_cast<int>(ready.size());
}

std::vector<JobView> JobRunner::visible() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  std::vector<JobView> views;
  if (running_ && !running_->title.empty()) views.push_back({running_->id, running_->title, running_->progress, true});
  for (const auto& job : waiting_) {
    if (!job->title.empty()) views.push_back({job->id, job->title, {}, false});
  }
  return views;
}

bool JobRunner::idle() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return !running_ && waiting_.empty();
}

void JobRunner::wait_idle() {
  std::unique_lock<std::mutex> lock(mutex_);
  changed_.wait(lock, [this] { return !running_ && waiting_.empty(); });
}

void JobRunner::set_wake(std::function<void()> wake) {
  const std::lock_guard<std::mutex> lock(mutex_);
  wake_ = std::move(wake);
}

void JobRunner::run() {
  std::unique_lock<std::mutex> lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    if (stopping_) return;
    running_ = waiting_.front();
    waiting_.pop_front();
    const std::shared_ptr<Job> job = running_;
    lock.unlock();

    Watch watch;
    watch.cancel = &job->cancel;
    watch.progress = [this, job](const Progress& progress) {
      std::function<void()> wake;
      {
        const std::lock_guard<std::mutex> guard(mutex_);
        job->progress = progress;
        wake = wake_;
      }
      if (wake) wake();
    };
    std::function<void()> result = job->work(watch);

    lock.lock();
    // What the job holds must not be destroyed under the lock: its destructor may submit again.
    const std::shared_ptr<Job> finished = std::move(running_);
    running_.reset();
    finished_.push_back(std::move(result));
    const std::function<void()> wake = wake_;
    changed_.notify_all();
    lock.unlock();
    if (wake) wake();
    lock.lock();
  }
}

}  // namespace jaedan::workflow
