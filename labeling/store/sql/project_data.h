#pragma once

#include <string>
#include <vector>

#include "labeling/store/project_facts.h"
#include "labeling/store/sql/connection.h"

namespace jaedan::labeling::sql {

Result<SnapshotId> add_snapshot(Connection& connection, const SnapshotInfo& info, const ChangeNote& note);
Result<std::vector<SnapshotInfo>> snapshots(Connection& connection);

Result<std::vector<std::string>> champions(Connection& connection);
Status push_champion(Connection& connection, const std::string& model_id, const ChangeNote& note);
Status pop_champion(Connection& connection, const ChangeNote& note);

}  // namespace jaedan::labeling::sql
