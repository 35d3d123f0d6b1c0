#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "app/workflow/project/project.h"
#include "labeling/domain/image.h"
#include "labeling/domain/proposal.h"
#include "labeling/edit/edit_session.h"
#include "labeling/tools/begun_shape.h"

namespace jaedan::workflow {

/// A photo ready to be worked on: whole or not at all.
struct OpenedPhoto {
  EditSession session;
  Image image;
  std::optional<Prediction> prediction;          ///< what the model said, when it was asked
  BegunShape begun = {};                         ///< what `who` began to draw and put aside
  std::vector<labeling::Comment> comments = {};  ///< what people say of it, the oldest first
  std::optional<Message> size_changed = {};  ///< to be told: the file's size is not that which the labels were made on
};

/// Reads annotation, edit history, prediction and pixels. Blocks on disk: not for the window's thread.
/// Who has been asked for their own answer about the photo (answer_in_hand) gets that in the place of its annotation.
/// A photo whose file is missing or broken is an Error that names it; the annotation stays untouched.
Result<OpenedPhoto> open_photo(Project& project, PhotoId id, const std::string& who);

/// What is said of the photo; `answer`: what one person answers about it instead.
Result<Annotation> stored_annotation(const Project& project, PhotoId id, AnswerId answer = {});

/// Annotation and edit history alone, to change many photos without looking at them.
/// `answer`: one person's answer about it, instead of its annotation.
Result<EditSession> open_session(Project& project, PhotoId id, AnswerId answer = {});

/// What a save stores of a session: values, so that another thread can do it while editing goes on.
struct SavedState {
  Annotation annotation;
  UndoHistory history;
  std::string action;  ///< EditSession::unsaved_action, or what the log is to call it
  Photo photo;         ///< of the size that the person saw
  bool worked = true;  ///< UndoHistory::worked_since_save
};
SavedState saved_state_of(const EditSession& session);

/// Stores the annotation with its edit history in one transaction, and returns the new revision for
/// `EditSession::mark_saved`. kConflict when somebody else changed the photo since it was read. A photo whose file had
/// changed its size is one of the new size from when somebody drew on it, accepted what is on it, or approved it.
/// kForbidden for somebody who was disabled since they began (people/acting_user.h). In a team, kRefused while the
/// photo is in somebody else's hands, and for a decision on one's own work; a decision ends the task in hand with it.
/// One person's answer is stored as that, when it is theirs and not submitted (kRefused otherwise).
Result<std::int64_t> save_photo(Project& project, const SavedState& state, const Actor& actor);

/// Remembers a shape that `who` has begun on the photo; an empty one forgets it.
Status save_begun_shape(Project& project, PhotoId id, const std::string& who, const BegunShape& shape);

}  // namespace jaedan::workflow
