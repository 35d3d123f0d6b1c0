#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "labeling/base/message.h"
#include "labeling/store/change_record.h"
#include "labeling/store/log_seal.h"

namespace jaedan::labeling {

/// Checks a change log that passes by record by record, in ascending number. Finds the first record that is not what
/// was written there; a record that stands in another's place is known as such when its own place is at most some
/// hundred records away. Keeps some hundred hashes and one record.
class AuditWalk {
 public:
  /// `made`: AuditLog::project_made, by which a seal of another project is known.
  AuditWalk(std::optional<LogSeal> seal, std::string made) : seal_(std::move(seal)), made_(std::move(made)) {}

  void take(const LogRecord& record);
  /// What was found, one sentence each, once all records were taken: the first break of the chain, and where the log
  /// differs from the seal.
  std::vector<Message> finish() const;
  /// What is strange and no damage: that time runs backwards, by more than the clocks of a project's machines may
  /// differ (people/task_rules.h).
  std::vector<Message> warnings() const;

 private:
  bool broken() const { return wrong_.has_value() || !missing_.empty(); }
  Message said_of_wrong() const;
  std::optional<std::int64_t> true_number_of(const LogRecord& record) const;
  std::optional<std::string> hash_at(std::int64_t number) const;
  void check_seal(std::vector<Message>& problems) const;

  std::optional<LogSeal> seal_;
  std::string made_;
  LogRecord last_;                  ///< taken; without what it says
  std::optional<LogRecord> wrong_;  ///< the first that does not fit
  Message missing_;                 ///< the sentence about the first gap
  std::deque<std::string> hashes_;  ///< around the break; the first is of record first_hash_
  std::int64_t first_hash_ = 1;
  std::optional<std::string> sealed_hash_;  ///< of the record that the seal is of
  Message sealed_name_;
  std::int64_t times_back_ = 0;
  Message first_back_;  ///< the first record that is earlier than the one before it, and that one's time
};

/// "record 17 (photo 5, draw, Kim, 2026-01-31T23:59:59.123Z)"
Message name_of(const LogRecord& record);
/// "photo 5", "model net-2"
Message name_of(const LogSubject& subject);

}  // namespace jaedan::labeling
