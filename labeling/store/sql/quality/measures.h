#pragma once

#include <optional>
#include <string>
#include <vector>

#include "labeling/store/quality/measure_store.h"
#include "labeling/store/sql/connection.h"

namespace jaedan::labeling::sql {

WaitingMeasures waiting_measures(Connection& connection);
std::vector<WaitingAnswer> answers_to_measure(Connection& connection, AnswerId after, int limit);
std::vector<WaitingPanel> panels_to_measure(Connection& connection, PanelId after, int limit);
Result<bool> keep_measure(Connection& connection, AnswerId answer, std::int64_t ticket,
                          const std::optional<ControlMeasure>& measure);
Result<bool> keep_measure(Connection& connection, PanelId panel, std::int64_t ticket,
                          const std::optional<PanelMeasure>& measure);
std::string measure_rules(Connection& connection);
void set_measure_rules(Connection& connection, const std::string& rules);
/// All that was measured is forgotten; everything that people answered waits.
void everything_to_measure(Connection& connection);

// What other functions of the store say in the transaction of the deed.

/// One of a panel's people, or who did a control, has submitted it with this task.
void submitted_to_measure(Connection& connection, TaskId task);
/// What is right about the photo changed at `stage`, or (none) at all.
void truth_changed(Connection& connection, PhotoId photo, std::optional<Stage> stage);
/// What is approved of the photo changed: it is the truth where there is no control any more.
void approved_changed(Connection& connection, PhotoId photo);
/// Everything that people answered about it changed.
void answers_changed(Connection& connection, PhotoId photo);
/// The panel does not count any more.
void panel_cancelled(Connection& connection, PanelId panel);

}  // namespace jaedan::labeling::sql
