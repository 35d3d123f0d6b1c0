#pragma once

#include <memory>
#include <string>

#include "labeling/store/store.h"

namespace jaedan::labeling::testing {

/// create_project and open_project by a project's name.
inline Result<std::unique_ptr<Store>> create_project_at(const std::string& project) {
  JAEDAN_ASSIGN_OR_RETURN(const ProjectPlace place, ProjectPlace::parse(project));
  return create_project(place);
}
inline Result<std::unique_ptr<Store>> open_project_at(const std::string& project) {
  JAEDAN_ASSIGN_OR_RETURN(const ProjectPlace place, ProjectPlace::parse(project));
  return open_project(place);
}

}  // namespace jaedan::labeling::testing
