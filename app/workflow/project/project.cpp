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

namespace {

/// A new project's folder shows what it is, and no project lies in another: folders of photos are told from projects
/// by their names, and a backup of the outer one would be one of both.
Status check_new_place(const labeling::ProjectPlace& place) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(place.database).parent_path();
  if (folder.extension() != ".jaedan" || folder.stem().empty()) {
    return Error{ErrorCode::kInvalidArgument,
                 "project.wrong_ending",
                 "{0}: a project's folder is called NAME.jaedan, so {1}",
                 {place.folder, folder.filename().string() + ".jaedan"}};
  }
  for (fs::path outer = folder.parent_path(); outer.has_relative_path(); outer = outer.parent_path()) {
    std::error_code failed;
    if (!fs::exists(outer / fs::path(place.database).filename(), failed)) continue;
    return Error{ErrorCode::kInvalidArgument,
                 "project.inside_another",
                 "{0}: lies inside the project {1}; a project needs a place of its own",
                 {place.folder, outer.string()}};
  }
  return {};
}

}  // namespace

Result<Project> Project::create(const std::string& project) {
  JAEDAN_ASSIGN_OR_RETURN(labeling::ProjectPlace place, labeling::ProjectPlace::parse(project));
  JAEDAN_RETURN_IF_ERROR(check_new_place(place));
  JAEDAN_ASSIGN_OR_RETURN(auto taxonomy, load_project_taxonomy());
  JAEDAN_ASSIGN_OR_RETURN(auto store, labeling::create_project(place));
  return Project(std::move(place), std::move(store), std::move(taxonomy));
}

Result<Project> Project::open(const std::string& project, const labeling::OpenNews& news) {
  JAEDAN_ASSIGN_OR_RETURN(labeling::ProjectPlace place, labeling::ProjectPlace::parse(project));
  JAEDAN_ASSIGN_OR_RETURN(auto taxonomy, load_project_taxonomy());
  JAEDAN_ASSIGN_OR_RETURN(auto store, labeling::open_project(place, news));
  return Project(std::move(place), std::move(store), std::move(taxonomy));
}

std::string Project::photo_path(const Photo& photo) const {
  const std::filesystem::path file(photo.path);
  return file.is_absolute() ? photo.path : (std::filesystem::path(place_.folder) / file).string();
}

Result<std::string> name_in(const Project& project, const std::string& name) {
  if (name.empty()) return name;
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<User> user, project.store().user_named(name));
  if (user) return user->name;
  labeling::LogQuery query;
  query.who = name;
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<labeling::LogRecord> records,
                          project.store().search_log(query, std::nullopt, 1));
  if (!records.empty()) return name;
  return Error{ErrorCode::kNotFound, "people.unknown", "there is no person named {0} in this project", {name}};
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
