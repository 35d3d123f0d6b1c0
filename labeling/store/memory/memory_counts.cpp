#include <algorithm>
#include <utility>

#include "labeling/review/deed.h"
#include "labeling/store/counts/count_record.h"
#include "labeling/store/memory/memory_store.h"
#include "labeling/store/people/task_rules.h"
#include "labeling/store/storable.h"

namespace jaedan::labeling {
namespace {

bool passes_count(const CountKey& key, const CountQuery& query) {
  if (key.kind != query.kind || key.style != query.style) return false;
  if (!query.all_parts && key.part != query.part) return false;
  if (!query.from.empty() && key.day < query.from) return false;
  if (!query.to.empty() && key.day > query.to) return false;
  if (!query.who.empty() && key.who != query.who) return false;
  if (!query.other.empty() && key.other != query.other) return false;
  if (!query.without_word.empty() && key.word == query.without_word) return false;
  if (query.undone && !is_undo(key.word)) return false;
  return query.stage < 0 || key.stage == query.stage;
}

/// The key without what rows are not to be told apart by.
CountKey told_apart(const CountKey& key, CountFields by) {
  CountKey told;
  told.kind = key.kind;
  told.style = key.style;
  if (by.has(CountField::kPart)) told.part = key.part;
  if (by.has(CountField::kDay)) told.day = key.day;
  if (by.has(CountField::kWho)) told.who = key.who;
  if (by.has(CountField::kOther)) told.other = key.other;
  if (by.has(CountField::kStage)) told.stage = key.stage;
  if (by.has(CountField::kAttribute)) told.attribute = key.attribute;
  if (by.has(CountField::kWord)) told.word = key.word;
  return told;
}

}  // namespace

void MemoryStore::count(const LogRecord& record, RecordFacts before, std::optional<RecordFacts> after) {
  if (begins_work(record)) state_.memory_of_people[record.note.who].last_at = record.at;
  if (!counts(record)) return;
  Entry& entry = state_.entries[record.subject.photo];
  const RecordToCount what{record, std::move(before), std::move(after)};
  for (const auto& [key, value] : count_record(what, entry.memory, state_.memory_of_people[record.note.who])) {
    const auto count = state_.counts.try_emplace(key).first;
    count->second += value;
    if (count->second.is_zero()) state_.counts.erase(count);
  }
}

Status MemoryStore::for_each_count(const CountQuery& query, const std::function<void(const CountRow&)>& take) {
  const Lock lock(mutex_);
  Counts sums;
  for (const auto& [key, value] : state_.counts) {
    if (passes_count(key, query)) sums[told_apart(key, query.by)] += value;
  }
  for (const auto& [key, value] : sums) {
    if (!value.is_zero()) take({key, value});
  }
  return {};
}

Result<CountProgress> MemoryStore::count_progress() {
  const Lock lock(mutex_);
  const auto records = static_cast<std::int64_t>(state_.log.size());
  return CountProgress{records, records};
}

Status MemoryStore::count_anew(const std::function<bool(std::int64_t, std::int64_t)>& progress) {
  const Lock lock(mutex_);
  const auto total = static_cast<std::int64_t>(state_.log.size());
  if (progress && !progress(total, total)) return log_check_cancelled();
  return {};  // nothing could have put them wrong
}

Result<std::vector<PersonLoad>> MemoryStore::person_loads(const LoadQuery& query) {
  const Lock lock(mutex_);
  const std::string at = moment(query.now);
  std::map<std::string, PersonLoad> loads;
  for (const auto& [id, person] : state_.people) {
    PersonLoad load;
    load.who = person.user.name;
    load.most_a_day = person.quota.most_a_day;
    load.deadline = person.quota.deadline;
    const auto note_oldest = [](std::int64_t& count, std::string& oldest, const std::string& time) {
      if (count++ == 0 || time < oldest) oldest = time;
    };
    bool has_tasks = false;
    for (const auto& [task_id, task] : state_.tasks) {
      if (task.user != id) continue;
      has_tasks = true;
      load.today += task.claimed_at.substr(0, kDayCharacters) == at.substr(0, kDayCharacters);
      const std::string ended = task.ended_at.substr(0, kDayCharacters);
      const bool in_days = (query.from.empty() || ended >= query.from) && (query.to.empty() || ended <= query.to);
      if (task.state == TaskState::kExpired && in_days) note_oldest(load.expired, load.expired_since, task.ended_at);
      if (task.state != TaskState::kClaimed) continue;
      if (task.expires_at > at) {
        ++load.open;
      } else {
        note_oldest(load.overdue, load.overdue_since, task.expires_at);
      }
    }
    if (has_tasks || load.most_a_day > 0) loads[load.who] = load;
  }
  std::vector<PersonLoad> all;
  for (auto& [name, load] : loads) all.push_back(std::move(load));
  return all;
}

Result<std::array<InHand, kAllStages.size()>> MemoryStore::in_hand(int part, const std::string& style) {
  const Lock lock(mutex_);
  std::array<InHand, kAllStages.size()> hands{};
  for (const auto& [id, task] : state_.tasks) {
    if (task.state != TaskState::kClaimed || task.answer) continue;
    const Annotation& annotation = state_.entries.at(task.photo).annotation;
    const PhotoCells cells = PhotoCells::of(record_facts(annotation));
    if (part != 0 && cells.garments.at(static_cast<std::size_t>(part)) == 0) continue;
    if (!style.empty() && std::count(cells.styles.begin(), cells.styles.end(), style) == 0) continue;
    InHand& hand = hands[static_cast<std::size_t>(task.stage)];
    ++hand.photos;
    hand.returned += annotation.state == WorkflowState::kReturned;
  }
  return hands;
}

}  // namespace jaedan::labeling
