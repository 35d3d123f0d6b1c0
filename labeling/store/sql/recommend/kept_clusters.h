#pragma once

#include <vector>

#include "labeling/store/recommend/cluster_store.h"
#include "labeling/store/sql/connection.h"

namespace jaedan::labeling::sql {

Status save_clusters(Connection& connection, const KeptClusters& clusters, const ChangeNote& note);
Result<std::vector<KeptClusters>> kept_clusters(Connection& connection);

}  // namespace jaedan::labeling::sql
