#pragma once

#include <string>

#include "labeling/base/result.h"

namespace jaedan::labeling::sql {

class Connection;

/// How the database keeps the paths of photos. One that has a folder in common with the project's is kept as the way to
/// it from there, "./../photos/1.jpg", so that a project which is moved or copied together with its photos still finds
/// them; every other one as it is. Callers of the store see whole paths only.
class PhotoPaths {
 public:
  /// Keeps and shows all paths as they are.
  PhotoPaths() = default;
  /// `folder`: absolute, links followed.
  explicit PhotoPaths(std::string folder) : folder_(std::move(folder)) {}

  std::string kept(const std::string& path) const;
  std::string shown(const std::string& kept) const;

 private:
  std::string folder_;
};

/// Decides from where the kept ways start: the folder that the project lies in now, or, where the photos stayed behind
/// when the project alone was moved, the folder that it lay in when they were found last, which the table `place`
/// remembers. Sets the connection's paths. A project that cannot be written is looked at all the same.
Status find_photo_folder(Connection& connection, const std::string& project_folder);

/// Migration: ways instead of paths where they can be, names in Unicode's form C.
Status carry_photo_paths(Connection& connection);

}  // namespace jaedan::labeling::sql
