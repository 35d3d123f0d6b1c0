#include "app/workflow/project/project.h"

#include <pwd.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "labeling/formats/taxonomy_json.h"
#include "labeling/io/assets.h"

namespace jaedan::workflow {

Project::Project(labeling::ProjectPlace place, std::unique_ptr<labeling::Store> store,
                 std::shared_ptr<const Taxonomy> taxonomy)
    : place_(std::move(place)), store_(std::move(store)), taxonomy_(std::move(taxonomy)) {}

Result<Project> Project::create(const std::string& project) {
  JAEDAN_ASSIGN_OR_RETURN(labeling::ProjectPlace place, labeling::ProjectPlace::parse(project));
  JAEDAN_ASSIGN_OR_RETURN(auto taxonomy, load_project_taxonomy());
  JAEDAN_ASSIGN_OR_RETURN(auto store, labeling::create_project(place));
  return Project(std::move(place), std::move(store), std::move(taxonomy));
}

Result<Project> Project::open(const std::string& project) {
  JAEDAN_ASSIGN_OR_RETURN(labeling::ProjectPlace place, labeling::ProjectPlace::parse(project));
  JAEDAN_ASSIGN_OR_RETURN(auto taxonomy, load_project_taxonomy());
  JAEDAN_ASSIGN_OR_RETURN(auto store, labeling::open_project(place));
  return Project(std::move(place), std::move(store), std::move(taxonomy));
}

std::string Project::photo_path(const Photo& photo) const {
  const std::filesystem::path file(photo.path);
  return file.is_absolute() ? photo.path : (std::filesystem::path(place_.folder) / file).string();
}

Result<std::shared_ptr<const Taxonomy>> load_project_taxonomy() {
  JAEDAN_ASSIGN_OR_RETURN(const std::string assets, labeling::assets_dir());
  JAEDAN_ASSIGN_OR_RETURN(Taxonomy taxonomy, labeling::load_taxonomy({assets + "/taxonomy/kfashion.json",
                                                                      assets + "/taxonomy/extra.json"}));
  return std::make_shared<const Taxonomy>(std::move(taxonomy));
}

std::string default_user() {
  if (const char* set = std::getenv("JAEDAN_USER"); set && *set) return set;
  if (const passwd* entry = ::getpwuid(::getuid()); entry && entry->pw_name) return entry->pw_name;
  return "user";
}

}  // namespace jaedan::workflow
