#include "app/workflow/photo/review.h"

#include <utility>

#include "app/workflow/people/acting_user.h"
#include "app/workflow/project/photo_pages.h"
#include "app/workflow/project/photo_places.h"
#include "labeling/edit/commands/decide.h"
#include "labeling/edit/proposals/place.h"
#include "labeling/review/approval.h"

namespace jaedan::workflow {
namespace {

/// Parts of the likeliest reading's proposals that no garment of the photo stands for.
Result<std::vector<Part>> undecided_parts(Project& project, PhotoId id) {
  std::vector<Part> parts;
  const Result<std::optional<Prediction>> stored = project.store().prediction(id);
  if (!stored.ok() || !*stored || (*stored)->readings.empty()) return parts;  // of a damaged one `verify` speaks
  JAEDAN_ASSIGN_OR_RETURN(const Annotation annotation, project.store().annotation(id));
  const std::vector<Proposal>& proposals = (*stored)->readings.front().garments;
  for (const std::size_t i : free_proposals(annotation, proposals)) parts.push_back(proposals[i].part);
  return parts;
}

Status warn_of_proposals(Project& project, const labeling::PhotoRow& row, BatchReport& report) {
  if (!row.has_prediction) return {};
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<Part> undecided, undecided_parts(project, row.photo.id));
  for (const Part part : undecided) report.warnings.push_back({row.photo.name, undecided_proposal(part)});
  return {};
}

}  // namespace

MakeCommand approval(const Taxonomy& taxonomy, std::vector<Part> undecided, bool insists) {
  return [&taxonomy, undecided = std::move(undecided), insists](const EditSession& session) -> MadeCommand {
    if (session.annotation().state == WorkflowState::kApproved) return std::shared_ptr<const Command>();
    JAEDAN_RETURN_IF_ERROR(may_approve(session.photo(), session.annotation(), taxonomy, undecided, insists));
    return made(Decide::approve());
  };
}

MakeCommand give_back() {
  return [](const EditSession&) { return made(Decide::give_back()); };
}

Status approve_photo(Project& project, PhotoId id, const Actor& inspector, bool insists) {
  JAEDAN_RETURN_IF_ERROR(check_may(project, inspector, Deed::kApprove));
  JAEDAN_ASSIGN_OR_RETURN(const Photo photo, project.store().photo(id));
  JAEDAN_RETURN_IF_ERROR(check_photo_size(project, photo));
  JAEDAN_ASSIGN_OR_RETURN(std::vector<Part> undecided, undecided_parts(project, id));
  const MakeCommand approve = approval(project.taxonomy(), std::move(undecided), insists);
  JAEDAN_RETURN_IF_ERROR(change_photo(project, id, inspector, approve));
  return {};
}

Status return_photo(Project& project, PhotoId id, const Actor& inspector) {
  JAEDAN_RETURN_IF_ERROR(check_may(project, inspector, Deed::kReturn));
  JAEDAN_RETURN_IF_ERROR(change_photo(project, id, inspector, give_back()));
  return {};
}

Result<BatchReport> approve_photos(Project& project, const labeling::PhotoFilter& filter, const Actor& inspector,
                                   bool insists, const Watch& watch) {
  JAEDAN_RETURN_IF_ERROR(check_may(project, inspector, Deed::kApprove));
  const MakeCommand approve = approval(project.taxonomy(), {}, insists);
  const auto approve_row = [&](const labeling::PhotoRow& row, BatchReport& report) -> Status {
    if (row.state == WorkflowState::kReturned && row.state != filter.state) {
      report.skip({"approve.returned", "returned"});
    } else if (row.state == WorkflowState::kApproved) {
      report.skip({"approve.before", "approved before"});
    } else if (row.garment_count == 0) {
      report.skip({"approve.no_garment", "without a garment"});
    } else {
      JAEDAN_RETURN_IF_ERROR(check_photo_size(project, row.photo));
      if (!insists) JAEDAN_RETURN_IF_ERROR(warn_of_proposals(project, row, report));
      JAEDAN_RETURN_IF_ERROR(change_photo(project, row.photo.id, inspector.in_batch(), approve));
      ++report.done;
    }
    return {};
  };
  return change_each_photo(project, filter, "approving", watch, approve_row);
}

}  // namespace jaedan::workflow
