#include "app/workflow/photo/open_photo.h"

#include "labeling/io/image_decoder.h"

namespace jaedan::workflow {

namespace {

Result<UndoHistory> history_of(labeling::AnnotationStore& annotations, PhotoId id) {
  JAEDAN_ASSIGN_OR_RETURN(const std::string bytes, annotations.history(id));
  UndoHistory history;
  if (!bytes.empty()) {
    // A history that cannot be read costs undo, not the photo.
    if (Result<UndoHistory> read = UndoHistory::from_bytes(bytes); read.ok()) history = std::move(read).value();
  }
  return history;
}

}  // namespace

Result<EditSession> open_session(Project& project, PhotoId id) {
  labeling::Store& store = project.store();
  JAEDAN_ASSIGN_OR_RETURN(Photo photo, store.photo(id));
  JAEDAN_ASSIGN_OR_RETURN(Annotation annotation, store.annotation(id));
  JAEDAN_ASSIGN_OR_RETURN(UndoHistory history, history_of(store, id));
  return EditSession(std::move(photo), std::move(annotation), std::move(history));
}

Result<OpenedPhoto> open_photo(Project& project, PhotoId id, const std::string& who) {
  labeling::Store& store = project.store();
  JAEDAN_ASSIGN_OR_RETURN(Photo photo, store.photo(id));
  JAEDAN_ASSIGN_OR_RETURN(Annotation annotation, store.annotation(id));
  JAEDAN_ASSIGN_OR_RETURN(UndoHistory history, history_of(store, id));
  JAEDAN_ASSIGN_OR_RETURN(std::optional<Prediction> prediction, store.prediction(id));
  JAEDAN_ASSIGN_OR_RETURN(const std::string begun_bytes, store.begun_shape(id, who));
  JAEDAN_ASSIGN_OR_RETURN(Image image, labeling::read_image(project.photo_path(photo)));

  BegunShape begun;  // one that cannot be read is lost, the photo is not
  if (Result<BegunShape> read = BegunShape::from_bytes(begun_bytes); read.ok()) begun = std::move(read).value();
  // The file may have been replaced by another size since the import; the pixels on screen decide.
  photo.width = image.width;
  photo.height = image.height;
  return OpenedPhoto{EditSession(std::move(photo), std::move(annotation), std::move(history)), std::move(image),
                     std::move(prediction), std::move(begun)};
}

SavedState saved_state_of(const EditSession& session) {
  return {session.annotation(), session.history(), session.unsaved_action()};
}

Result<std::int64_t> save_photo(Project& project, const SavedState& state, const std::string& who) {
  return project.store().save(state.annotation, {who, state.action}, state.history.to_bytes());
}

Status save_begun_shape(Project& project, PhotoId id, const std::string& who, const BegunShape& shape) {
  return project.store().set_begun_shape(id, who, shape.to_bytes());
}

}  // namespace jaedan::workflow
