#include "app/workflow/photo/review.h"

#include <utility>

#include "app/workflow/audit/change_note.h"
#include "app/workflow/people/acting_user.h"
#include "app/workflow/people/comments.h"
#include "app/workflow/people/tasks.h"
#include "app/workflow/project/photo_pages.h"
#include "app/workflow/project/photo_places.h"
#include "labeling/edit/commands/decide.h"
#include "labeling/edit/proposals/place.h"
#include "labeling/review/approval.h"
#include "labeling/store/log_content.h"
#include "labeling/store/people/task_rules.h"

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

/// `actor` as who decides about the photo: one of a team, unless a manager, does so at the inspection. kRefused for
/// their own work.
Result<Actor> inspecting(const Project& project, const Actor& actor, PhotoId id) {
  JAEDAN_ASSIGN_OR_RETURN(const Actor now, as_of_now(project, actor));
  if (!now.in_team()) return now;
  JAEDAN_ASSIGN_OR_RETURN(const bool worked_on, project.store().worked_on(id, now.user));
  JAEDAN_RETURN_IF_ERROR(may_inspect(now, worked_on));
  return now.roles.has(Role::kManager) ? now : now.at(Stage::kInspect);
}

/// The same for an approval, for which the photo must have come to the inspection.
Result<Actor> approving(const Project& project, const Actor& actor, PhotoId id) {
  JAEDAN_ASSIGN_OR_RETURN(const Actor inspector, inspecting(project, actor, id));
  labeling::Store& store = project.store();
  if (!inspector.stage) return inspector;
  JAEDAN_ASSIGN_OR_RETURN(const Annotation annotation, store.annotation(id));
  if (annotation.state == WorkflowState::kApproved) return inspector;
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Stage> returned_to, store.returned_to(id));
  JAEDAN_ASSIGN_OR_RETURN(const labeling::QueueRules rules, store.queue_rules());
  JAEDAN_RETURN_IF_ERROR(labeling::check_waits_for(Stage::kInspect, id, annotation.state, returned_to, rules.stages));
  return inspector;
}

Status check_return(const Project& project, const ReturnChoice& choice) {
  JAEDAN_ASSIGN_OR_RETURN(const labeling::QueueRules rules, project.store().queue_rules());
  if (choice.stage && (*choice.stage == Stage::kInspect || !rules.stages.has(*choice.stage))) {
    return Error{ErrorCode::kInvalidArgument,
                 "review.no_way_back",
                 "a photo goes back to a stage where work is done, and that is not switched off; {0} is none",
                 {message_of(*choice.stage)}};
  }
  if (choice.place && choice.text.empty() && !choice.reason) {
    return Error{ErrorCode::kInvalidArgument, "review.place_alone", "a place in the photo needs a reason or words"};
  }
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

Result<bool> approve_photo(Project& project, PhotoId id, const Actor& inspector, bool insists) {
  JAEDAN_RETURN_IF_ERROR(check_may(project, inspector, Deed::kApprove));
  JAEDAN_ASSIGN_OR_RETURN(const Photo photo, project.store().photo(id));
  JAEDAN_RETURN_IF_ERROR(check_photo_size(project, photo));
  JAEDAN_ASSIGN_OR_RETURN(std::vector<Part> undecided, undecided_parts(project, id));
  const MakeCommand approve = approval(project.taxonomy(), std::move(undecided), insists);
  JAEDAN_ASSIGN_OR_RETURN(const Actor actor, approving(project, inspector, id));
  return change_photo(project, id, actor, approve);
}

Status return_photo(Project& project, PhotoId id, const Actor& inspector, const ReturnChoice& choice) {
  return project.store().batch([&]() -> Status {
    JAEDAN_RETURN_IF_ERROR(check_may(project, inspector, Deed::kReturn));
    JAEDAN_RETURN_IF_ERROR(check_return(project, choice));
    JAEDAN_ASSIGN_OR_RETURN(const Actor actor, inspecting(project, inspector, id));
    JAEDAN_RETURN_IF_ERROR(
        change_photo(project, id, actor, [](const EditSession&) { return made(Decide::give_back()); }));
    // One that is returned already is not saved, where this would be asked.
    if (actor.in_team()) JAEDAN_RETURN_IF_ERROR(task_to_work_on(project, actor, id));
    if (choice.stage) JAEDAN_RETURN_IF_ERROR(project.store().set_returned_to(id, *choice.stage));
    if (choice.stage || choice.reason) {
      JAEDAN_RETURN_IF_ERROR(project.store().append_to_log(labeling::LogSubject::of_photo(id),
                                                           change_note(actor, ProjectDeed::kSendBack),
                                                           labeling::send_back_content(choice.stage, choice.reason)));
    }
    if (choice.text.empty() && !choice.reason) return {};
    labeling::Comment comment;
    comment.photo = id;
    comment.text = choice.text;
    comment.place = choice.place;
    comment.stage = choice.stage;
    comment.reason = choice.reason;
    JAEDAN_RETURN_IF_ERROR(add_comment_in_batch(project, inspector, comment));
    return {};
  });
}

void skip_approved(BatchReport& report) { report.skip({"approve.before", "approved before"}); }

Result<BatchReport> approve_photos(Project& project, const labeling::PhotoFilter& filter, const Actor& inspector,
                                   bool insists, const Watch& watch) {
  JAEDAN_RETURN_IF_ERROR(check_may(project, inspector, Deed::kApprove));
  const MakeCommand approve = approval(project.taxonomy(), {}, insists);
  const auto approve_row = [&](const labeling::PhotoRow& row, BatchReport& report) -> Status {
    if (row.state == WorkflowState::kReturned && row.state != filter.state) {
      report.skip({"approve.returned", "returned"});
    } else if (row.state == WorkflowState::kApproved) {
      skip_approved(report);
    } else if (row.garment_count == 0) {
      report.skip({"approve.no_garment", "without a garment"});
    } else {
      JAEDAN_RETURN_IF_ERROR(check_photo_size(project, row.photo));
      if (!insists) JAEDAN_RETURN_IF_ERROR(warn_of_proposals(project, row, report));
      JAEDAN_ASSIGN_OR_RETURN(const Actor actor, approving(project, inspector, row.photo.id));
      JAEDAN_RETURN_IF_ERROR(change_photo(project, row.photo.id, actor.in_batch(), approve));
      ++report.done;
    }
    return {};
  };
  return change_each_photo(project, filter, "approving", watch, approve_row);
}

}  // namespace jaedan::workflow
