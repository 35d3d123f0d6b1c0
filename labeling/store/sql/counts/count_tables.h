#pragma once

#include <string>
#include <vector>

#include "labeling/store/sql/dialect.h"

namespace jaedan::labeling::sql {

/// The names of the tables that one count of the log fills.
struct CountTables {
  std::string counts;  ///< CountKey and CountValue
  std::string photos;  ///< PhotoMemory
  std::string people;  ///< PersonMemory
};

/// Those that deeds are counted in.
const CountTables& kept_counts();
/// Those of a count to compare with; temporary.
const CountTables& recounted();

/// The columns of CountKey in a table of counts, a comma between them.
extern const char* const kCountKeyColumns;

/// Statements that make the tables; `temporary`: for this connection only.
std::vector<std::string> make_count_tables(const CountTables& tables, const Dialect& dialect, bool temporary);
/// Migration: the tables, how far the log is counted, and the index of claims that were not done in time. What there is
/// in the log is counted when the project is opened (count_log.h).
std::vector<std::string> tables_of_counts(const Dialect& dialect);

}  // namespace jaedan::labeling::sql
