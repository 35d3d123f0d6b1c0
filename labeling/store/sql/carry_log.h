#pragma once

#include <string>
#include <vector>

#include "labeling/store/sql/connection.h"

namespace jaedan::labeling::sql {

/// Migration: the log of single photos becomes the log of the project, one chain of hashes. These statements put the
/// old table aside and make the new one; `carry_log` then takes the records over in their order, as record 1, 2, 3, …
/// with the hash of each, and ends them with a record that says how many there were.
std::vector<std::string> tables_of_chain(const Dialect& dialect);
Status carry_log(Connection& connection);

}  // namespace jaedan::labeling::sql
