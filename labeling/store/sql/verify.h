#pragma once

#include <vector>

#include "labeling/store/sql/connection.h"

namespace jaedan::labeling::sql {

/// Looks for damage, one sentence each: what the database itself finds, and where the tables contradict one
/// another: unreadable regions and bytes, summaries that do not fit, values of missing garments, gaps in the
/// change log, an annotation that is not what the log's last record says. Stops after the thousandth.
Result<std::vector<Message>> verify(Connection& connection);

}  // namespace jaedan::labeling::sql
