#pragma once

#include <memory>
#include <string>

#include "labeling/base/result.h"
#include "labeling/domain/taxonomy.h"
#include "labeling/store/store.h"

namespace jaedan::workflow {

/// An opened project: its store, its vocabulary and its folders. Belongs to one thread at a time; each
/// thread that works on a project opens its own.
class Project {
 public:
  /// Makes PROJECT (a folder NAME.jaedan). kConflict when it exists.
  static Result<Project> create(const std::string& path);
  /// kNotFound, kCorrupt, kUnsupported.
  static Result<Project> open(const std::string& path);

  const std::string& path() const { return path_; }
  labeling::Store& store() const { return *store_; }
  const Taxonomy& taxonomy() const { return *taxonomy_; }

  std::string models_dir() const { return path_ + "/models"; }
  std::string cache_dir() const { return path_ + "/cache"; }
  std::string snapshots_dir() const { return path_ + "/snapshots"; }
  /// Where the pixels of `photo` lie: its path as it is, or below the project folder when relative.
  std::string photo_path(const Photo& photo) const;

 private:
  Project(std::string path, std::unique_ptr<labeling::Store> store, std::shared_ptr<const Taxonomy> taxonomy);

  std::string path_;
  std::unique_ptr<labeling::Store> store_;
  std::shared_ptr<const Taxonomy> taxonomy_;
};

/// The vocabulary: K-Fashion and, with it, gender and season.
Result<std::shared_ptr<const Taxonomy>> load_project_taxonomy();
/// Name under which changes are logged: $JAEDAN_USER, else the system's user name.
std::string default_user();

}  // namespace jaedan::workflow
