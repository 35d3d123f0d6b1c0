#pragma once

#include <string>
#include <vector>

#include "labeling/store/sql/connection.h"
#include "labeling/store/store.h"

namespace jaedan::labeling::sql {

Result<SnapshotId> add_snapshot(Connection& connection, const SnapshotInfo& info);
Result<std::vector<SnapshotInfo>> snapshots(Connection& connection);

Result<std::string> setting(Connection& connection, const std::string& key);
Status set_setting(Connection& connection, const std::string& key, const std::string& value);

}  // namespace jaedan::labeling::sql
