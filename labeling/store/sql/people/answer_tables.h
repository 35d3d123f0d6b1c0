#pragma once

#include <string>
#include <vector>

#include "labeling/store/sql/connection.h"

namespace jaedan::labeling::sql {

/// The migration that brings panels, answers, controls, samples, and the distances from proposals.
std::vector<std::string> tables_of_answers(const Dialect& dialect);

}  // namespace jaedan::labeling::sql
