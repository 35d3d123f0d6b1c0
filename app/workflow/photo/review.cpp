#include "app/workflow/photo/review.h"

#include "app/workflow/project/photo_pages.h"
#include "labeling/edit/commands/confirm.h"
#include "labeling/edit/commands/set_state.h"

namespace jaedan::workflow {

Status approve_photo(Project& project, PhotoId id, const std::string& who) {
  JAEDAN_ASSIGN_OR_RETURN(Annotation annotation, project.store().annotation(id));
  if (annotation.garments.empty()) return Error{ErrorCode::kInvalidArgument, "no garment to approve"};
  JAEDAN_RETURN_IF_ERROR(Confirm::everything(who).apply(annotation));
  JAEDAN_RETURN_IF_ERROR(SetState(WorkflowState::kApproved).apply(annotation));
  JAEDAN_RETURN_IF_ERROR(project.store().save(annotation, {who, "approve"}));
  return {};
}

Status move_photo(Project& project, PhotoId id, WorkflowState state, const std::string& who,
                  const std::string& action) {
  JAEDAN_ASSIGN_OR_RETURN(Annotation annotation, project.store().annotation(id));
  JAEDAN_RETURN_IF_ERROR(SetState(state).apply(annotation));
  JAEDAN_RETURN_IF_ERROR(project.store().save(annotation, {who, action}));
  return {};
}

Result<BatchReport> approve_photos(Project& project, const labeling::PhotoFilter& filter, const std::string& who,
                                   const Watch& watch) {
  return change_each_photo(project, filter, "approving", watch,
                           [&](const labeling::PhotoRow& row, BatchReport& report) -> Status {
                             const bool returned = row.state == WorkflowState::kReturned && row.state != filter.state;
                             if (returned || row.state == WorkflowState::kApproved || row.garment_count == 0) {
                               ++report.skipped;
                               return {};
                             }
                             JAEDAN_RETURN_IF_ERROR(approve_photo(project, row.photo.id, who));
                             ++report.done;
                             return {};
                           });
}

}  // namespace jaedan::workflow
