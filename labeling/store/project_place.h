#pragma once

#include <string>

#include "labeling/base/result.h"

namespace jaedan::labeling {

/// Where a project is. Its folder and its database are two things: only a project of SQLite has the one inside the
/// other. Parsed once, from what a person names; no other code puts a path of a project together.
struct ProjectPlace {
  std::string folder;    ///< what lies beside the database, as the person named it
  std::string database;  ///< the file of an SQLite database, absolute

  /// `project`: a folder NAME.jaedan, there or not yet. kInvalidArgument for a path that cannot be one, kUnsupported
  /// for the address of a server (postgresql://…).
  static Result<ProjectPlace> parse(const std::string& project);

  std::string models_dir() const { return folder + "/models"; }
  std::string cache_dir() const { return folder + "/cache"; }
  std::string backups_dir() const { return folder + "/backups"; }
};

}  // namespace jaedan::labeling
