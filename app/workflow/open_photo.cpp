#include "app/workflow/open_photo.h"

#include "labeling/io/image_decoder.h"

namespace jaedan::workflow {

Result<OpenedPhoto> open_photo(Project& project, PhotoId id) {
  labeling::Store& store = project.store();
  JAEDAN_ASSIGN_OR_RETURN(Photo photo, store.photo(id));
  JAEDAN_ASSIGN_OR_RETURN(Annotation annotation, store.annotation(id));
  JAEDAN_ASSIGN_OR_RETURN(const std::string history_bytes, store.history(id));
  JAEDAN_ASSIGN_OR_RETURN(std::optional<Prediction> prediction, store.prediction(id));
  JAEDAN_ASSIGN_OR_RETURN(Image image, labeling::read_image(project.photo_path(photo)));

  UndoHistory history;
  if (!history_bytes.empty()) {
    // A history that cannot be read costs undo, not the photo.
    if (Result<UndoHistory> read = UndoHistory::from_bytes(history_bytes); read.ok()) history = std::move(read).value();
  }
  // The file may have been replaced by another size since the import; the pixels on screen decide.
  photo.width = image.width;
  photo.height = image.height;
  return OpenedPhoto{EditSession(std::move(photo), std::move(annotation), std::move(history)), std::move(image),
                     std::move(prediction)};
}

Result<std::int64_t> save_photo(Project& project, const Annotation& annotation, const UndoHistory& history,
                                const std::string& who, const std::string& action) {
  return project.store().save(annotation, {who, action}, history.to_bytes());
}

}  // namespace jaedan::workflow
