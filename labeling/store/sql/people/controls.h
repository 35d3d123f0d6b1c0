#pragma once

#include <optional>
#include <string>
#include <vector>

#include "labeling/store/people/answer_store.h"
#include "labeling/store/people/task_store.h"
#include "labeling/store/sql/connection.h"

namespace jaedan::labeling::sql {

Status set_control(Connection& connection, const Control& control);
Result<bool> remove_control(Connection& connection, PhotoId photo);
/// Start and truth of each stage: AnswerStore::scale_answers.
Status scale_controls(Connection& connection, PhotoId photo, double x, double y);
Result<std::vector<Control>> controls(Connection& connection, PhotoId after, int limit);
Result<std::optional<Control>> control(Connection& connection, PhotoId photo, Stage stage);

/// How many photos of the stage's queue the person has taken before, and counts one more.
std::int64_t next_claim(Connection& connection, UserId user, Stage stage);
/// The control that the person gets as this claim: none when there is none left for them.
Result<std::optional<Control>> control_to_take(Connection& connection, UserId user, Stage stage,
                                               const QueueRules& rules, std::int64_t claims);

/// The query behind it, of all that are left for `:person` at `:stage`: looks each control up by keys.
std::string controls_to_take_query();

}  // namespace jaedan::labeling::sql
