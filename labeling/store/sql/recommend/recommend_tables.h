#pragma once

#include <string>
#include <vector>

#include "labeling/base/message.h"
#include "labeling/store/sql/connection.h"

namespace jaedan::labeling::sql {

/// The statements that make them (schema 12).
std::vector<std::string> tables_of_recommender(const Dialect& dialect);

/// Outfits and clusters that cannot be read, and tables that are not as long as they were saved: a sentence for each.
std::vector<Message> recommender_problems(Connection& connection);

}  // namespace jaedan::labeling::sql
