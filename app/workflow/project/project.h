#pragma once

#include <memory>
#include <string>

#include "labeling/base/result.h"
#include "labeling/domain/taxonomy.h"
#include "labeling/store/store.h"

namespace jaedan::workflow {

/// An opened project: its place, its store and its vocabulary. Threads may share it as they may share its store
/// (labeling/store/store.h): their calls wait for each other.
class Project {
 public:
  /// Makes `project` (a folder NAME.jaedan). Errors of ProjectPlace::parse; kConflict when it exists.
  static Result<Project> create(const std::string& project);
  /// Errors of ProjectPlace::parse; kNotFound, kCorrupt, kUnsupported. `news` is told of an older project that is taken
  /// over.
  static Result<Project> open(const std::string& project, const labeling::OpenNews& news = {});

  const labeling::ProjectPlace& place() const { return place_; }
  labeling::Store& store() const { return *store_; }
  const Taxonomy& taxonomy() const { return *taxonomy_; }

  /// Where the pixels of `photo` lie: its path as it is, or below the project folder when relative.
  std::string photo_path(const Photo& photo) const;

 private:
  Project(labeling::ProjectPlace place, std::unique_ptr<labeling::Store> store,
          std::shared_ptr<const Taxonomy> taxonomy);

  labeling::ProjectPlace place_;
  std::unique_ptr<labeling::Store> store_;
  std::shared_ptr<const Taxonomy> taxonomy_;
};

/// The name of one of its people, as the project has it, or of anybody who did something in it; empty for empty.
/// kNotFound.
Result<std::string> name_in(const Project& project, const std::string& name);
/// The vocabulary: K-Fashion and, with it, gender and season.
Result<std::shared_ptr<const Taxonomy>> load_project_taxonomy();
/// Name under which changes are logged: $JAEDAN_USER, else the system's user name.
std::string default_user();

}  // namespace jaedan::workflow
