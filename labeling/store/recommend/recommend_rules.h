#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/store/recommend/cluster_store.h"
#include "labeling/store/recommend/outfit_store.h"

namespace jaedan::labeling {

// What every OutfitStore and ClusterStore holds its callers to, and says.

Status check_storable(const std::string& table, const std::vector<TableOutfit>& outfits);
Status check_storable(const KeptClusters& clusters);
Error outfit_table_unknown(const std::string& table);

/// How many items there are in all.
std::int64_t count_items(const std::vector<TableOutfit>& outfits);

/// Subjects of the records about tables of outfits, and about clusters.
inline constexpr const char* kOutfitsSetting = "outfits";
inline constexpr const char* kClustersSetting = "clusters";

/// {"table":"looks","outfits":300,"items":1100}
std::string outfits_content(const std::string& table, const std::vector<TableOutfit>& outfits);
/// {"table":"looks","removed":true}
std::string outfits_removed_content(const std::string& table);
/// {"part":"top","model":"vectors-1","clusters":8,"k_given":false,"garments":300,"silhouette":0.2}
std::string clusters_content(const KeptClusters& clusters);

}  // namespace jaedan::labeling
