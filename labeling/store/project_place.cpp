#include "labeling/store/project_place.h"

#include <filesystem>

namespace jaedan::labeling {

namespace fs = std::filesystem;

Result<ProjectPlace> ProjectPlace::parse(const std::string& project) {
  if (project.rfind("postgresql://", 0) == 0 || project.rfind("postgres://", 0) == 0) {
    return Error{ErrorCode::kUnsupported, "store.server_unsupported",
                 "not supported in this build: PostgreSQL projects come later; name a folder"};
  }
  std::error_code failed;
  // Absolute: a path that starts with "file:" would mean something else to SQLite.
  fs::path folder = fs::absolute(project, failed).lexically_normal();
  if (project.empty() || failed) {
    return Error{ErrorCode::kInvalidArgument, "store.path_empty", "a project needs the path of a folder"};
  }
  if (!folder.has_filename()) folder = folder.parent_path();  // "NAME.jaedan/"
  if (folder.string().find('"') != std::string::npos) {
    return Error{ErrorCode::kInvalidArgument,
                 "store.quoted_path",
                 "{0}: a project folder cannot have a quotation mark in its path",
                 {project}};
  }
  return ProjectPlace{project, (folder / "project.db").string()};
}

}  // namespace jaedan::labeling
