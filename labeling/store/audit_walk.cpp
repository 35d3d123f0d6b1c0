#include "labeling/store/audit_walk.h"

#include <algorithm>
#include <utility>

#include "labeling/store/audit_chain.h"
#include "labeling/store/people/task_rules.h"

namespace jaedan::labeling {
namespace {

constexpr std::size_t kWindow = 500;  ///< hashes kept on each side of a break

}  // namespace

Message name_of(const LogSubject& subject) {
  switch (subject.kind) {
    case SubjectKind::kPhoto: return {"photo.numbered", "photo {0}", {subject.photo.value}};
    case SubjectKind::kUser: return {"log.user", "user {0}", {subject.name}};
    case SubjectKind::kTask: return {"log.task", "task {0}", {subject.name}};
    case SubjectKind::kModel: return {"log.model", "model {0}", {subject.name}};
    case SubjectKind::kSnapshot: return {"log.snapshot", "snapshot {0}", {subject.name}};
    case SubjectKind::kSetting: return {"log.setting", "setting {0}", {subject.name}};
  }
  return {};
}

Message name_of(const LogRecord& record) {
  return {"log.record",
          "record {0} ({1}, {2}, {3}, {4})",
          {record.number, name_of(record.subject), record.note.action, record.note.who, record.at}};
}

void AuditWalk::take(const LogRecord& record) {
  if (!broken() && record.number != last_.number + 1) {
    missing_ = record.number == last_.number + 2
                   ? Message{"log.record_missing",
                             "change log: record {0} is missing: {1} comes in its place",
                             {last_.number + 1, name_of(record)}}
                   : Message{"log.records_missing",
                             "change log: the records {0} to {1} are missing: {2} comes in their place",
                             {last_.number + 1, record.number - 1, name_of(record)}};
  }
  if (!broken() && chain_hash(record, last_.hash) != record.hash) wrong_ = record;
  // Before the break the last ones, from it on the first ones.
  if (!broken() && hashes_.size() == kWindow) {
    hashes_.pop_front();
    ++first_hash_;
  }
  if (hashes_.size() < 2 * kWindow && record.number == first_hash_ + static_cast<std::int64_t>(hashes_.size())) {
    hashes_.push_back(record.hash);
  }
  if (seal_ && record.number == seal_->head.count) {
    sealed_hash_ = record.hash;
    sealed_name_ = name_of(record);
  }
  if (last_.number > 0 && latest_believed(record.at) < last_.at && times_back_++ == 0) {
    first_back_ = {"log.earlier_than_before", "{0} comes after one of {1}", {name_of(record), last_.at}};
  }
  // All but `after`, which may be long.
  last_.number = record.number;
  last_.at = record.at;
  last_.note = record.note;
  last_.subject = record.subject;
  last_.hash = record.hash;
}

std::vector<Message> AuditWalk::finish() const {
  std::vector<Message> problems;
  if (!missing_.empty()) problems.push_back(missing_);
  if (wrong_) problems.push_back(said_of_wrong());
  if (seal_) check_seal(problems);
  return problems;
}

std::vector<Message> AuditWalk::warnings() const {
  if (times_back_ == 0) return {};
  return {
      {"log.time_runs_back",
       "change log: time runs backwards in {0|place}, first where {1}; a machine's clock was wrong, nothing is lost",
       {times_back_, first_back_}}};
}

Message AuditWalk::said_of_wrong() const {
  if (const auto number = true_number_of(*wrong_)) {
    return {"log.record_moved",
            "change log: {0} stands in another's place: it was written as record {1}",
            {name_of(*wrong_), *number}};
  }
  return {"log.record_changed", "change log: {0} was changed after it was written", {name_of(*wrong_)}};
}

std::optional<std::string> AuditWalk::hash_at(std::int64_t number) const {
  if (number == 0) return std::string();
  const std::int64_t index = number - first_hash_;
  if (index < 0 || index >= static_cast<std::int64_t>(hashes_.size())) return std::nullopt;
  return hashes_[static_cast<std::size_t>(index)];
}

std::optional<std::int64_t> AuditWalk::true_number_of(const LogRecord& record) const {
  // Rows may have changed places with their hashes or without; the record before the true place may itself stand in
  // that place, when the two were neighbours.
  for (std::int64_t number = std::max<std::int64_t>(1, first_hash_);
       number < first_hash_ + static_cast<std::int64_t>(hashes_.size()); ++number) {
    if (number == record.number) continue;
    LogRecord there = record;
    there.number = number;
    for (const auto& before : {hash_at(number - 1), hash_at(number)}) {
      if (!before) continue;
      const std::string hash = chain_hash(there, *before);
      if (hash == record.hash || hash == hash_at(number)) return number;
    }
  }
  return std::nullopt;
}

void AuditWalk::check_seal(std::vector<Message>& problems) const {
  const LogHead& sealed = seal_->head;
  const bool holds = sealed.count > 0 && sealed_hash_ && *sealed_hash_ == sealed.hash;
  if (!holds && !seal_->made.empty() && !made_.empty() && seal_->made != made_) {
    problems.push_back({"log.seal_of_another",
                        "change log: the seal of {0} is of another project ({1})",
                        {seal_->at, seal_->project}});
  } else if (last_.number == 0 && sealed.count > 0) {
    problems.push_back(
        {"log.all_gone", "change log: it is empty; the seal of {0} is of {1|record}", {seal_->at, sealed.count}});
  } else if (last_.number < sealed.count) {
    problems.push_back({"log.cut_off",
                        "change log: it was cut off after {0}; the seal of {1} is of {2|record}",
                        {name_of(last_), seal_->at, sealed.count}});
  } else if (sealed_hash_ && *sealed_hash_ != sealed.hash) {
    problems.push_back({"log.not_as_sealed",
                        "change log: {0} is not the one that was sealed at {1}; what was written up to it was written "
                        "anew",
                        {sealed_name_, seal_->at}});
  }
}

}  // namespace jaedan::labeling
