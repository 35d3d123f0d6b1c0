#include "app/workflow/jobs/in_order.h"

namespace jaedan::workflow {

void InOrder::put(std::int64_t place, std::function<void()> work) {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (place < next_) return;
  waiting_.emplace(place, std::move(work));
  for (auto first = waiting_.begin(); first != waiting_.end() && first->first == next_; first = waiting_.begin()) {
    if (first->second) first->second();
    waiting_.erase(first);
    ++next_;
  }
}

void InOrder::finish() {
  const std::lock_guard<std::mutex> lock(mutex_);
  for (const auto& [place, work] : waiting_) {
    if (work) work();
  }
  waiting_.clear();
}

}  // namespace jaedan::workflow
