#pragma once

#include <optional>
#include <string>
#include <vector>

#include "labeling/store/people/answer_store.h"
#include "labeling/store/sql/connection.h"

namespace jaedan::labeling::sql {

Result<std::vector<Answer>> answers_of(Connection& connection, PanelId panel);
Result<Answer> answer(Connection& connection, AnswerId id);
Result<std::string> answer_history(Connection& connection, AnswerId id);
Result<std::int64_t> save_answer(Connection& connection, const Annotation& annotation, TaskId task,
                                 const ChangeNote& note, const std::string& history);
Status scale_answers(Connection& connection, PhotoId photo, double x, double y);
Result<std::vector<Answer>> control_answers(Connection& connection, AnswerId after, int limit);

/// The person's answer about the photo of `begun` that is not submitted, or a new one that begins with its annotation.
Result<AnswerId> answer_to_work_on(Connection& connection, const Answer& begun);
/// … is submitted when this task ends so; nothing for a task of a photo.
void submit_answer(Connection& connection, TaskId task, const std::string& at);

}  // namespace jaedan::labeling::sql
