#pragma once

#include <string>
#include <vector>

#include "labeling/store/sql/connection.h"

namespace jaedan::labeling::sql {

/// Migration: the tables of measures. What people have answered so far waits, and is measured when somebody looks at
/// it (carry_answers).
std::vector<std::string> tables_of_quality(const Dialect& dialect);
/// … notes all of it, and tells how much it is.
Status carry_answers(Connection& connection);

/// The columns of QualityKey in quality_sum, a comma between them.
extern const char* const kQualityKeyColumns;

}  // namespace jaedan::labeling::sql
