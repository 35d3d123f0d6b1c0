#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "labeling/store/change_record.h"
#include "labeling/store/counts/record_facts.h"
#include "labeling/store/counts/work_counts.h"
#include "labeling/store/sql/connection.h"

namespace jaedan::labeling::sql {

/// Counts a record that was just written, in its transaction; not while the records before it are still to be counted.
void count_written(Connection& connection, const LogRecord& record, RecordFacts before,
                   std::optional<RecordFacts> after);

Result<CountProgress> count_progress(Connection& connection);

/// Asked between two steps; false ends the work there.
using CountWatch = std::function<bool(std::int64_t done, std::int64_t total)>;
/// Counts what of the log is not counted yet, some thousand records a transaction, so that it goes on where it was
/// broken off; from the first record where the counts are not of the front of the log. Tells its progress through the
/// connection, and `watch` (may be empty). Does nothing where nothing may be written. kCancelled.
Status catch_up_counts(Connection& connection, const CountWatch& watch = {});
/// Forgets all counts and counts the log from its first record.
Status count_anew(Connection& connection, const CountWatch& watch);

/// Where the counts, or what is remembered for them of photos and people, are not those of the log: one sentence for
/// each kind. Counts into temporary tables.
std::vector<Message> count_problems(Connection& connection);

}  // namespace jaedan::labeling::sql
