#pragma once

#include "app/gui/base/ui.h"
#include "app/gui/panels/manage/manage_state.h"
#include "app/gui/project/manage_desk.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan::gui {

/// What the manage view is drawn from.
struct ManageView {
  const Taxonomy& taxonomy;
  const Asked<workflow::WorkFigures>& work;
  const Asked<workflow::QualityRows>& quality;
  const Asked<Team>& team;
  const Asked<FoundRecords>& records;
  const std::optional<Error>& refused;  ///< why the last change was
  const labeling::PhotoFilter& listed;  ///< what the list of photos is filtered by
};

/// The buttons of the pages, one under another.
void manage_pages(const Ui& ui, ManageState& state);
/// What can be done on a page, for the line at the bottom.
Text manage_hint(ManagePage page);
/// The page that is shown. Asks for what it does not know yet (AskWork, AskTeam, AskQuality, SearchLog), for photos
/// behind a bar, and for changes.
void manage_panel(const Ui& ui, const ManageView& view, ManageState& state);

}  // namespace jaedan::gui
