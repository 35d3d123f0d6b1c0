#include <imgui.h>

#include <algorithm>

#include "app/gui/panels/attributes_panel.h"
#include "app/gui/panels/garments_panel.h"
#include "app/gui/panels/proposal_labels.h"
#include "app/gui/panels/review/comments_panel.h"
#include "app/gui/shell/views/work_columns.h"

namespace jaedan::gui {
namespace {

/// Who gets a photo back sees why, before anything else.
void said_of_photo(const Ui& ui, const Document& shown, ReviewState& review) {
  if (shown.comments.empty()) return;
  comments_list(ui, shown);
  comment_field(ui, shown.id(), review.words, review.pin);
  ImGui::Dummy({0, ui.px(6)});
}

}  // namespace

/// Draw garments and say what they are.
void draw_annotate_view(const Ui& ui, StudioState& state, const Rect& area) {
  constexpr float kLeastLabels = 240;
  draw_work_columns(ui, state, area, [&](const Document& shown) {
    said_of_photo(ui, shown, state.view.review);
    garments_panel(ui, *state.taxonomy, shown, state.view);
    // Labels scroll below the list of garments, which stays in sight.
    ImGui::BeginChild("labels", {0, std::max(ImGui::GetContentRegionAvail().y, ui.px(kLeastLabels))});
    const MeasuredLength* of_proposal = proposal_labels(ui, *state.taxonomy, shown, state.view);
    const MeasuredLength* of_garment =
        attributes_panel(ui, *state.taxonomy, shown, state.view.selection, state.view.labels);
    ImGui::EndChild();
    if (const MeasuredLength* why = of_proposal ? of_proposal : of_garment) state.view.measured = *why;
  });
}

}  // namespace jaedan::gui
