#include "app/cli/outfit_tables.h"

#include <nlohmann/json.hpp>

namespace jaedan::cli {

Result<nlohmann::json> outfit_tables_json(const workflow::Project& project) {
  JAEDAN_ASSIGN_OR_RETURN(const auto tables, project.store().outfit_tables());
  nlohmann::json list = nlohmann::json::array();
  for (const auto& table : tables) {
    list.push_back({{"name", table.name},
                    {"outfits", table.outfits},
                    {"items", table.items},
                    {"at", table.at},
                    {"who", table.who}});
  }
  return list;
}

}  // namespace jaedan::cli
