#include "app/workflow/quality/panels.h"

#include "app/workflow/audit/change_note.h"
#include "app/workflow/project/photo_pages.h"
#include "app/workflow/quality/managing.h"
#include "labeling/store/log_content.h"
#include "labeling/store/program.h"

namespace jaedan::workflow {
namespace {

using labeling::Panel;
using labeling::PanelState;

/// In a transaction of the caller, by who may.
Result<Panel> ask_people(Project& project, const Actor& manager, PhotoId photo, const PanelChoice& choice) {
  labeling::Store& store = project.store();
  Stage stage = choice.stage.value_or(Stage::kDrawn);
  if (!choice.stage) {
    JAEDAN_ASSIGN_OR_RETURN(stage, work_waiting(project, photo));
  }
  if (stage == Stage::kInspect) {
    return Error{ErrorCode::kInvalidArgument, "panel.inspection", "several people work on a photo; one inspects it"};
  }
  JAEDAN_ASSIGN_OR_RETURN(const Panel panel, store.open_panel(photo, stage, choice.people, labeling::utc_now()));
  JAEDAN_RETURN_IF_ERROR(store.append_to_log(
      labeling::panel_subject(panel), change_note(manager, ProjectDeed::kAskPanel), labeling::panel_content(panel)));
  return panel;
}

Result<Panel> cancel(Project& project, const Actor& manager, PhotoId photo) {
  labeling::Store& store = project.store();
  JAEDAN_ASSIGN_OR_RETURN(Panel panel, open_panel_of(project, photo));
  JAEDAN_RETURN_IF_ERROR(store.end_panel(panel.id, PanelState::kCancelled, 0, labeling::utc_now()));
  panel.state = PanelState::kCancelled;
  JAEDAN_RETURN_IF_ERROR(store.append_to_log(
      labeling::panel_subject(panel), change_note(manager, ProjectDeed::kCancelPanel), labeling::panel_content(panel)));
  return panel;
}

}  // namespace

Result<Panel> ask_panel(Project& project, const Actor& manager, PhotoId photo, const PanelChoice& choice) {
  Panel panel;
  const Status done = project.store().batch([&]() -> Status {
    JAEDAN_ASSIGN_OR_RETURN(const Actor now, managing_team(project, manager));
    JAEDAN_ASSIGN_OR_RETURN(panel, ask_people(project, now, photo, choice));
    return {};
  });
  if (!done.ok()) return done.error();
  return panel;
}

Result<BatchReport> ask_panels(Project& project, const Actor& manager, const labeling::PhotoFilter& filter,
                               const PanelChoice& choice, const Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(const Actor now, managing_team(project, manager));
  return change_each_photo(project, filter, "asking several people", watch,
                           [&](const labeling::PhotoRow& row, BatchReport& report) -> Status {
                             JAEDAN_RETURN_IF_ERROR(ask_people(project, now, row.photo.id, choice));
                             ++report.done;
                             return {};
                           });
}

Result<Panel> cancel_panel(Project& project, const Actor& manager, PhotoId photo) {
  Panel panel;
  const Status done = project.store().batch([&]() -> Status {
    JAEDAN_ASSIGN_OR_RETURN(const Actor now, managing_team(project, manager));
    JAEDAN_ASSIGN_OR_RETURN(panel, cancel(project, now, photo));
    return {};
  });
  if (!done.ok()) return done.error();
  return panel;
}

Result<BatchReport> cancel_panels(Project& project, const Actor& manager, const labeling::PhotoFilter& filter,
                                  const Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(const Actor now, managing_team(project, manager));
  return change_each_photo(project, filter, "taking back", watch,
                           [&](const labeling::PhotoRow& row, BatchReport& report) -> Status {
                             JAEDAN_ASSIGN_OR_RETURN(const auto panel, project.store().panel_of(row.photo.id));
                             if (!panel || panel->state != PanelState::kOpen) {
                               ++report.skipped;
                               return {};
                             }
                             JAEDAN_RETURN_IF_ERROR(cancel(project, now, row.photo.id));
                             ++report.done;
                             return {};
                           });
}

Result<Panel> open_panel_of(const Project& project, PhotoId photo) {
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Panel> panel, project.store().panel_of(photo));
  if (panel && panel->state == PanelState::kOpen) return *panel;
  return Error{ErrorCode::kRefused,
               "panel.none",
               "nobody has been asked to do photo {0} unseen by others (jaedan consensus --people)",
               {photo.value}};
}

}  // namespace jaedan::workflow
