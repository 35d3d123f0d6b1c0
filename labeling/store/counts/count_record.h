#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "labeling/store/change_record.h"
#include "labeling/store/counts/count_key.h"
#include "labeling/store/counts/photo_memory.h"

namespace jaedan::labeling {

/// Deed of the record that says where a returned photo goes and why (review/project_deed.h), behind that of the return.
inline constexpr const char* kSendBackDeed = "send_back";
/// A pause between two records of a person that is longer is no work.
inline constexpr std::int64_t kLongestPauseMilliseconds = 60 * 1000;

/// What counting keeps of a person: when they made their last record about a photo or took one in hand; empty: never.
struct PersonMemory {
  std::string last_at;
};

/// A record with what its annotation was before and is after it.
struct RecordToCount {
  const LogRecord& record;
  RecordFacts before;                ///< of a photo's first record, and of an answer's: RecordFacts{}
  std::optional<RecordFacts> after;  ///< none for a record about no annotation
};
/// Whether the record counts, or else neither memory need be looked up.
bool counts(const LogRecord& record);
/// Whether it is of work on an answer (people/answer_store.h), whose annotation its `after` is.
bool is_of_answer(const LogRecord& record);
/// Whether it is of a claim: it counts as no work, but its person's time goes on from it (PersonMemory::last_at).
bool begins_work(const LogRecord& record);

/// What the record adds to the counts; `photo` and `person` become what they are after it. Records come in the order of
/// their numbers.
Counts count_record(const RecordToCount& what, PhotoMemory& photo, PersonMemory& person);

/// The stage at which a deed (LogRecord's action) was done: labels of a returned photo where it was sent, if that was
/// said.
Stage stage_of_deed(const std::string& action, WorkflowState before, WorkflowState after,
                    std::optional<Stage> sent_to = {});
/// Where a photo was sent, as the record of kSendBackDeed has it (LogRecord::after); none: nowhere in particular.
std::optional<Stage> stage_sent_to(const std::string& after);

}  // namespace jaedan::labeling
