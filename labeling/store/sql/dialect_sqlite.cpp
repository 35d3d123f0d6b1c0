#include <filesystem>
#include <stdexcept>

#include "labeling/store/sql/dialect.h"

// Behind soci_headers.h, which says why.
#include <soci/sqlite3/soci-sqlite3.h>

namespace jaedan::labeling::sql {
namespace {

// Result codes of SQLite's C interface (sqlite.org/rescode.html); <sqlite3.h> cannot be included beside
// SOCI's SQLite header.
enum ResultCode {
  kBusy = 5,
  kLocked = 6,
  kReadOnly = 8,
  kIoError = 10,
  kCorruptFile = 11,
  kFull = 13,
  kCannotOpen = 14,
  kConstraint = 19,
  kNotADatabase = 26,
};

/// The last changes lie in a log that only a program that may write can take in.
class UnreadLog final : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// `path` as SQLite's address of a file (sqlite.org/uri.html).
std::string address_of(const std::string& path) {
  constexpr const char* kHex = "0123456789ABCDEF";
  std::string address = "file:";
  for (const char c : path) {
    if (c == '%' || c == '?' || c == '#') {
      address += {'%', kHex[c / 16], kHex[c % 16]};
    } else {
      address += c;
    }
  }
  return address;
}

/// SOCI has no way to escape a quote inside a quoted path; ProjectPlace refuses such folders.
void open_file(soci::session& session, const std::string& file) {
  session.open(soci::sqlite3, "db=\"" + file + "\" timeout=10");
}

class SqliteDialect final : public Dialect {
 public:
  const char* begin_read() const override { return "begin"; }
  // `begin` alone would take the write lock at the first write, when another writer may have come between, and then
  // fail at once instead of waiting.
  const char* begin_write() const override { return "begin immediate"; }
  const char* key_type() const override { return "integer primary key autoincrement"; }
  const char* number_type() const override { return "integer primary key"; }
  const char* clustered() const override { return " without rowid"; }

  void open(soci::session& session, const std::string& path) const override {
    try {
      open_file(session, path);
      // Asked for before the first page is written, and without effect later. A first look at the counts of a million
      // photos reads as many bytes in a quarter of the reads.
      session << "pragma page_size = 16384";
      // A reader sees its own moment while another writes.
      session << "pragma journal_mode = wal";
      session << "pragma wal_autocheckpoint = 250";  // of these pages 4 MiB, SQLite's usual
      // Every commit is on the disk before it is acknowledged; NORMAL would lose the last ones at a power cut.
      session << "pragma synchronous = full";
    } catch (const soci::sqlite3_soci_error& error) {
      const int code = error.result() & 0xFF;
      std::error_code unknown;
      const bool may_be_read = (code == kReadOnly || code == kCannotOpen) && std::filesystem::exists(path, unknown);
      if (!may_be_read) throw;
      open_to_look(session, path);
    }
    session << "pragma foreign_keys = on";
    // Without it `insert or replace` deletes rows behind the back of a trigger that refuses deletes.
    session << "pragma recursive_triggers = on";
    session << "pragma cache_size = -65536";  // 64 MiB: the indexes of a million photos stay warm
  }

  /// Where nothing may be written, not even the files that a log needs beside the database: as one that does not
  /// change.
  static void open_to_look(soci::session& session, const std::string& path) {
    std::error_code none;
    const auto log_bytes = std::filesystem::file_size(path + "-wal", none);
    if (!none && log_bytes > 0) throw UnreadLog(path + "-wal");
    session.close();
    open_file(session, address_of(path) + "?mode=ro&immutable=1");
    long long tables = 0;
    session << "select count(*) from sqlite_master", soci::into(tables);  // may not be read either: said here
  }

  std::string contains(const std::string& column, const std::string& parameter) const override {
    return "instr(" + column + ", " + parameter + ") > 0";
  }

