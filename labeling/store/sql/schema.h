#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "labeling/store/sql/connection.h"

namespace jaedan::labeling::sql {

/// One step from the schema before to the next. Steps are never changed once they were released; a new one
/// is added behind.
struct Migration {
  int version = 0;  ///< of the schema after it; 1, 2, 3, … without gaps
  std::vector<std::string> statements;
  Status (*carry)(Connection& connection) =
      nullptr;  ///< after them: takes over what the statements cannot; may be null
};

/// All steps from an empty database to the schema of this program.
std::vector<Migration> migrations(const Dialect& dialect);

/// Whether there is no project in the database at all (a file that was just made).
Result<bool> is_empty(Connection& connection);
/// Version of the schema in the database: 0 when it is empty. kCorrupt when it holds something else.
Result<int> schema_version(Connection& connection);

/// kIo, with the figures, when `free_bytes` in `folder` are too few to copy a database of `stored_bytes` and migrate
/// it.
Status check_room(const std::string& folder, std::uintmax_t stored_bytes, std::uintmax_t free_bytes);

/// Takes the database through every migration that it has not seen, each in one transaction: after a failure
/// it has the schema of the last one that worked. When there is data to lose, first copies the database to
/// `backup_folder` (made when needed), and tells so through the connection. kUnsupported when the database is newer
/// than `steps`.
Status migrate(Connection& connection, const std::vector<Migration>& steps, const std::string& backup_folder);

}  // namespace jaedan::labeling::sql
