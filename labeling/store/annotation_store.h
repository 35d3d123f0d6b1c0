#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/domain/annotation.h"
#include "labeling/store/change_record.h"

namespace jaedan::labeling {

/// What people (and explicit batch rules) say of photos, and the log of it. What every method owes its caller: store.h.
class AnnotationStore {
 public:
  virtual ~AnnotationStore() = default;

  /// The annotation of a photo; an empty one of revision 0 when nothing was said yet.
  virtual Result<Annotation> annotation(PhotoId id) = 0;
  /// Stores `annotation` when its revision is still the stored one, logs the change, and returns the new
  /// revision. kConflict when somebody else was faster. `history` (edit history of the photo, opaque) is
  /// replaced in the same transaction when given. Vectors of garments that are gone go with them.
  virtual Result<std::int64_t> save(const Annotation& annotation, const ChangeNote& note,
                                    const std::optional<std::string>& history = std::nullopt) = 0;
  /// Many new annotations in one transaction (import, batch accept).
  virtual Status save_all(const std::vector<Annotation>& annotations, const ChangeNote& note) = 0;
  virtual Result<std::string> history(PhotoId id) = 0;
  /// What the change log says of the photo's annotation, oldest first. What else happened to the photo: search_log.
  virtual Result<std::vector<ChangeRecord>> changes(PhotoId id) = 0;

  /// What `who` has begun to draw on the photo and put aside (opaque, as `history`); empty when there is nothing. No
  /// change of the annotation, so not in the log. Setting an empty one forgets it.
  virtual Result<std::string> begun_shape(PhotoId id, const std::string& who) = 0;
  virtual Status set_begun_shape(PhotoId id, const std::string& who, const std::string& bytes) = 0;
};

}  // namespace jaedan::labeling
