#pragma once

#include <optional>
#include <string>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/store/sql/soci_headers.h"

namespace jaedan::labeling::sql {

/// Everything in which one database differs from another. This is SQLite's; a PostgreSQL store brings a
/// second .cpp with the same functions and shares every other file of this folder.
namespace dialect {

/// Type of a table's own integer key, which the database numbers.
inline constexpr const char* kKeyType = "integer primary key autoincrement";
/// Behind `create table (…)`: rows lie in the order of the primary key instead of beside an index of it.
inline constexpr const char* kClustered = " without rowid";

/// Opens the database file; it must be there unless `create`.
void open(soci::session& session, const std::string& path);
/// One consistent view for several reads. Never waits for writers.
inline constexpr const char* kBeginRead = "begin";
/// Waits its turn first. `begin` alone would take the write lock at the first write, when another writer
/// may have come between, and then fail at once instead of waiting.
inline constexpr const char* kBeginWrite = "begin immediate";

/// Condition: the text `column` holds the text `parameter` somewhere.
std::string contains(const std::string& column, const std::string& parameter);
/// Statements that make `table` refuse every update and delete.
std::vector<std::string> append_only(const std::string& table);
bool has_table(soci::session& session, const std::string& table);
/// Damage the database itself finds, one sentence each.
std::vector<std::string> integrity_problems(soci::session& session);
/// A consistent copy of the whole database, also while others write.
void back_up(soci::session& session, const std::string& destination);
/// What a foreign exception means in words, when it comes from this database.
std::optional<Error> error_from(const std::exception& exception);

}  // namespace dialect
}  // namespace jaedan::labeling::sql
