#include <filesystem>
#include <system_error>

#include "labeling/store/sql/counts/count_log.h"
#include "labeling/store/sql/schema.h"
#include "labeling/store/sql/sql_store.h"
#include "labeling/store/store.h"

namespace jaedan::labeling {
namespace {

namespace fs = std::filesystem;

Result<std::unique_ptr<Store>> open_database(const ProjectPlace& place, bool fresh, const OpenNews& news) {
  JAEDAN_ASSIGN_OR_RETURN(std::unique_ptr<sql::Connection> connection,
                          sql::Connection::open(place.database, place.folder));
  JAEDAN_ASSIGN_OR_RETURN(const bool empty, sql::is_empty(*connection));
  if (empty && !fresh) {
    return Error{ErrorCode::kCorrupt, "store.empty_database",
                 "project.db holds no project; go back to a copy of it, if one lies in the folder 'backups'"};
  }
  std::error_code failed;
  const fs::path database = fs::weakly_canonical(place.database, failed);
  connection->set_photo_paths(sql::PhotoPaths(failed ? std::string() : database.parent_path().string()));
  connection->set_news(news);
  JAEDAN_RETURN_IF_ERROR(sql::migrate(*connection, sql::migrations(connection->dialect()), place.backups_dir()));
  JAEDAN_RETURN_IF_ERROR(sql::catch_up_counts(*connection));
  connection->set_news({});  // whom it tells may be gone after this call
  JAEDAN_RETURN_IF_ERROR(sql::find_photo_folder(*connection, fs::path(place.database).parent_path().string()));
  return sql::make_sql_store(std::move(connection));
}

/// What comes from opening the file names it already, the rest does not.
Error named(const Error& error, const std::string& path) {
  return error.text().rfind(path, 0) == 0 ? error : error.with_context(path);
}

}  // namespace

Result<std::unique_ptr<Store>> create_project(const ProjectPlace& place) {
  std::error_code failed;
  if (fs::exists(place.folder, failed) && !fs::is_empty(place.folder, failed)) {
    return Error{ErrorCode::kConflict,
                 "store.folder_taken",
                 "{0}: there is something already; give another name or open it",
                 {place.folder}};
  }
  for (const std::string& folder : {place.models_dir(), place.cache_dir()}) {
    fs::create_directories(folder, failed);
    if (failed) {
      return Error{ErrorCode::kIo,
                   "folder.cannot_make",
                   "{0}: cannot make the folder: {1}",
                   {place.folder, system_message(failed)}};
    }
  }
  Result<std::unique_ptr<Store>> store = open_database(place, true, {});
  if (!store.ok()) {
    fs::remove_all(place.folder, failed);  // nothing was in it before
    return named(store.error(), place.folder);
  }
  return store;
}

Result<std::unique_ptr<Store>> open_project(const ProjectPlace& place, const OpenNews& news) {
  std::error_code failed;
  if (!fs::is_regular_file(place.database, failed)) {
    return Error{ErrorCode::kNotFound,
                 "store.no_project",
                 "{0}: there is no project here; make one with 'jaedan init'",
                 {place.folder}};
  }
  Result<std::unique_ptr<Store>> store = open_database(place, false, news);
  if (!store.ok()) return named(store.error(), place.folder);
  return store;
}

}  // namespace jaedan::labeling
