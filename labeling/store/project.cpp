#include <filesystem>
#include <system_error>

#include "labeling/store/sql/schema.h"
#include "labeling/store/sql/sql_store.h"
#include "labeling/store/store.h"

namespace jaedan::labeling {
namespace {

namespace fs = std::filesystem;

/// The folder as an absolute path: a path that starts with "file:" would mean something else to SQLite.
Result<fs::path> project_folder(const std::string& path) {
  if (path.rfind("postgresql://", 0) == 0 || path.rfind("postgres://", 0) == 0) {
    return Error{ErrorCode::kUnsupported, "not supported in this build: PostgreSQL projects come later; name a folder"};
  }
  std::error_code failed;
  fs::path folder = fs::absolute(path, failed).lexically_normal();
  if (path.empty() || failed) return Error{ErrorCode::kInvalidArgument, "a project needs the path of a folder"};
  if (!folder.has_filename()) folder = folder.parent_path();  // "NAME.jaedan/"
  if (folder.string().find('"') != std::string::npos) {
    return Error{ErrorCode::kInvalidArgument, path + ": a project folder cannot have a quotation mark in its path"};
  }
  return folder;
}

Result<std::unique_ptr<Store>> open_database(const fs::path& folder, bool fresh) {
  JAEDAN_ASSIGN_OR_RETURN(std::unique_ptr<sql::Connection> connection,
                          sql::Connection::open((folder / "project.db").string(), folder.string()));
  JAEDAN_ASSIGN_OR_RETURN(const bool empty, sql::is_empty(*connection));
  if (empty && !fresh) {
    return Error{ErrorCode::kCorrupt,
                 "project.db holds no project; go back to a copy of it, if one lies in the folder 'backups'"};
  }
  JAEDAN_RETURN_IF_ERROR(sql::migrate(*connection, sql::migrations(), (folder / "backups").string()));
  return sql::make_sql_store(std::move(connection));
}

/// What comes from opening the file names it already, the rest does not.
Error named(const Error& error, const std::string& path) {
  return error.message.rfind(path, 0) == 0 ? error : error.with_context(path);
}

}  // namespace

Result<std::unique_ptr<Store>> create_project(const std::string& path) {
  JAEDAN_ASSIGN_OR_RETURN(const fs::path folder, project_folder(path));
  std::error_code failed;
  if (fs::exists(folder, failed) && !fs::is_empty(folder, failed)) {
    return Error{ErrorCode::kConflict, path + ": there is something already; give another name or open it"};
  }
  for (const char* name : {"models", "cache"}) {
    fs::create_directories(folder / name, failed);
    if (failed) return Error{ErrorCode::kIo, path + ": cannot make the folder: " + failed.message()};
  }
  Result<std::unique_ptr<Store>> store = open_database(folder, true);
  if (!store.ok()) {
    fs::remove_all(folder, failed);  // nothing was in it before
    return named(store.error(), path);
  }
  return store;
}

Result<std::unique_ptr<Store>> open_project(const std::string& path) {
  JAEDAN_ASSIGN_OR_RETURN(const fs::path folder, project_folder(path));
  std::error_code failed;
  if (!fs::is_regular_file(folder / "project.db", failed)) {
    return Error{ErrorCode::kNotFound, path + ": there is no project here; make one with 'jaedan init'"};
  }
  Result<std::unique_ptr<Store>> store = open_database(folder, false);
  if (!store.ok()) return named(store.error(), path);
  return store;
}

}  // namespace jaedan::labeling
