#include "app/workflow/photo/submit_photo.h"

#include "app/workflow/people/acting_user.h"
#include "app/workflow/people/tasks.h"
#include "app/workflow/photo/change_photo.h"
#include "app/workflow/photo/measure_answers.h"
#include "app/workflow/photo/open_photo.h"
#include "labeling/agreement/proposal_distance.h"
#include "labeling/edit/commands/decide.h"
#include "labeling/review/approval.h"
#include "labeling/review/state_machine.h"
#include "labeling/store/program.h"

namespace jaedan::workflow {
namespace {

/// The stage that is submitted, and the task that ends with it.
struct Submission {
  Stage stage = Stage::kDrawn;
  std::optional<labeling::Task> task;
};

Result<Submission> submission_of(const Project& project, PhotoId id, const Actor& actor) {
  if (actor.in_team()) {
    JAEDAN_ASSIGN_OR_RETURN(const labeling::Task task, own_task(project, actor, id));
    return Submission{task.stage, task};
  }
  labeling::Store& store = project.store();
  JAEDAN_ASSIGN_OR_RETURN(const Annotation annotation, store.annotation(id));
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Stage> returned_to, store.returned_to(id));
  JAEDAN_ASSIGN_OR_RETURN(const labeling::QueueRules rules, store.queue_rules());
  const std::optional<Stage> stage = next_stage(annotation.state, returned_to, rules.stages);
  if (stage && *stage != Stage::kInspect) return Submission{*stage, std::nullopt};
  // Nothing is left to submit but what changed since an approval: the table says so.
  JAEDAN_RETURN_IF_ERROR(state_after(actor, Deed::kSubmit, annotation.state));
  return Submission{Stage::kExpert, std::nullopt};
}

/// Saves what stands there already (work that was begun before the claim may have moved the photo): a submission is
/// told of by its record, and that ends the task.
Status record_submission(Project& project, PhotoId id, const Actor& actor) {
  JAEDAN_ASSIGN_OR_RETURN(const AnswerId answer, answer_in_hand(project, actor.user, id));
  JAEDAN_ASSIGN_OR_RETURN(const EditSession session, open_session(project, id, answer));
  SavedState state = saved_state_of(session);
  state.action = id_of(Deed::kSubmit);
  JAEDAN_RETURN_IF_ERROR(save_photo(project, state, actor));
  return {};
}

Status submit(Project& project, PhotoId id, const Actor& actor, const Submission& what) {
  const MakeCommand make = [&](const EditSession& session) -> MadeCommand {
    const bool changed = session.annotation().state == WorkflowState::kChanged;
    const Stage asked = changed ? Stage::kInspect : what.stage;  // of which everything is asked
    JAEDAN_RETURN_IF_ERROR(may_submit(asked, session.photo(), session.annotation(), project.taxonomy()));
    return made(Decide::submit());
  };
  JAEDAN_ASSIGN_OR_RETURN(const Annotation before, project.store().annotation(id));
  const bool free = !actor.in_team() && before.state == WorkflowState::kChanged;
  JAEDAN_ASSIGN_OR_RETURN(const bool moved, change_photo(project, id, free ? actor : actor.at(what.stage), make));
  return moved ? Status() : record_submission(project, id, actor);
}

/// The photo's, or what the person answered: who submits cannot tell.
Result<Annotation> submitted_annotation(labeling::Store& store, PhotoId id, const Submission& what) {
  if (!what.task || !what.task->answer) return store.annotation(id);
  JAEDAN_ASSIGN_OR_RETURN(labeling::Answer answer, store.answer(what.task->answer));
  return std::move(answer.annotation);
}

/// How far the photo is from what a model proposed for it, where one did; answers of one person are not of the photo.
Status note_distance(labeling::Store& store, const Actor& actor, Stage stage, const Annotation& annotation) {
  if (annotation.answer) return {};
  const Result<std::optional<Prediction>> prediction = store.prediction(annotation.photo);
  if (!prediction.ok() || !*prediction || (*prediction)->readings.empty())
    return {};  // of a damaged one `verify` speaks
  JAEDAN_ASSIGN_OR_RETURN(const Photo photo, store.photo(annotation.photo));
  if (photo.width <= 0 || photo.height <= 0) return {};
  labeling::SubmittedDistance submitted;
  submitted.photo = photo.id;
  submitted.user = actor.user;
  submitted.stage = stage;
  submitted.at = labeling::utc_now();
  submitted.model = (*prediction)->model_id;
  submitted.distance =
      labeling::distance_from_proposal((*prediction)->readings.front().garments, annotation, photo.width, photo.height);
  return store.add_distance(submitted);
}

}  // namespace

Result<Submitted> submit_photo(Project& project, PhotoId id, const Actor& actor, const BroughtWork& work) {
  labeling::Store& store = project.store();
  JAEDAN_ASSIGN_OR_RETURN(ReadWork brought, read_work(project, id, work));
  Submitted submitted;
  const Status done = store.batch([&]() -> Status {
    JAEDAN_ASSIGN_OR_RETURN(const Actor now, as_of_now(project, actor));
    JAEDAN_RETURN_IF_ERROR(check_role(now, Deed::kSubmit));
    JAEDAN_ASSIGN_OR_RETURN(const Submission what, submission_of(project, id, now));
    JAEDAN_RETURN_IF_ERROR(take_work(project, id, now, brought));
    JAEDAN_RETURN_IF_ERROR(submit(project, id, now, what));
    JAEDAN_ASSIGN_OR_RETURN(const Annotation annotation, submitted_annotation(store, id, what));
    JAEDAN_ASSIGN_OR_RETURN(const labeling::QueueRules rules, store.queue_rules());
    JAEDAN_RETURN_IF_ERROR(note_distance(store, now, what.stage, annotation));
    if (annotation.answer) JAEDAN_RETURN_IF_ERROR(measure_submission(project, annotation.answer));
    submitted = {what.stage, annotation.state, next_stage(annotation.state, std::nullopt, rules.stages),
                 std::move(brought.warnings)};
    return {};
  });
  if (!done.ok()) return done.error();
  return submitted;
}

}  // namespace jaedan::workflow
