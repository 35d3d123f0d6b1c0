#pragma once

#include <optional>
#include <string>
#include <vector>

#include "labeling/store/people/answer_store.h"
#include "labeling/store/people/task_store.h"
#include "labeling/store/sql/connection.h"

namespace jaedan::labeling::sql {

/// photo.claim of a photo with an open panel.
inline constexpr long long kPanelsClaim = -1;

Result<Panel> open_panel(Connection& connection, PhotoId photo, Stage stage, int people, const std::string& now);
Status end_panel(Connection& connection, PanelId panel, PanelState how, std::int64_t merged_revision,
                 const std::string& now);
Status reopen_panel(Connection& connection, PanelId panel, const std::string& now);
Result<std::optional<Panel>> panel_of(Connection& connection, PhotoId photo);
Result<std::vector<Panel>> panels(Connection& connection, PanelId after, int limit);

/// The panel that is open on the photo.
Result<std::optional<Panel>> open_panel_of(Connection& connection, PhotoId photo);
/// The first panel of the stage that has room for the person, who has neither answered nor skipped it.
std::optional<Panel> panel_to_take(Connection& connection, UserId user, Stage stage);
/// The query behind it, for `:stage` and `:person`: walks one index in its order.
std::string panel_to_take_query();
/// One place less, or one more, for a task of an answer that did not end as submitted.
void take_place(Connection& connection, PanelId panel);
void give_place_back(Connection& connection, TaskId task);

}  // namespace jaedan::labeling::sql
