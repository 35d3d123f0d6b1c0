#include "app/workflow/photo/open_photo.h"

#include <algorithm>
#include <array>

#include "app/workflow/audit/change_note.h"
#include "app/workflow/people/acting_user.h"
#include "app/workflow/people/comments.h"
#include "app/workflow/people/tasks.h"
#include "app/workflow/project/photo_places.h"
#include "labeling/io/image_decoder.h"
#include "labeling/review/approval.h"
#include "labeling/review/deed.h"
#include "labeling/review/project_deed.h"

namespace jaedan::workflow {

namespace {

UndoHistory history_from(const std::string& bytes) {
  if (bytes.empty()) return {};
  // A history that cannot be read costs undo, not the photo.
  Result<UndoHistory> read = UndoHistory::from_bytes(bytes);
  return read.ok() ? std::move(read).value() : UndoHistory();
}

/// What is said of a photo, or what one person answers about it, with its history.
struct Said {
  Annotation annotation;
  UndoHistory history;
};
Result<Said> what_is_said(const Project& project, PhotoId id, AnswerId answer_id) {
  labeling::Store& store = project.store();
  Said said;
  JAEDAN_ASSIGN_OR_RETURN(said.annotation, stored_annotation(project, id, answer_id));
  std::string bytes;
  if (answer_id) {
    JAEDAN_ASSIGN_OR_RETURN(bytes, store.answer_history(answer_id));
  } else {
    JAEDAN_ASSIGN_OR_RETURN(bytes, store.history(id));
  }
  said.history = history_from(bytes);
  return said;
}

}  // namespace

Result<Annotation> stored_annotation(const Project& project, PhotoId id, AnswerId answer_id) {
  if (!answer_id) return project.store().annotation(id);
  JAEDAN_ASSIGN_OR_RETURN(labeling::Answer answer, project.store().answer(answer_id));
  return std::move(answer.annotation);
}

Result<EditSession> open_session(Project& project, PhotoId id, AnswerId answer) {
  JAEDAN_ASSIGN_OR_RETURN(Photo photo, project.store().photo(id));
  JAEDAN_ASSIGN_OR_RETURN(Said said, what_is_said(project, id, answer));
  return EditSession(std::move(photo), std::move(said.annotation), std::move(said.history));
}

Result<OpenedPhoto> open_photo(Project& project, PhotoId id, const std::string& who) {
  labeling::Store& store = project.store();
  JAEDAN_ASSIGN_OR_RETURN(Photo photo, store.photo(id));
  JAEDAN_ASSIGN_OR_RETURN(const AnswerId answer, answer_in_hand(project, who, id));
  JAEDAN_ASSIGN_OR_RETURN(Said said, what_is_said(project, id, answer));
  JAEDAN_ASSIGN_OR_RETURN(std::optional<Prediction> prediction, store.prediction(id));
  if (answer && prediction) prediction->of_garments.clear();  // those are others' garments
  JAEDAN_ASSIGN_OR_RETURN(const std::string begun_bytes, store.begun_shape(id, who));
  JAEDAN_ASSIGN_OR_RETURN(std::vector<labeling::Comment> comments, comments_for(project, id, who));
  JAEDAN_ASSIGN_OR_RETURN(Image image, labeling::read_image(project.photo_path(photo)));

  BegunShape begun;  // one that cannot be read is lost, the photo is not
  if (Result<BegunShape> read = BegunShape::from_bytes(begun_bytes); read.ok()) begun = std::move(read).value();
  // The file may have been replaced by another size since the import; the pixels on screen decide.
  std::optional<Message> size_changed;
  const bool labelled = said.annotation.revision != 0 || answer || prediction;
  if (labelled && (photo.width != image.width || photo.height != image.height)) {
    size_changed = size_changed_sentence(photo, {image.width, image.height});
  }
  photo.width = image.width;
  photo.height = image.height;
  return OpenedPhoto{EditSession(std::move(photo), std::move(said.annotation), std::move(said.history)),
                     std::move(image),
                     std::move(prediction),
                     std::move(begun),
                     std::move(comments),
                     std::move(size_changed)};
}

namespace {

/// Whoever draws, accepts or approves has looked at the labels on the photo as it is now.
Status adopt_size(Project& project, const SavedState& state, const Actor& actor) {
  const std::array<Deed, 3> looked = {Deed::kDraw, Deed::kAccept, Deed::kApprove};
  const auto is_action = [&](Deed deed) { return id_of(deed) == state.action; };
  if (std::none_of(looked.begin(), looked.end(), is_action)) return {};
  JAEDAN_ASSIGN_OR_RETURN(Photo stored, project.store().photo(state.annotation.photo));
  if (stored.width == state.photo.width && stored.height == state.photo.height) return {};
  stored.width = state.photo.width;
  stored.height = state.photo.height;
  return project.store().update_photo(stored, change_note(actor, ProjectDeed::kAdoptSize));
}

/// What is noted with a save by `now` (as_of_now), when the people of the project let it through.
Result<labeling::ChangeNote> note_of(const Project& project, const SavedState& state, const Actor& now) {
  labeling::ChangeNote note = change_note(now, state.action);
  if (!now.in_team()) return note;
  const PhotoId id = state.annotation.photo;
  const bool inspects = state.action == id_of(Deed::kApprove) || state.action == id_of(Deed::kReturn) ||
                        state.action == id_of(ProjectDeed::kApproveByRule);
  if (inspects) {
    JAEDAN_ASSIGN_OR_RETURN(const bool worked_on, project.store().worked_on(id, now.user));
    JAEDAN_RETURN_IF_ERROR(may_inspect(now, state.worked || worked_on));
  }
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<labeling::Task> task, task_to_work_on(project, now, id));
  if (state.worked) note.worker = now.user;
  if (task && (inspects || state.action == id_of(Deed::kSubmit))) note.ends = task->id;
  return note;
}

/// Stores what one person answers.
Result<std::int64_t> save_answer(Project& project, const SavedState& state, const Actor& now) {
  labeling::Store& store = project.store();
  const PhotoId id = state.annotation.photo;
  JAEDAN_ASSIGN_OR_RETURN(const AnswerId own, answer_in_hand(project, now.user, id));
  if (own != state.annotation.answer) return no_task(now.name, id);
  JAEDAN_ASSIGN_OR_RETURN(const labeling::Answer answer, store.answer(own));
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<labeling::Task> task, store.last_task(id, now.user));
  labeling::ChangeNote note = change_note(now, state.action);
  if (answer.panel && state.worked) note.worker = now.user;  // what is merged of it is their work, too
  if (state.action == id_of(Deed::kSubmit)) {
    JAEDAN_ASSIGN_OR_RETURN(const labeling::Task ends, own_task(project, now, id));
    note.ends = ends.id;
  }
  return store.save_answer(state.annotation, task ? task->id : TaskId{}, note, state.history.to_bytes());
}

}  // namespace

SavedState saved_state_of(const EditSession& session) {
  return {session.annotation(), session.history(), session.unsaved_action(), session.photo(),
          session.history().worked_since_save()};
}

Result<std::int64_t> save_photo(Project& project, const SavedState& state, const Actor& actor) {
  JAEDAN_ASSIGN_OR_RETURN(const Actor now, as_of_now(project, actor));
  if (state.annotation.answer) return save_answer(project, state, now);
  JAEDAN_ASSIGN_OR_RETURN(const labeling::ChangeNote note, note_of(project, state, now));
  JAEDAN_ASSIGN_OR_RETURN(const std::int64_t revision,
                          project.store().save(state.annotation, note, state.history.to_bytes()));
  // The labels are saved; a size that is not will be told again.
  static_cast<void>(adopt_size(project, state, now));
  return revision;
}

Status save_begun_shape(Project& project, PhotoId id, const std::string& who, const BegunShape& shape) {
  return project.store().set_begun_shape(id, who, shape.to_bytes());
}

}  // namespace jaedan::workflow
