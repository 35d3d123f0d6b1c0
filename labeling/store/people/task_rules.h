#pragma once

#include <cstdint>
#include <string>

#include "labeling/base/result.h"
#include "labeling/store/people/comment_store.h"
#include "labeling/store/people/task_store.h"

namespace jaedan::labeling {

/// What every TaskStore and CommentStore holds its callers to, so that all refuse the same.

/// The day at the beginning of a time in UTC: a quota's day.
inline constexpr std::size_t kDayCharacters = 10;

/// By so much the clocks of a project's machines may differ: who is behind the newest time of the log by no more is
/// held to it. A time further ahead is of a clock that was wrong.
inline constexpr std::int64_t kMostSkewSeconds = 3600;
/// The latest time of the log that is believed at `now`.
std::string latest_believed(const std::string& now);

Status check_wish(const TaskWish& wish);
Status check_storable(const QueueRules& rules);
Status check_storable(const Quota& quota);
Status check_storable(const Comment& comment);

/// The words with which a task is given back.
Status check_reason(const std::string& reason);

/// kRefused when `open` tasks in hand, or `today` claims since midnight, use up `quota`.
Status check_quota(const Quota& quota, std::int64_t open, std::int64_t today);
/// kRefused when a photo that stands there does not wait for `stage`.
Status check_waits_for(Stage stage, PhotoId photo, WorkflowState state, std::optional<Stage> returned_to,
                       StageSet stages);
/// kRefused: `photo` is in the hands of `who` until `until` (UTC), which the sentence says by the clock on the wall.
Error in_other_hands(PhotoId photo, const std::string& who, const std::string& until);
Error own_work(PhotoId photo);
Error task_over(TaskId task);
Error not_returned(PhotoId photo);
Error comment_unknown(CommentId id);

}  // namespace jaedan::labeling
