#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "labeling/store/counts/count_record.h"
#include "labeling/store/sql/connection.h"
#include "labeling/store/sql/counts/count_tables.h"

namespace jaedan::labeling::sql {

/// Counts records into tables: any number of them, then `write` once, in the same transaction.
class CountBook {
 public:
  /// `makes_names`: names that the database does not know yet are written to it; else they are counted as nobody's.
  CountBook(Connection& connection, const CountTables& tables, bool makes_names)
      : connection_(connection), tables_(tables), makes_names_(makes_names) {}

  void count(const LogRecord& record, RecordFacts before, std::optional<RecordFacts> after);
  /// The same, of what the log itself says was before and is after. A record that cannot be read counts as none.
  void count_logged(const LogRecord& record);
  void write();

 private:
  long long name_id(const std::string& name);
  PhotoMemory& photo(PhotoId id);
  PersonMemory& person(const std::string& name);
  std::optional<RecordFacts> facts_before(const LogRecord& record);
  void write_counts();
  void write_memories();

  Connection& connection_;
  const CountTables& tables_;
  const bool makes_names_;
  std::map<std::string, long long> ids_;
  std::map<PhotoId, PhotoMemory> photos_;
  std::map<std::string, PersonMemory> people_;
  std::map<PhotoId, std::pair<std::int64_t, RecordFacts>> facts_;  ///< of the last revision that was counted
  Counts counts_;
};

}  // namespace jaedan::labeling::sql
