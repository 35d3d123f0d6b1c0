#include "app/gui/project/project_thread.h"

#include <utility>

namespace jaedan::gui {

ProjectThread::ProjectThread(std::shared_ptr<ProjectConnection> connection, Failed failed, std::function<void()> wake)
    : connection_(std::move(connection)), failed_(std::move(failed)) {
  jobs_.set_wake(std::move(wake));
}

std::int64_t ProjectThread::submit(std::string title, Work work) {
  return jobs_.submit(std::move(title), with_project(std::move(work)));
}

std::int64_t ProjectThread::submit_first(std::string title, Work work) {
  return jobs_.submit_first(std::move(title), with_project(std::move(work)));
}

workflow::JobRunner::Work ProjectThread::with_project(Work work) {
  return [connection = connection_, failed = failed_, work = std::move(work)](const workflow::Watch& watch) {
    const Result<workflow::Project*> project = connection->project();
    if (project.ok()) return work(**project, watch);
    return std::function<void()>([failed, error = project.error()] {
      if (failed) failed(error);
    });
  };
}

}  // namespace jaedan::gui
