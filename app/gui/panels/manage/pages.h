#pragma once

#include "app/gui/panels/manage/manage_panel.h"

namespace jaedan::gui {

// The pages of the manage view, a file each or some.

/// What the numbers are narrowed to: days, person, stage, part, style. Asks for AskWork when that changes.
void filter_row(const Ui& ui, const ManageView& view, ManageState& state);
/// The charts of a page of numbers; `state.charts` are of now.
void figures_page(const Ui& ui, const ManageView& view, ManageState& state);
void team_page(const Ui& ui, const ManageView& view, ManageState& state);
void queues_page(const Ui& ui, const ManageView& view, ManageState& state);
void audit_page(const Ui& ui, const ManageView& view, ManageState& state);

/// A sentence that says what is wrong, on as many lines as it needs.
void refusal(const Ui& ui, const Error& error);
/// A field of so many design pixels; true when it was left or Enter was pressed after a change. It stands in a row.
bool short_field(const Ui& ui, const char* item, Text name, std::string& typed, float width, int flags = 0);
/// A whole number in [least, most], with buttons for one more and one less. It stands in a row.
bool number_field(const Ui& ui, const char* item, int& number, int least, int most, float width = 110);

}  // namespace jaedan::gui
