#pragma once

#include <array>
#include <functional>
#include <string>
#include <vector>

#include "labeling/store/counts/work_counts.h"
#include "labeling/store/sql/connection.h"

namespace jaedan::labeling::sql {

Status for_each_count(Connection& connection, const CountQuery& query,
                      const std::function<void(const CountRow&)>& take);
/// The query behind it: a range of the key for each part, style and span of days that is asked for.
std::string work_counts_query(const CountQuery& query);
Result<std::vector<PersonLoad>> person_loads(Connection& connection, const LoadQuery& query);
Result<std::array<InHand, kAllStages.size()>> in_hand(Connection& connection, int part, const std::string& style);

}  // namespace jaedan::labeling::sql
