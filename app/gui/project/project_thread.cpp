#include "app/gui/project/project_thread.h"

#include <utility>

namespace jaedan::gui {

struct ProjectThread::Opened {
  std::string path;
  std::optional<workflow::Project> project;
};

ProjectThread::ProjectThread(std::string path, Failed failed, std::function<void()> wake)
    : opened_(std::make_shared<Opened>()), failed_(std::move(failed)) {
  opened_->path = std::move(path);
  jobs_.set_wake(std::move(wake));
}

std::int64_t ProjectThread::submit(std::string title, Work work) {
  return jobs_.submit(std::move(title), with_project(std::move(work)));
}

std::int64_t ProjectThread::submit_first(std::string title, Work work) {
  return jobs_.submit_first(std::move(title), with_project(std::move(work)));
}

workflow::JobRunner::Work ProjectThread::with_project(Work work) {
  return [opened = opened_, failed = failed_, work = std::move(work)](const workflow::Watch& watch) {
    if (!opened->project) {
      Result<workflow::Project> project = workflow::Project::open(opened->path);
      if (!project.ok()) {
        return std::function<void()>([failed, error = project.error()] {
          if (failed) failed(error);
        });
      }
      opened->project.emplace(std::move(project).value());
    }
    return work(*opened->project, watch);
  };
}

}  // namespace jaedan::gui