  std::vector<std::string> append_only(const std::string& table) const override {
    std::vector<std::string> statements;
    for (const std::string event : {"update", "delete"}) {
      statements.push_back("create trigger " + table + "_refuses_" + event + " before " + event + " on " + table +
                           " begin select raise(abort, '" + table + " is append-only'); end");
    }
    return statements;
  }

  bool has_table(soci::session& session, const std::string& table) const override {
    long long found = 0;
    session << "select count(*) from sqlite_master where type = 'table' and name = :name", soci::use(table),
        soci::into(found);
    return found > 0;
  }

  std::vector<Message> integrity_problems(soci::session& session) const override {
    std::vector<Message> problems;
    std::string line;
    soci::statement check = (session.prepare << "pragma integrity_check(100)", soci::into(line));
    check.execute();
    while (check.fetch()) {
      if (line != "ok") problems.push_back({"store.integrity_failed", "the database is damaged: {0}", {line}});
    }
    std::string table;
    std::string parent;
    soci::statement keys = (session.prepare << "select \"table\", \"parent\" from pragma_foreign_key_check limit 100",
                            soci::into(table), soci::into(parent));
    keys.execute();
    while (keys.fetch()) {
      problems.push_back(
          {"store.row_missing", "a row of {0} points at a row of {1} that is not there", {table, parent}});
    }
    return problems;
  }

  std::uintmax_t stored_bytes(soci::session& session) const override {
    long long pages = 0;
    long long page_bytes = 0;
    session << "pragma page_count", soci::into(pages);
    session << "pragma page_size", soci::into(page_bytes);
    return static_cast<std::uintmax_t>(pages) * static_cast<std::uintmax_t>(page_bytes);
  }

  void back_up(soci::session& session, const std::string& destination) const override {
    session << "vacuum into :destination", soci::use(destination);
  }

  std::optional<Error> error_from(const std::exception& exception) const override {
    if (dynamic_cast<const UnreadLog*>(&exception)) {
      return Error{ErrorCode::kIo,
                   "store.unread_log",
                   "nothing may be written here, but the last changes still lie in {0}; copy the project to where you "
                   "may write and open it there",
                   {exception.what()}};
    }
    const auto* failure = dynamic_cast<const soci::sqlite3_soci_error*>(&exception);
    if (!failure) return std::nullopt;
    const std::string detail = failure->what();
    switch (failure->result() & 0xFF) {  // the upper bits only refine the code
      case kBusy:
      case kLocked:
        return Error{ErrorCode::kUnavailable,
                     "store.database_busy",
                     "another program has held the database for over 10 s; close it or try again ({0})",
                     {detail}};
      case kReadOnly:
        return Error{
            ErrorCode::kIo, "store.database_read_only",
            "the project may only be looked at: its database may not be written here; check the permissions of "
            "its folder, or copy the project to where you may write"};
      case kIoError:
        return Error{
            ErrorCode::kIo, "store.disk_refused", "the disk refused to read or write the database ({0})", {detail}};
      case kFull:
        return Error{ErrorCode::kIo,
                     "store.disk_full",
                     "the disk is full; nothing was changed, make room and try again ({0})",
                     {detail}};
      case kCannotOpen:
        return Error{ErrorCode::kIo,
                     "store.database_unopened",
                     "the database cannot be opened; check the permissions ({0})",
                     {detail}};
      case kCorruptFile:
        return Error{ErrorCode::kCorrupt,
                     "store.database_damaged",
                     "the database is damaged; go back to a copy of the project, if one lies in its folder 'backups' "
                     "({0})",
                     {detail}};
      case kNotADatabase:
        return Error{ErrorCode::kCorrupt, "store.no_database", "the file is not a database ({0})", {detail}};
      case kConstraint:
        return Error{ErrorCode::kConflict, "store.change_refused", "the database refuses the change ({0})", {detail}};
      default: return Error{ErrorCode::kInternal, "store.failed", "{0}", {detail}};
    }
  }
};

}  // namespace

const Dialect& sqlite_dialect() {
  static const SqliteDialect kDialect;
  return kDialect;
}

}  // namespace jaedan::labeling::sql
