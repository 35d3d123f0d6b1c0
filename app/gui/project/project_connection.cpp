#include "app/gui/project/project_connection.h"

#include <utility>

namespace jaedan::gui {

Result<workflow::Project*> ProjectConnection::project() {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (!project_) {
    JAEDAN_ASSIGN_OR_RETURN(workflow::Project opened, workflow::Project::open(path_));
    project_.emplace(std::move(opened));
  }
  return &*project_;
}

}  // namespace jaedan::gui
