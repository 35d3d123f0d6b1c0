#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "labeling/review/stage_set.h"
#include "labeling/store/people/task_store.h"
#include "labeling/store/sql/connection.h"

namespace jaedan::labeling::sql {

Result<std::optional<Task>> claim(Connection& connection, const TaskWish& wish, const std::string& now);
Result<std::int64_t> waiting(Connection& connection, Stage stage);
Result<std::vector<PhotoId>> waiting_photos(Connection& connection, Stage stage, PhotoId after, int limit);

/// The query behind a claim: the first photo at `:state` and `:returned` for `:person`. Reads one index in its order,
/// from which it leaves at the first photo that suits; what the person is not given is looked up beside it.
std::string first_waiting_query(Stage stage, bool uncertain_first);

}  // namespace jaedan::labeling::sql
