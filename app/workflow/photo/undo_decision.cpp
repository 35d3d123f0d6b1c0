#include "app/workflow/photo/undo_decision.h"

#include "app/workflow/audit/change_note.h"
#include "app/workflow/people/acting_user.h"
#include "app/workflow/people/comments.h"
#include "app/workflow/photo/change_photo.h"
#include "labeling/review/state_machine.h"
#include "labeling/store/log_content.h"
#include "labeling/store/program.h"

namespace jaedan::workflow {
namespace {

Error no_decision(PhotoId id, const Actor& inspector) {
  return {ErrorCode::kRefused,
          "decision.not_last",
          "the last thing that happened to photo {0} is no decision of {1}, so it stays as it is",
          {id.value, inspector.name}};
}

bool is_decision(const labeling::ChangeRecord& change) {
  return change.note.action == id_of(Deed::kApprove) || change.note.action == id_of(Deed::kReturn);
}

/// When it was made.
Result<std::string> time_of_decision(labeling::Store& store, PhotoId id, const Actor& inspector) {
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<labeling::ChangeRecord> changes, store.changes(id));
  const bool is_theirs = !changes.empty() && is_decision(changes.back()) && changes.back().note.who == inspector.name;
  return is_theirs ? Result<std::string>(changes.back().at) : no_decision(id, inspector);
}

/// What the return asked for is asked of nobody any more.
Status settle_comments(Project& project, PhotoId id, const Actor& inspector, const std::string& since) {
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<labeling::Comment> comments, project.store().comments(id));
  for (const labeling::Comment& comment : comments) {
    const bool came_with_it = comment.who == inspector.name && comment.at >= since && (comment.stage || comment.reason);
    if (came_with_it) JAEDAN_RETURN_IF_ERROR(resolve_comment_in_batch(project, inspector, comment.id));
  }
  return {};
}

/// A photo that is returned again goes where it went before; of a return from long ago the log knows.
Status send_back_again(labeling::Store& store, PhotoId id, const Actor& inspector) {
  labeling::LogQuery query;
  query.action = id_of(ProjectDeed::kSendBack);
  query.photo = id;
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<labeling::LogRecord> sent, store.search_log(query, {}, 1));
  const std::optional<Stage> stage = sent.empty() ? std::nullopt : labeling::stage_sent_back_to(sent.front().after);
  if (!stage) return {};
  JAEDAN_RETURN_IF_ERROR(store.set_returned_to(id, *stage));
  JAEDAN_RETURN_IF_ERROR(store.append_to_log(labeling::LogSubject::of_photo(id),
                                             change_note(inspector, ProjectDeed::kSendBack), sent.front().after));
  return {};
}

/// Puts the photo into the hands of who inspected it with a task, unless the project's stages have changed so that it
/// does not wait for that any more.
Status take_again(labeling::Store& store, PhotoId id, const Actor& inspector) {
  if (!inspector.in_team()) return {};
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<labeling::Task> last, store.last_task(id, inspector.user));
  const bool inspected =
      last && last->stage == Stage::kInspect && last->state == labeling::TaskState::kSubmitted && !last->answer;
  if (!inspected) return {};
  JAEDAN_ASSIGN_OR_RETURN(const labeling::QueueRules rules, store.queue_rules());
  labeling::TaskWish wish;
  wish.user = inspector.user;
  wish.stage = Stage::kInspect;
  wish.photo = id;
  wish.seconds = rules.claim_seconds;
  wish.assigned = true;  // it counted when it was taken first
  const auto claimed = store.claim(wish, labeling::utc_now());
  return claimed.ok() || claimed.error().code == ErrorCode::kRefused ? Status() : Status(claimed.error());
}

}  // namespace

Result<WorkflowState> undo_decision(Project& project, PhotoId id, const Actor& inspector) {
  labeling::Store& store = project.store();
  WorkflowState state = WorkflowState::kNew;
  const Status done = store.batch([&]() -> Status {
    JAEDAN_ASSIGN_OR_RETURN(const Actor now, as_of_now(project, inspector));
    JAEDAN_RETURN_IF_ERROR(check_role(now, Deed::kReturn));
    JAEDAN_ASSIGN_OR_RETURN(const std::string made_at, time_of_decision(store, id, now));
    const auto undo = [&](EditSession& session, const Actor& acting) -> Status {
      const bool is_last = session.can_undo() && decides(session.history().undo_entry().deed);
      return is_last ? session.undo(acting) : Status(no_decision(id, now));
    };
    JAEDAN_RETURN_IF_ERROR(edit_photo(project, id, now, undo));
    JAEDAN_RETURN_IF_ERROR(settle_comments(project, id, now, made_at));
    JAEDAN_ASSIGN_OR_RETURN(const Annotation annotation, store.annotation(id));
    state = annotation.state;
    if (state == WorkflowState::kReturned) JAEDAN_RETURN_IF_ERROR(send_back_again(store, id, now));
    return take_again(store, id, now);
  });
  if (!done.ok()) return done.error();
  return state;
}

}  // namespace jaedan::workflow
