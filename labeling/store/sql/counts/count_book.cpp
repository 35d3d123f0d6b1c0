#include "labeling/store/sql/counts/count_book.h"

namespace jaedan::labeling::sql {

void CountBook::count(const LogRecord& record, RecordFacts before, std::optional<RecordFacts> after) {
  if (begins_work(record)) person(record.note.who).last_at = record.at;
  if (!counts(record)) return;
  const RecordToCount what{record, std::move(before), std::move(after)};
  for (const auto& [key, value] : count_record(what, photo(record.subject.photo), person(record.note.who))) {
    counts_[key] += value;
  }
}

void CountBook::count_logged(const LogRecord& record) {
  if (begins_work(record)) return count(record, {}, std::nullopt);
  if (!counts(record)) return;
  const bool has_annotation = record.revision != 0 || is_of_answer(record);
  if (!has_annotation) return count(record, {}, std::nullopt);
  Result<RecordFacts> after = record_facts(record.after);
  if (after.ok() && is_of_answer(record)) return count(record, {}, std::move(after).value());
  std::optional<RecordFacts> before = facts_before(record);
  if (!after.ok() || !before) return;
  facts_[record.subject.photo] = {record.revision, *after};
  count(record, std::move(*before), std::move(after).value());
}

std::optional<RecordFacts> CountBook::facts_before(const LogRecord& record) {
  if (record.revision == 1) return RecordFacts{};
  if (const auto known = facts_.find(record.subject.photo); known != facts_.end()) {
    if (known->second.first == record.revision - 1) return std::move(known->second.second);
  }
  const long long photo = record.subject.photo.value;
  const long long revision = record.revision - 1;
  std::string after;
  connection_.session() << "select after from change_log where photo_id = :photo and revision = :revision",
      soci::use(photo), soci::use(revision), soci::into(after);
  if (!connection_.session().got_data()) return std::nullopt;
  Result<RecordFacts> facts = record_facts(after);
  return facts.ok() ? std::optional<RecordFacts>(std::move(facts).value()) : std::nullopt;
}

void CountBook::write() {
  write_counts();
  write_memories();
  counts_.clear();
  photos_.clear();
  people_.clear();
  facts_.clear();
}

long long CountBook::name_id(const std::string& name) {
  if (name.empty()) return 0;
  const auto [known, is_new] = ids_.try_emplace(name, 0);
  if (!is_new) return known->second;
  if (makes_names_) return known->second = connection_.words().author(connection_.session(), name);
  connection_.session() << "select id from author where name = :name", soci::use(name), soci::into(known->second);
  return known->second;
}

PhotoMemory& CountBook::photo(PhotoId id) {
  const auto [known, is_new] = photos_.try_emplace(id);
  if (!is_new) return known->second;
  const long long key = id.value;
  std::string text;
  connection_.session() << "select memory from " << tables_.photos << " where photo_id = :photo", soci::use(key),
      soci::into(text);
  if (!connection_.session().got_data()) return known->second;
  if (Result<PhotoMemory> memory = PhotoMemory::parse(text); memory.ok()) known->second = std::move(memory).value();
  return known->second;
}

PersonMemory& CountBook::person(const std::string& name) {
  const auto [known, is_new] = people_.try_emplace(name);
  if (!is_new) return known->second;
  const long long key = name_id(name);
  std::string last_at;
  connection_.session() << "select last_at from " << tables_.people << " where who_id = :who", soci::use(key),
      soci::into(last_at);
  if (connection_.session().got_data()) known->second.last_at = last_at;
  return known->second;
}

void CountBook::write_counts() {
  CountKey key;
  int kind = 0;
  long long who = 0;
  long long other = 0;
  long long n = 0, hits = 0, garments = 0, milliseconds = 0;
  soci::statement insert =
      (connection_.session().prepare
           << "insert into " << tables_.counts << "(" << kCountKeyColumns
           << ", n, hits, garments, milliseconds) values(:kind, :part, :style, :day, :who, :other, :stage, :attribute,"
              " :word, :n, :hits, :garments, :milliseconds) on conflict("
           << kCountKeyColumns << ") do update set n = " << tables_.counts
           << ".n + excluded.n, hits = " << tables_.counts << ".hits + excluded.hits, garments = " << tables_.counts
           << ".garments + excluded.garments, milliseconds = " << tables_.counts
           << ".milliseconds + excluded.milliseconds",
       soci::use(kind), soci::use(key.part), soci::use(key.style), soci::use(key.day), soci::use(who), soci::use(other),
       soci::use(key.stage), soci::use(key.attribute), soci::use(key.word), soci::use(n), soci::use(hits),
       soci::use(garments), soci::use(milliseconds));
  for (const auto& [next_key, next_value] : counts_) {
    if (next_value.is_zero()) continue;
    key = next_key;
    kind = static_cast<int>(key.kind);
    who = name_id(key.who);
    other = name_id(key.other);
    n = next_value.n;
    hits = next_value.hits;
    garments = next_value.garments;
    milliseconds = next_value.milliseconds;
    insert.execute(true);
  }
}

void CountBook::write_memories() {
  soci::session& session = connection_.session();
  long long id = 0;
  std::string text;
  soci::statement photo =
      (session.prepare << "insert into " << tables_.photos
                       << "(photo_id, memory) values(:photo, :memory) on conflict(photo_id) do update set memory ="
                          " excluded.memory",
       soci::use(id), soci::use(text));
  for (const auto& [photo_id, memory] : photos_) {
    id = photo_id.value;
    text = memory.text();
    photo.execute(true);
  }
  soci::statement person =
      (session.prepare << "insert into " << tables_.people
                       << "(who_id, last_at) values(:who, :at) on conflict(who_id) do update set last_at ="
                          " excluded.last_at",
       soci::use(id), soci::use(text));
  for (const auto& [name, memory] : people_) {
    id = name_id(name);
    text = memory.last_at;
    person.execute(true);
  }
}

}  // namespace jaedan::labeling::sql
