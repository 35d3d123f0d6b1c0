#pragma once

#include <optional>
#include <vector>

#include "labeling/base/message.h"
#include "labeling/store/quality/measure_store.h"
#include "labeling/store/sql/connection.h"

namespace jaedan::labeling::sql {

// Rows of measures, and their sums with them: nothing else adds to either (`measures.cpp` empties both at once).

void write_row(Connection& connection, const MeasuredAnswer& measured);
void write_row(Connection& connection, const MeasuredPanel& measured);
/// Takes it out of the sums, too; nothing where there is no row. One that cannot be read goes as well, for nobody's
/// labels wait for a measure: the sums are wrong then, which `verify` finds.
void forget_row(Connection& connection, AnswerId answer);
void forget_row(Connection& connection, PanelId panel);

Result<std::optional<PanelMeasure>> panel_row(Connection& connection, PanelId panel);
Result<std::vector<MeasuredPanel>> panel_rows(Connection& connection, PanelId after, int limit);

/// Where the sums are not those of the rows, and rows that cannot be read: a sentence for each.
std::vector<Message> measure_problems(Connection& connection);

}  // namespace jaedan::labeling::sql
