#include "app/gui/panels/review/review_canvas.h"
#include "app/gui/panels/review/review_panel.h"
#include "app/gui/shell/views/work_columns.h"

namespace jaedan::gui {
namespace {

/// What changed in the photo that comes next is known before it is shown.
void make_next_ready(Workspace& workspace) {
  const std::optional<PhotoId> task = workspace.tasks().after(workspace.current());
  const std::optional<PhotoId> next = task ? task : workspace.beside(1);
  const auto document = next ? workspace.loaded(*next) : nullptr;
  if (document) workspace.reviews().find(*document);
}

}  // namespace

/// What changed in a photo, and the decision about it.
void draw_review_view(const Ui& ui, StudioState& state, const Rect& area) {
  Workspace& workspace = *state.workspace;
  std::shared_ptr<const PhotoReview> review;
  if (const Document* const shown = state.document()) {
    review = workspace.reviews().find(*shown);
    make_next_ready(workspace);
  }
  draw_work_columns(
      ui, state, area,
      [&](const Document& shown) { review_panel(ui, *state.taxonomy, shown, review, state.view.review); },
      [&](Document* shown) { review_canvas(ui, shown, workspace.loading(), review, state.view, state.view.review); });
}

}  // namespace jaedan::gui
