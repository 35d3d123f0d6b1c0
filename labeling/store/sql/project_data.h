#pragma once

#include <string>
#include <vector>

#include "labeling/store/project_facts.h"
#include "labeling/store/sql/connection.h"

namespace jaedan::labeling::sql {

Result<SnapshotId> add_snapshot(Connection& connection, const SnapshotInfo& info);
Result<std::vector<SnapshotInfo>> snapshots(Connection& connection);

Result<std::vector<std::string>> champions(Connection& connection);
Status push_champion(Connection& connection, const std::string& model_id);
Status pop_champion(Connection& connection);

}  // namespace jaedan::labeling::sql
