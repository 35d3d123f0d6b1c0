#include "labeling/store/sql/carry_log.h"

#include "labeling/store/audit_chain.h"
#include "labeling/store/log_content.h"
#include "labeling/store/program.h"
#include "labeling/store/sql/change_log.h"

namespace jaedan::labeling::sql {
namespace {

constexpr std::int64_t kRecordsBetweenTellings = 500;

/// Made once the records are there: an index that is filled at once is quicker and smaller, and a table that is dropped
/// takes its own indexes and triggers, which had the same names, with it.
std::vector<std::string> indexes_of_chain(const Dialect& dialect) {
  std::vector<std::string> statements = {
      "create index change_log_by_worker on change_log(who_id, at)",
      "create index change_log_by_time on change_log(at)",
      "create index change_log_by_action on change_log(action, at)",
      // What is about photos, nearly all of it, is found by its photo.
      "create index change_log_by_kind on change_log(subject, at) where subject <> 'photo'",
      "create index change_log_by_subject on change_log(name) where subject <> 'photo'",
      "create view change_log_with_before as select l.id, l.subject, l.name, l.photo_id, l.revision, l.at,"
      " a.name as who, l.role, l.action, l.program, coalesce(b.after, '') as before, l.after, l.hash"
      " from change_log l join author a on a.id = l.who_id"
      " left join change_log b on b.photo_id = l.photo_id and b.revision = l.revision - 1",
  };
  for (const std::string& statement : dialect.append_only("change_log")) statements.push_back(statement);
  return statements;
}

/// Gives the number and the hash of the last record.
LogHead chain_old_records(Connection& connection, std::int64_t total) {
  LogWriter writer(connection);
  LogHead head;
  LogRecord record;
  long long photo = 0;
  long long revision = 0;
  soci::statement select =
      (connection.session().prepare << "select l.photo_id, l.revision, l.at, a.name, l.action, l.program, l.after"
                                       " from log_before_chain l join author a on a.id = l.who_id order by l.id",
       soci::into(photo), soci::into(revision), soci::into(record.at), soci::into(record.note.who),
       soci::into(record.note.action), soci::into(record.program), soci::into(record.after));
  select.execute();
  while (select.fetch()) {
    record.number = head.count + 1;
    record.subject = LogSubject::of_photo(PhotoId{photo});
    record.revision = revision;
    record.hash = chain_hash(record, head.hash);
    writer.write(record);
    head = {record.number, record.hash};
    // The last one is told when the indexes are there as well.
    if (head.count % kRecordsBetweenTellings == 0 && head.count < total) connection.tell_progress(head.count, total);
  }
  return head;
}

}  // namespace

std::vector<std::string> tables_of_chain(const Dialect& dialect) {
  return {
      "drop view change_log_with_before",
      "alter table change_log rename to log_before_chain",
      // What was done, by whom, to what: audit_log.h. revision is null where no annotation changed, photo_id where it
      // is about none; name is empty for a photo.
      std::string("create table change_log (id ") + dialect.number_type() +
          ", at text not null, who_id bigint not null references author(id), role text not null,"
          " action text not null, program text not null, subject text not null, name text not null,"
          " photo_id bigint references photo(id), revision bigint, after text not null, hash text not null,"
          " unique (photo_id, revision))",
  };
}

Status carry_log(Connection& connection) {
  soci::session& session = connection.session();
  long long total = 0;
  session << "select count(*) from log_before_chain", soci::into(total);
  const LogHead head = chain_old_records(connection, total);
  session << "drop table log_before_chain";
  if (head.count > 0) {
    const std::string program = program_name();
    write_log(connection, {SubjectKind::kSetting, kChangeLogSetting}, {program, kBeginChain},
              chain_begun_content(head.count));
    connection.tell({"store.chain_begun",
                     "the change log is one chain of hashes from here on; {0|record} of before were taken into it",
                     {head.count}});
  }
  for (const std::string& statement : indexes_of_chain(connection.dialect())) session << statement;
  if (total > 0) connection.tell_progress(total, total);
  return {};
}

}  // namespace jaedan::labeling::sql
