#pragma once

#include <sys/types.h>

#include <vector>

#include "inference/train/learn/worker_place.h"
#include "labeling/base/result.h"

namespace jaedan::workflow {

/// Turns this process into `count`, all of which go on behind the call. Only for a program that has one thread and has
/// not loaded a model yet: the others would not survive in the copies. The copies end when the first process does, and
/// what they print to stdout goes nowhere.
class WorkerProcesses {
 public:
  WorkerProcesses() = default;
  /// In the first process: removes the meeting file and waits for the others.
  ~WorkerProcesses();
  WorkerProcesses(const WorkerProcesses&) = delete;
  WorkerProcesses& operator=(const WorkerProcesses&) = delete;

  /// kIo when there is no room for a file or a process.
  Status start(int count);
  const inference::WorkerPlace& place() const { return place_; }

 private:
  inference::WorkerPlace place_;
  std::vector<pid_t> others_;
};

}  // namespace jaedan::workflow
