#include "labeling/store/sql/counts/count_log.h"

#include <algorithm>

#include "labeling/store/sql/change_log.h"
#include "labeling/store/sql/counts/count_book.h"
#include "labeling/store/storable.h"

namespace jaedan::labeling::sql {
namespace {

constexpr std::int64_t kRecordsAStep = 2000;

/// None where nobody knows: the row is gone.
std::optional<std::int64_t> known_counted(Connection& connection) {
  long long records = 0;
  connection.session() << "select records from counted", soci::into(records);
  return connection.session().got_data() ? std::optional<std::int64_t>(records) : std::nullopt;
}
std::int64_t counted_records(Connection& connection) { return known_counted(connection).value_or(0); }

void set_counted(Connection& connection, long long records) {
  connection.session() << "delete from counted";
  connection.session() << "insert into counted(records) values(:records)", soci::use(records);
}

void forget_counts(Connection& connection) {
  for (const std::string& table : {kept_counts().counts, kept_counts().photos, kept_counts().people}) {
    connection.session() << "delete from " << table;
  }
  set_counted(connection, 0);
}

/// Whether the counts cannot be those of the front of the log: more is counted than it has, or nobody knows how much.
bool are_of_no_front(Connection& connection) {
  const std::optional<std::int64_t> counted = known_counted(connection);
  return !counted || *counted > log_head(connection).count;
}

/// Hands the records behind number `done`, at most `most`, to the book; the number of the last one.
std::int64_t count_step(Connection& connection, CountBook& book, std::int64_t done, std::int64_t most) {
  const long long from = done;
  const long long limit = most;
  LogRow row;
  std::int64_t last = done;
  {
    soci::statement select(connection.session());
    select.exchange(soci::use(from, "from_number"));
    select.exchange(soci::use(limit, "most"));
    row.bind(select);
    select.alloc();
    select.prepare(LogRow::select() + " where l.id > :from_number order by l.id limit :most");
    select.define_and_bind();
    select.execute();
    while (select.fetch()) {
      const LogRecord& record = row.take();
      last = record.number;
      book.count_logged(record);
    }
  }
  book.write();
  return last;
}

Message name_of(CountKind kind) {
  switch (kind) {
    case CountKind::kDeed: return {"count_kind.deed", "what was done"};
    case CountKind::kVerdict: return {"count_kind.verdict", "decisions by inspector"};
    case CountKind::kJudged: return {"count_kind.judged", "decisions by worker"};
    case CountKind::kModelWord: return {"count_kind.model_word", "what a model said"};
    case CountKind::kPhoto: return {"count_kind.photo", "photos by state"};
    case CountKind::kLabel: return {"count_kind.label", "labels"};
    case CountKind::kAnswer: return {"count_kind.answer", "answers of panels and controls"};
  }
  return {};
}

/// How many rows of `a` the table `b` does not have with the same numbers.
long long differing_rows(Connection& connection, CountKind kind, const std::string& a, const std::string& b) {
  long long rows = 0;
  const int number = static_cast<int>(kind);
  connection.session() << "select count(*) from " << a << " a left join " << b
                       << " b on b.kind = a.kind and b.part = a.part and b.style = a.style and b.day = a.day"
                          " and b.who_id = a.who_id and b.other_id = a.other_id and b.stage = a.stage"
                          " and b.attribute = a.attribute and b.word = a.word where a.kind = :kind"
                          " and (a.n <> coalesce(b.n, 0) or a.hits <> coalesce(b.hits, 0)"
                          " or a.garments <> coalesce(b.garments, 0) or a.milliseconds <> coalesce(b.milliseconds, 0))",
      soci::use(number), soci::into(rows);
  return rows;
}

/// How many keys of `a` the table `b` does not remember the same of.
long long differing_memories(Connection& connection, const std::string& a, const std::string& b, const std::string& key,
                             const std::string& memory) {
  long long rows = 0;
  connection.session() << "select count(*) from " << a << " a left join " << b << " b on b." << key << " = a." << key
                       << " where b." << memory << " is null or b." << memory << " <> a." << memory,
      soci::into(rows);
  return rows;
}

Message counts_differ(const Message& what, long long places) {
  return {"store.counts_differ",
          "the manager's numbers are not those of the change log: {0}, in {1|place}; count anew (jaedan verify "
          "--recount)",
          {what, places}};
}

/// Where the tables of `a` and `b` differ.
std::vector<Message> differences(Connection& connection, const CountTables& a, const CountTables& b) {
  std::vector<Message> found;
  for (int kind = static_cast<int>(kFirstCountKind); kind <= static_cast<int>(kLastCountKind); ++kind) {
    const auto one = static_cast<CountKind>(kind);
    const long long differing = std::max(differing_rows(connection, one, a.counts, b.counts),
                                         differing_rows(connection, one, b.counts, a.counts));
    if (differing > 0) found.push_back(counts_differ(name_of(one), differing));
  }
  const auto compare = [&](const Message& what, const std::string& mine, const std::string& theirs, const char* key,
                           const char* memory) {
    const long long differing = std::max(differing_memories(connection, mine, theirs, key, memory),
                                         differing_memories(connection, theirs, mine, key, memory));
    if (differing > 0) found.push_back(counts_differ(what, differing));
  };
  compare({"count_memory.photos", "what is remembered of photos"}, a.photos, b.photos, "photo_id", "memory");
  compare({"count_memory.people", "what is remembered of people"}, a.people, b.people, "who_id", "last_at");
  return found;
}

}  // namespace

void count_written(Connection& connection, const LogRecord& record, RecordFacts before,
                   std::optional<RecordFacts> after) {
  if (counted_records(connection) != record.number - 1) return;
  CountBook book(connection, kept_counts(), true);
  book.count(record, std::move(before), std::move(after));
  book.write();
  set_counted(connection, record.number);
}

Result<CountProgress> count_progress(Connection& connection) {
  return CountProgress{counted_records(connection), log_head(connection).count};
}

Status catch_up_counts(Connection& connection, const CountWatch& watch) {
  const auto progress = [&] { return connection.read([&] { return count_progress(connection); }); };
  const auto no_front = [&] { return connection.read([&]() -> Result<bool> { return are_of_no_front(connection); }); };
  JAEDAN_ASSIGN_OR_RETURN(const bool begin_anew, no_front());
  JAEDAN_ASSIGN_OR_RETURN(CountProgress now, progress());
  if ((now.counted >= now.records && !begin_anew) || !connection.may_write().ok()) return {};
  if (begin_anew) {
    JAEDAN_RETURN_IF_ERROR(connection.write([&]() -> Status {
      if (are_of_no_front(connection)) forget_counts(connection);  // unless somebody else did
      return {};
    }));
    JAEDAN_ASSIGN_OR_RETURN(now, progress());
  }
  const bool is_long = now.records - now.counted > kRecordsAStep;
  while (now.counted < now.records) {
    JAEDAN_RETURN_IF_ERROR(connection.write([&]() -> Status {
      // Somebody else may have counted on meanwhile.
      CountBook book(connection, kept_counts(), true);
      set_counted(connection, count_step(connection, book, counted_records(connection), kRecordsAStep));
      return {};
    }));
    JAEDAN_ASSIGN_OR_RETURN(now, progress());
    if (is_long) connection.tell_progress(now.counted, now.records);
    if (watch && !watch(now.counted, now.records)) return log_check_cancelled();
  }
  return {};
}

Status count_anew(Connection& connection, const CountWatch& watch) {
  JAEDAN_RETURN_IF_ERROR(connection.write([&]() -> Status {
    forget_counts(connection);
    return {};
  }));
  return catch_up_counts(connection, watch);
}

std::vector<Message> count_problems(Connection& connection) {
  soci::session& session = connection.session();
  const CountTables& again = recounted();
  for (const std::string& table : {again.counts, again.photos, again.people}) {
    session << "drop table if exists " << table;
  }
  for (const std::string& statement : make_count_tables(again, connection.dialect(), true)) session << statement;
  const std::int64_t total = counted_records(connection);
  CountBook book(connection, again, false);
  for (std::int64_t done = 0; done < total;) {
    const std::int64_t last = count_step(connection, book, done, std::min(kRecordsAStep, total - done));
    if (last == done) break;  // the log ends before what was counted
    done = last;
  }
  std::vector<Message> problems = differences(connection, kept_counts(), again);
  for (const std::string& table : {again.counts, again.photos, again.people}) session << "drop table " << table;
  return problems;
}

}  // namespace jaedan::labeling::sql
