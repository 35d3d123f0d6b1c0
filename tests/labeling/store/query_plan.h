#pragma once

#include <regex>
#include <string>

#include "labeling/store/sql/connection.h"

namespace jaedan::labeling::testing {

/// How the database would go about the query, a line a step; its parameters are 0.
inline std::string plan_of(sql::Connection& connection, const std::string& query) {
  static const std::regex kParameter(":[a-z_]+");
  const std::string filled = std::regex_replace(query, kParameter, "0");
  std::string plan;
  std::string line;
  int id = 0;
  int parent = 0;
  int unused = 0;
  soci::statement explain = (connection.session().prepare << "explain query plan " << filled, soci::into(id),
                             soci::into(parent), soci::into(unused), soci::into(line));
  explain.execute();
  while (explain.fetch()) plan += line + "\n";
  return plan;
}

}  // namespace jaedan::labeling::testing
