#include <filesystem>

#include "labeling/store/program.h"
#include "labeling/store/sql/schema.h"

namespace jaedan::labeling::sql {
namespace {

Status back_up(Connection& connection, const std::string& folder, int version) {
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  if (failed) {
    return Error{ErrorCode::kIo,
                 "store.no_backup_folder",
                 "{0}: cannot make the folder for a backup: {1}",
                 {folder, system_message(failed)}};
  }
  const std::filesystem::space_info space = std::filesystem::space(folder, failed);
  JAEDAN_ASSIGN_OR_RETURN(const std::uintmax_t stored, connection.read([&]() -> Result<std::uintmax_t> {
    return connection.dialect().stored_bytes(connection.session());
  }));
  if (!failed) JAEDAN_RETURN_IF_ERROR(check_room(folder, stored, space.available));
  const std::string file = folder + "/project-schema" + std::to_string(version) + "-" + utc_now() + ".db";
  Status copied = connection.guarded([&]() -> Status {
    connection.dialect().back_up(connection.session(), file);
    return {};
  });
  if (!copied.ok()) {
    std::filesystem::remove(file, failed);  // half a copy is none
    return copied;
  }
  connection.tell({"store.backed_up",
                   "the project was written by an older program and is taken over; a copy of it as it was is {0}",
                   {file}});
  return {};
}

Status apply(Connection& connection, const Migration& step) {
  return connection.write([&]() -> Status {
    soci::session& session = connection.session();
    // Two programs may open an old project at once: the second finds the work done.
    long long done = 0;
    session << "select count(*) from schema_version where version = :version", soci::use(step.version),
        soci::into(done);
    if (done > 0) return {};
    for (const std::string& statement : step.statements) session << statement;
    if (step.carry) JAEDAN_RETURN_IF_ERROR(step.carry(connection));
    const std::string at = utc_now();
    const std::string program = program_name();
    session << "insert into schema_version(version, applied_at, program) values(:version, :at, :program)",
        soci::use(step.version), soci::use(at), soci::use(program);
    return {};
  });
}

}  // namespace

Status check_room(const std::string& folder, std::uintmax_t stored_bytes, std::uintmax_t free_bytes) {
  constexpr std::uintmax_t kMegabyte = 1000 * 1000;
  // The copy, and while it is taken over, what changes lies there twice: in the database and in its log.
  const std::uintmax_t needed = 3 * stored_bytes + kMegabyte;
  if (free_bytes >= needed) return {};
  return Error{
      ErrorCode::kIo,
      "store.no_room_to_take_over",
      "{0}: the project was written by an older program; to copy it and take it over needs {1} MB here, and {2} "
      "MB are free; make room and try again, nothing was changed",
      {folder, needed / kMegabyte + 1, free_bytes / kMegabyte}};
}

Result<bool> is_empty(Connection& connection) {
  return connection.read([&]() -> Result<bool> {
    return !connection.dialect().has_table(connection.session(), "schema_version") &&
           !connection.dialect().has_table(connection.session(), "photo");
  });
}

Result<int> schema_version(Connection& connection) {
  return connection.read([&]() -> Result<int> {
    soci::session& session = connection.session();
    if (connection.dialect().has_table(session, "schema_version")) {
      int version = 0;
      session << "select coalesce(max(version), 0) from schema_version", soci::into(version);
      return version;
    }
    if (connection.dialect().has_table(session, "photo")) {
      return Error{ErrorCode::kCorrupt, "store.other_database",
                   "this is not a Jaedan database: it does not say its version"};
    }
    return 0;
  });
}

Status migrate(Connection& connection, const std::vector<Migration>& steps, const std::string& backup_folder) {
  JAEDAN_ASSIGN_OR_RETURN(const int version, schema_version(connection));
  const int newest = steps.back().version;
  if (version > newest) {
    return Error{ErrorCode::kUnsupported,
                 "store.newer_program",
                 "the project was written by a newer program (schema {0}, this one knows up to {1}); "
                 "install the newer version",
                 {version, newest}};
  }
  if (version == newest) return {};
  JAEDAN_ASSIGN_OR_RETURN(const bool empty, is_empty(connection));
  if (!empty) JAEDAN_RETURN_IF_ERROR(back_up(connection, backup_folder, version));
  JAEDAN_RETURN_IF_ERROR(connection.write([&]() -> Status {
    connection.session() << "create table if not exists schema_version (version integer not null primary key,"
                            " applied_at text not null, program text not null)";
    return {};
  }));
  for (const Migration& step : steps) {
    if (step.version > version) JAEDAN_RETURN_IF_ERROR(apply(connection, step));
  }
  return {};
}

}  // namespace jaedan::labeling::sql
