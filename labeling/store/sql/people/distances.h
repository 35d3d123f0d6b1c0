#pragma once

#include <vector>

#include "labeling/store/people/distance_store.h"
#include "labeling/store/sql/connection.h"

namespace jaedan::labeling::sql {

Status add_distance(Connection& connection, const SubmittedDistance& distance);
Result<std::vector<SubmittedDistance>> distances(Connection& connection, std::int64_t after, int limit);

}  // namespace jaedan::labeling::sql
