#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "app/gui/project/project_connection.h"
#include "app/workflow/jobs/job.h"

namespace jaedan::gui {

/// A worker thread with the project open, so that the window's thread never waits for a disk or a database. What a
/// piece of work returns runs on the window's thread, in `drain`.
class ProjectThread {
 public:
  using Work = std::function<std::function<void()>(workflow::Project&, const workflow::Watch&)>;
  using Failed = std::function<void(const Error&)>;

  /// `failed` hears, on the draining thread, that the project cannot be opened; work is then left undone.
  ProjectThread(std::shared_ptr<ProjectConnection> connection, Failed failed, std::function<void()> wake);

  std::int64_t submit(std::string title, Work work);
  /// Ahead of everything that waits.
  std::int64_t submit_first(std::string title, Work work);
  int drain() { return jobs_.drain(); }
  bool idle() const { return jobs_.idle(); }
  workflow::JobRunner& jobs() { return jobs_; }
  const workflow::JobRunner& jobs() const { return jobs_; }

 private:
  workflow::JobRunner::Work with_project(Work work);

  std::shared_ptr<ProjectConnection> connection_;
  Failed failed_;
  workflow::JobRunner jobs_;  // last: its thread uses the others
};

}  // namespace jaedan::gui
