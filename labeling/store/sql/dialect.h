#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/store/sql/soci_headers.h"

namespace jaedan::labeling::sql {

/// Everything in which one database differs from another; all else in this folder is the same for all. A connection has
/// one (Connection::dialect). Without state, so threads may share it.
class Dialect {
 public:
  virtual ~Dialect() = default;

  /// Opens the database (ProjectPlace::database) and sets the connection up. One that may not be written (permissions,
  /// a disk that is read-only) is opened to look at: every write fails.
  virtual void open(soci::session& session, const std::string& database) const = 0;
  /// What a foreign exception means in words, when it comes from this database.
  virtual std::optional<Error> error_from(const std::exception& exception) const = 0;

  /// Begins one consistent view for several reads. Never waits for writers.
  virtual const char* begin_read() const = 0;
  /// Begins a transaction that writes. Waits its turn first, where writers take turns.
  virtual const char* begin_write() const = 0;

  /// Type of a table's own integer key, which the database numbers.
  virtual const char* key_type() const = 0;
  /// Type of a table's own integer key that the program numbers.
  virtual const char* number_type() const = 0;
  /// Behind `create table (…)`: rows lie in the order of the primary key instead of beside an index of it.
  virtual const char* clustered() const = 0;
  /// Condition: the text `column` holds the text `parameter` somewhere.
  virtual std::string contains(const std::string& column, const std::string& parameter) const = 0;
  /// Statements that make `table` refuse every update and delete.
  virtual std::vector<std::string> append_only(const std::string& table) const = 0;

  virtual bool has_table(soci::session& session, const std::string& table) const = 0;
  /// Damage the database itself finds, one sentence each.
  virtual std::vector<Message> integrity_problems(soci::session& session) const = 0;
  /// How much room the whole database takes.
  virtual std::uintmax_t stored_bytes(soci::session& session) const = 0;
  /// A consistent copy of the whole database, also while others write, as the file `destination`.
  virtual void back_up(soci::session& session, const std::string& destination) const = 0;
};

const Dialect& sqlite_dialect();

}  // namespace jaedan::labeling::sql
