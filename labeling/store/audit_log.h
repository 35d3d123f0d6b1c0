#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/store/change_record.h"
#include "labeling/store/log_seal.h"

namespace jaedan::labeling {

/// Which records of the change log. Unset and empty fields do not filter; set ones must all hold.
struct LogQuery {
  std::string who = {};
  std::string action = {};
  std::string from = {};   ///< not before this time; the form of LogRecord::at, or the front of it: "2026-01-31"
  std::string until = {};  ///< before this time, the same
  std::optional<SubjectKind> kind = {};
  std::string name = {};  ///< of the subject; wants `kind`, one that has names
  PhotoId photo = {};     ///< about this photo
};

/// Whether a search lists by time: one for a stretch of time. Others list by number, so that what was written last is
/// first, whatever the clock said.
inline bool is_by_time(const LogQuery& query) { return !query.from.empty() || !query.until.empty(); }

/// Where a page of a search ended: its last record.
struct LogPlace {
  std::string at;
  std::int64_t number = 0;
};

/// How the log is checked.
struct LogCheck {
  std::optional<LogSeal> seal = {};  ///< what was known of the log earlier
  /// Told how far it is; returns false to cancel. May be empty.
  std::function<bool(std::int64_t done, std::int64_t total)> progress = {};
  /// Told of what is strange in the log and no damage: where time runs backwards. May be empty.
  std::function<void(const Message& sentence)> warn = {};
};

/// The change log as a whole: one hash chain over all that was changed in a project. What every method owes its caller:
/// store.h. The other interfaces write what they change themselves.
class AuditLog {
 public:
  virtual ~AuditLog() = default;

  /// Writes a record about what is no annotation, and returns its number. In a batch it is written together with what
  /// it tells of. `after`: a JSON object. kInvalidArgument for a subject without a name; kNotFound for a photo that is
  /// not there.
  virtual Result<std::int64_t> append_to_log(const LogSubject& subject, const ChangeNote& note,
                                             const std::string& after) = 0;

  /// Records, newest first (is_by_time), at most `limit`: from the newest one, or behind `place`, which the
  /// page before ended with. A page costs the same wherever it is.
  virtual Result<std::vector<LogRecord>> search_log(const LogQuery& query, const std::optional<LogPlace>& place,
                                                    int limit) = 0;

  /// When the project was made, UTC. It tells projects apart while their logs are empty, and stays in copies.
  virtual Result<std::string> project_made() = 0;
  /// How many records there are, and the last one's hash; 0 and empty for an empty log.
  virtual Result<LogHead> log_head() = 0;
  /// Hash of the record of this number. kNotFound.
  virtual Result<std::string> log_hash(std::int64_t number) = 0;

  /// Walks the whole chain and names the first record that was changed, is missing or stands in another's place, and
  /// where the log differs from the seal (audit_walk.h). Nothing: all is as it was written. Memory stays the same for
  /// any length. kCancelled.
  virtual Result<std::vector<Message>> verify_log(const LogCheck& check) = 0;
};

}  // namespace jaedan::labeling
