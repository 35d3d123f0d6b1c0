#include "labeling/store/sql/counts/count_tables.h"

namespace jaedan::labeling::sql {

const char* const kCountKeyColumns = "kind, part, style, day, who_id, other_id, stage, attribute, word";

const CountTables& kept_counts() {
  static const CountTables kTables{"work_count", "work_photo", "work_person"};
  return kTables;
}

const CountTables& recounted() {
  static const CountTables kTables{"recount_count", "recount_photo", "recount_person"};
  return kTables;
}

std::vector<std::string> make_count_tables(const CountTables& tables, const Dialect& dialect, bool temporary) {
  const std::string create = temporary ? "create temporary table " : "create table ";
  const std::string clustered = dialect.clustered();
  return {
      // CountKey and CountValue (store/counts/count_key.h); who_id and other_id are authors, or 0 for nobody. In the
      // order of how they are asked for.
      create + tables.counts +
          " (kind integer not null, part integer not null, style text not null, day text not null,"
          " who_id bigint not null, other_id bigint not null, stage integer not null, attribute text not null,"
          " word text not null, n bigint not null, hits bigint not null, garments bigint not null,"
          " milliseconds bigint not null, primary key (" +
          kCountKeyColumns + "))" + clustered,
      create + tables.photos + " (photo_id bigint not null primary key, memory text not null)",
      create + tables.people + " (who_id bigint not null primary key, last_at text not null)",
  };
}

std::vector<std::string> tables_of_counts(const Dialect& dialect) {
  std::vector<std::string> statements = make_count_tables(kept_counts(), dialect, false);
  // One row: records of the log that are counted, from the first.
  statements.push_back("create table counted (records bigint not null)");
  statements.push_back("insert into counted(records) values(0)");
  statements.push_back("create index task_expired on task(user_id, ended_at) where state = 4");
  return statements;
}

}  // namespace jaedan::labeling::sql
