#include <algorithm>
#include <tuple>

#include "labeling/store/audit_chain.h"
#include "labeling/store/audit_walk.h"
#include "labeling/store/memory/memory_store.h"
#include "labeling/store/program.h"
#include "labeling/store/storable.h"

namespace jaedan::labeling {
namespace {

bool passes_query(const LogRecord& record, const LogQuery& query) {
  if (!query.who.empty() && record.note.who != query.who) return false;
  if (!query.action.empty() && record.note.action != query.action) return false;
  if (!query.from.empty() && record.at < query.from) return false;
  if (!query.until.empty() && record.at >= query.until) return false;
  if (query.kind && record.subject.kind != *query.kind) return false;
  if (!query.name.empty() && record.subject.name != query.name) return false;
  return !query.photo || record.subject.photo == query.photo;
}

auto time_of(const LogRecord& record) { return std::tie(record.at, record.number); }

}  // namespace

const LogRecord& MemoryStore::log(const LogSubject& subject, const ChangeNote& note, std::int64_t revision,
                                  const std::string& after) {
  LogRecord record;
  record.number = static_cast<std::int64_t>(state_.log.size()) + 1;
  record.at = utc_now();
  record.note = {note.who, note.action, note.role};  // what else a note has is no part of the log
  record.program = program_name();
  record.subject = subject;
  record.revision = revision;
  record.after = after;
  record.hash = chain_hash(record, state_.log.empty() ? std::string() : state_.log.back().hash);
  state_.log.push_back(std::move(record));
  return state_.log.back();
}

Result<std::int64_t> MemoryStore::append_to_log(const LogSubject& subject, const ChangeNote& note,
                                                const std::string& after) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_storable(subject, after));
  JAEDAN_RETURN_IF_ERROR(check_storable(note));
  if (subject.photo) JAEDAN_RETURN_IF_ERROR(find(subject.photo));
  const LogRecord& record = log(subject, note, 0, after);
  count(record, {}, std::nullopt);
  return record.number;
}

Result<std::vector<LogRecord>> MemoryStore::search_log(const LogQuery& query, const std::optional<LogPlace>& place,
                                                       int limit) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_storable(query, limit));
  std::vector<LogRecord> found;
  const bool by_time = is_by_time(query);
  for (const LogRecord& record : state_.log) {
    const bool behind =
        !place || (by_time ? time_of(record) < std::tie(place->at, place->number) : record.number < place->number);
    if (behind && passes_query(record, query)) found.push_back(record);
  }
  std::sort(found.begin(), found.end(), [by_time](const LogRecord& a, const LogRecord& b) {
    return by_time ? time_of(b) < time_of(a) : b.number < a.number;
  });
  if (found.size() > static_cast<std::size_t>(limit)) found.resize(static_cast<std::size_t>(limit));
  return found;
}

Result<std::string> MemoryStore::project_made() { return made_; }

Result<LogHead> MemoryStore::log_head() {
  const Lock lock(mutex_);
  if (state_.log.empty()) return LogHead{};
  return LogHead{state_.log.back().number, state_.log.back().hash};
}

Result<std::string> MemoryStore::log_hash(std::int64_t number) {
  const Lock lock(mutex_);
  if (number < 1 || number > static_cast<std::int64_t>(state_.log.size())) return no_such_record(number);
  return state_.log[static_cast<std::size_t>(number - 1)].hash;
}

Result<std::vector<Message>> MemoryStore::verify_log(const LogCheck& check) {
  const Lock lock(mutex_);
  AuditWalk walk(check.seal, made_);
  const auto total = static_cast<std::int64_t>(state_.log.size());
  for (const LogRecord& record : state_.log) {
    walk.take(record);
    if (check.progress && !check.progress(record.number, total)) return log_check_cancelled();
  }
  for (const Message& sentence : walk.warnings()) {
    if (check.warn) check.warn(sentence);
  }
  return walk.finish();
}

}  // namespace jaedan::labeling
