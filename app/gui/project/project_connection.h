#pragma once

#include <mutex>
#include <optional>
#include <string>

#include "app/workflow/project/project.h"

namespace jaedan::gui {

/// The project, opened when it is first needed. Threads that share a connection make short calls: the calls of one wait
/// for those of the others (labeling/store/store.h).
class ProjectConnection {
 public:
  explicit ProjectConnection(std::string path) : path_(std::move(path)) {}

  /// From any thread; the same object each time. Errors of Project::open; the next call tries again.
  Result<workflow::Project*> project();

 private:
  const std::string path_;
  std::mutex mutex_;
  std::optional<workflow::Project> project_;
};

}  // namespace jaedan::gui
