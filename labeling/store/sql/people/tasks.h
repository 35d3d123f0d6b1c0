#pragma once

#include <optional>
#include <string>
#include <vector>

#include "labeling/store/people/task_store.h"
#include "labeling/store/sql/connection.h"

namespace jaedan::labeling::sql {

// As photos.h; of tasks in hand the caller has freed those that expired by `at` (free_expired).

/// `now`, or the newest time of the project that is believed then (task_rules.h).
std::string moment(Connection& connection, const std::string& now);
/// Ends what has expired, and gives back the moment by which it judged.
std::string free_expired(Connection& connection, const std::string& now);

Result<std::optional<Task>> task_in_hand(Connection& connection, PhotoId photo, const std::string& at);
Result<std::optional<Task>> task_of(Connection& connection, PhotoId photo, UserId user, const std::string& at);
Result<std::optional<Task>> last_submitted(Connection& connection, PhotoId photo, std::optional<Stage> stage);
Result<std::optional<Task>> last_task(Connection& connection, PhotoId photo, UserId user);
Result<std::vector<Task>> tasks_in_hand(Connection& connection, UserId user, TaskId after, int limit,
                                        const std::string& at);
Status end_task(Connection& connection, TaskId id, TaskState how, const std::string& reason, const std::string& at);

Result<std::optional<Stage>> returned_to(Connection& connection, PhotoId photo);
Status set_returned_to(Connection& connection, PhotoId photo, Stage stage);
Status set_priority(Connection& connection, PhotoId photo, int priority);

Result<bool> worked_on(Connection& connection, PhotoId photo, UserId user);
Status note_worker(Connection& connection, PhotoId photo, UserId user);

Result<QueueRules> queue_rules(Connection& connection);
Status set_queue_rules(Connection& connection, const QueueRules& rules);
Result<Quota> quota(Connection& connection, UserId user);
Status set_quota(Connection& connection, UserId user, const Quota& quota);

/// photo.claim of a photo that stands behind a sample: in no queue, until it is changed.
inline constexpr long long kHeldBySample = -2;

/// A stage as its column has it: none is -1, because no column that is read is null.
int number_of(std::optional<Stage> stage);
std::optional<Stage> stage_of(int number);

}  // namespace jaedan::labeling::sql
