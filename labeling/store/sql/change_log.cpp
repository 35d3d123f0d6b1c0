#include "labeling/store/sql/change_log.h"

#include <utility>

#include "labeling/store/audit_chain.h"
#include "labeling/store/audit_walk.h"
#include "labeling/store/program.h"
#include "labeling/store/sql/counts/count_log.h"
#include "labeling/store/storable.h"

namespace jaedan::labeling::sql {
namespace {

constexpr std::int64_t kRecordsBetweenNews = 1000;

}  // namespace

LogWriter::LogWriter(Connection& connection) : connection_(connection), insert_(connection.session()) {
  insert_.exchange(soci::use(number_));
  insert_.exchange(soci::use(record_.at));
  insert_.exchange(soci::use(who_));
  insert_.exchange(soci::use(record_.note.role));
  insert_.exchange(soci::use(record_.note.action));
  insert_.exchange(soci::use(record_.program));
  insert_.exchange(soci::use(subject_));
  insert_.exchange(soci::use(record_.subject.name));
  insert_.exchange(soci::use(photo_, has_photo_));
  insert_.exchange(soci::use(revision_, has_revision_));
  insert_.exchange(soci::use(record_.after));
  insert_.exchange(soci::use(record_.hash));
  insert_.alloc();
  insert_.prepare(
      "insert into change_log(id, at, who_id, role, action, program, subject, name, photo_id, revision, after, hash)"
      " values(:number, :at, :who, :role, :action, :program, :subject, :name, :photo, :revision, :after, :hash)");
  insert_.define_and_bind();
}

void LogWriter::write(const LogRecord& record) {
  record_ = record;
  number_ = record.number;
  who_ = connection_.words().author(connection_.session(), record.note.who);
  subject_ = id_of(record.subject.kind);
  photo_ = record.subject.photo.value;
  has_photo_ = record.subject.photo ? soci::i_ok : soci::i_null;
  revision_ = record.revision;
  has_revision_ = record.revision != 0 ? soci::i_ok : soci::i_null;
  insert_.execute(true);
}

std::int64_t write_log(Connection& connection, const LogSubject& subject, const ChangeNote& note, std::int64_t revision,
                       const std::string& after, const std::string& at) {
  return write_log(connection, subject, note, revision, after, at, {}, std::nullopt);
}

std::int64_t write_log(Connection& connection, const LogSubject& subject, const ChangeNote& note, std::int64_t revision,
                       const std::string& after, const std::string& at, RecordFacts facts_before,
                       std::optional<RecordFacts> facts_after) {
  const LogHead head = log_head(connection);
  LogRecord record;
  record.number = head.count + 1;
  record.at = at;
  record.note = note;
  record.program = program_name();
  record.subject = subject;
  record.revision = revision;
  record.after = after;
  record.hash = chain_hash(record, head.hash);
  LogWriter(connection).write(record);
  if (connection.counts_work()) {
    count_written(connection, record, std::move(facts_before), std::move(facts_after));
  }
  return record.number;
}

std::int64_t write_log(Connection& connection, const LogSubject& subject, const ChangeNote& note,
                       const std::string& after) {
  return write_log(connection, subject, note, 0, after, utc_now());
}

const std::string& LogRow::select() {
  // A name that is gone must not hide its records.
  static const std::string kSelect =
      "select l.id, l.at, coalesce(a.name, ''), l.role, l.action, l.program, l.subject, l.name,"
      " coalesce(l.photo_id, 0), coalesce(l.revision, 0), l.after, l.hash"
      " from change_log l left join author a on a.id = l.who_id";
  return kSelect;
}

void LogRow::bind(soci::statement& statement) {
  statement.exchange(soci::into(number_));
  statement.exchange(soci::into(record_.at));
  statement.exchange(soci::into(record_.note.who));
  statement.exchange(soci::into(record_.note.role));
  statement.exchange(soci::into(record_.note.action));
  statement.exchange(soci::into(record_.program));
  statement.exchange(soci::into(subject_));
  statement.exchange(soci::into(record_.subject.name));
  statement.exchange(soci::into(photo_));
  statement.exchange(soci::into(revision_));
  statement.exchange(soci::into(record_.after));
  statement.exchange(soci::into(record_.hash));
}

LogRecord& LogRow::take() {
  record_.number = number_;
  record_.subject.kind = subject_kind_from(subject_);
  record_.subject.photo = PhotoId{photo_};
  record_.revision = revision_;
  return record_;
}

std::string project_made(Connection& connection) {
  std::string made;
  connection.session() << "select applied_at from schema_version order by version limit 1", soci::into(made);
  return made;
}

LogHead log_head(Connection& connection) {
  long long count = 0;
  std::string hash;
  connection.session() << "select id, hash from change_log order by id desc limit 1", soci::into(count),
      soci::into(hash);
  if (!connection.session().got_data()) return {};
  return {count, hash};
}

Result<std::string> log_hash(Connection& connection, std::int64_t number) {
  const long long key = number;
  std::string hash;
  connection.session() << "select hash from change_log where id = :id", soci::use(key), soci::into(hash);
  if (!connection.session().got_data()) return no_such_record(number);
  return hash;
}

Result<std::vector<Message>> verify_log(Connection& connection, const LogCheck& check) {
  const std::int64_t total = log_head(connection).count;
  AuditWalk walk(check.seal, project_made(connection));
  LogRow row;
  soci::statement select(connection.session());
  row.bind(select);
  select.alloc();
  select.prepare(LogRow::select() + " order by l.id");
  select.define_and_bind();
  select.execute();
  while (select.fetch()) {
    const LogRecord& record = row.take();
    walk.take(record);
    const bool news = record.number % kRecordsBetweenNews == 0 || record.number == total;
    if (news && check.progress && !check.progress(record.number, total)) return log_check_cancelled();
  }
  for (const Message& sentence : walk.warnings()) {
    if (check.warn) check.warn(sentence);
  }
  return walk.finish();
}

}  // namespace jaedan::labeling::sql
