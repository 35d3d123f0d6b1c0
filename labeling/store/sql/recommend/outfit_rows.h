#pragma once

#include <string>
#include <vector>

#include "labeling/store/recommend/outfit_store.h"
#include "labeling/store/sql/connection.h"

namespace jaedan::labeling::sql {

Status save_outfits(Connection& connection, const std::string& table, const std::vector<TableOutfit>& outfits,
                    const ChangeNote& note);
std::vector<KeptOutfitTable> outfit_tables(Connection& connection);
Result<std::vector<TableOutfit>> outfits_of_table(Connection& connection, const std::string& table);
Status remove_outfits(Connection& connection, const std::string& table, const ChangeNote& note);

}  // namespace jaedan::labeling::sql
