#pragma once

#include <string>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/store/recommend/cluster_store.h"
#include "labeling/store/recommend/outfit_store.h"

namespace jaedan::labeling {

// As the tables keep them. Reading what these did not write is kCorrupt.

/// [["shirt","main_top"],["jeans",""]]
std::string items_to_json(const std::vector<OutfitItem>& items);
Result<std::vector<OutfitItem>> items_from_json(const std::string& text);

/// [["colour","black",0.8,0.2]]: attribute, value, share, share of the part
std::string cluster_name_to_json(const std::vector<KeptClusterLabel>& name);
Result<std::vector<KeptClusterLabel>> cluster_name_from_json(const std::string& text);

/// [[12,1],[40,2]]: photo, garment
std::string representatives_to_json(const std::vector<KeptRepresentative>& representatives);
Result<std::vector<KeptRepresentative>> representatives_from_json(const std::string& text);

}  // namespace jaedan::labeling
