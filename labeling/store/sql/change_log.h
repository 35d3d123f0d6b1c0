#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "labeling/store/audit_log.h"
#include "labeling/store/counts/record_facts.h"
#include "labeling/store/sql/connection.h"

namespace jaedan::labeling::sql {

/// Writes a record at the end of the log, counts it, and returns its number: the one function that does. Call it in the
/// writing transaction of the change that it tells of, which has the database's one write lock: so nobody else can
/// write a record after the same one. `revision` 0: no revision of an annotation. `at`: LogRecord::at.
std::int64_t write_log(Connection& connection, const LogSubject& subject, const ChangeNote& note, std::int64_t revision,
                       const std::string& after, const std::string& at);
/// The same of a change of an annotation, with what counts of it before and after (counts/record_facts.h).
std::int64_t write_log(Connection& connection, const LogSubject& subject, const ChangeNote& note, std::int64_t revision,
                       const std::string& after, const std::string& at, RecordFacts facts_before,
                       std::optional<RecordFacts> facts_after);
/// The same, now.
std::int64_t write_log(Connection& connection, const LogSubject& subject, const ChangeNote& note,
                       const std::string& after);
/// Writes `record` as it stands, number, hash and all: for who has made a whole chain.
class LogWriter {
 public:
  explicit LogWriter(Connection& connection);
  void write(const LogRecord& record);

 private:
  Connection& connection_;
  long long number_ = 0;
  long long who_ = 0;
  long long photo_ = 0;
  long long revision_ = 0;
  soci::indicator has_photo_ = soci::i_null;
  soci::indicator has_revision_ = soci::i_null;
  std::string subject_;
  LogRecord record_;
  soci::statement insert_;
};

/// The columns of a record, bound to the statement that reads them; it must stay where it is meanwhile.
class LogRow {
 public:
  /// "select … from change_log l …"; conditions and order may follow.
  static const std::string& select();
  void bind(soci::statement& statement);
  /// The row that was fetched last; may be moved from.
  LogRecord& take();

 private:
  LogRecord record_;
  long long number_ = 0;
  long long photo_ = 0;
  long long revision_ = 0;
  std::string subject_;
};

/// When the project's database was made.
std::string project_made(Connection& connection);
LogHead log_head(Connection& connection);
Result<std::string> log_hash(Connection& connection, std::int64_t number);
Result<std::vector<LogRecord>> search_log(Connection& connection, const LogQuery& query,
                                          const std::optional<LogPlace>& place, int limit);
Result<std::vector<Message>> verify_log(Connection& connection, const LogCheck& check);

}  // namespace jaedan::labeling::sql
