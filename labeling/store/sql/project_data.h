#pragma once

#include <string>
#include <vector>

#include "labeling/store/project_facts.h"
#include "labeling/store/sql/connection.h"

namespace jaedan::labeling::sql {

Result<SnapshotId> add_snapshot(Connection& connection, const SnapshotInfo& info);
Result<std::vector<SnapshotInfo>> snapshots(Connection& connection);

Result<std::string> setting(Connection& connection, const std::string& key);
Status set_setting(Connection& connection, const std::string& key, const std::string& value);

}  // namespace jaedan::labeling::sql
