#include "app/workflow/photo/review.h"

#include "app/workflow/project/photo_pages.h"
#include "app/workflow/project/photo_places.h"
#include "labeling/edit/commands/decide.h"
#include "labeling/review/approval.h"

namespace jaedan::workflow {

MakeCommand approval(const Taxonomy& taxonomy, const Actor& inspector, bool insists) {
  return [&taxonomy, name = inspector.name, insists](const EditSession& session) -> MadeCommand {
    if (session.annotation().state == WorkflowState::kApproved) return std::shared_ptr<const Command>();
    JAEDAN_RETURN_IF_ERROR(may_approve(session.photo(), session.annotation(), taxonomy, insists));
    return made(Decide::approve(name));
  };
}

MakeCommand give_back() {
  return [](const EditSession&) { return made(Decide::give_back()); };
}

Status approve_photo(Project& project, PhotoId id, const Actor& inspector, bool insists) {
  JAEDAN_ASSIGN_OR_RETURN(const Photo photo, project.store().photo(id));
  JAEDAN_RETURN_IF_ERROR(check_photo_size(project, photo));
  JAEDAN_RETURN_IF_ERROR(change_photo(project, id, inspector, approval(project.taxonomy(), inspector, insists)));
  return {};
}

Status return_photo(Project& project, PhotoId id, const Actor& inspector) {
  JAEDAN_RETURN_IF_ERROR(change_photo(project, id, inspector, give_back()));
  return {};
}

Result<BatchReport> approve_photos(Project& project, const labeling::PhotoFilter& filter, const Actor& inspector,
                                   bool insists, const Watch& watch) {
  const auto approve = [&](const labeling::PhotoRow& row, BatchReport& report) -> Status {
    if (row.state == WorkflowState::kReturned && row.state != filter.state) {
      report.skip({"approve.returned", "returned"});
    } else if (row.state == WorkflowState::kApproved) {
      report.skip({"approve.before", "approved before"});
    } else if (row.garment_count == 0) {
      report.skip({"approve.no_garment", "without a garment"});
    } else {
      JAEDAN_RETURN_IF_ERROR(approve_photo(project, row.photo.id, inspector, insists));
      ++report.done;
    }
    return {};
  };
  return change_each_photo(project, filter, "approving", watch, approve);
}

}  // namespace jaedan::workflow
