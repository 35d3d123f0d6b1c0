#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/workflow/project/project.h"
#include "labeling/store/store.h"

namespace jaedan::workflow {

/// What one person may see of photos and of what was done to them. Who has a photo in hand to work on it is shown what
/// they work on and what they did themselves, the same for every photo: nothing tells a control, which is an approved
/// photo, or one of a panel, from any other. Managers, projects without users, and who is none of the users see all
/// (labeling/review/SECURITY.md: looking asks nobody's password).
///
/// As it was when it was made: for one question or one list. The project must outlive it. Errors of the store.
class Sight {
 public:
  /// `who`: a name; empty: somebody who sees all.
  static Result<Sight> of(const Project& project, const std::string& who);

  bool sees_all() const { return who_.empty(); }

  /// As PhotoCatalogue::list_in_order and rows. Photos in hand stand where what is shown of them belongs, and pass a
  /// filter by it.
  Result<std::vector<labeling::PhotoRow>> list(const labeling::PhotoFilter& filter, labeling::PhotoOrder order,
                                               const std::optional<labeling::PhotoRow>& after, int limit) const;
  Result<std::vector<labeling::PhotoRow>> rows(const std::vector<PhotoId>& ids) const;

  /// The changes of a photo (AnnotationStore::changes); of one in hand their own alone, numbered from 1.
  Result<std::vector<labeling::ChangeRecord>> changes(PhotoId photo) const;
  /// What to search the log for, so that `record` decides about what is found.
  labeling::LogQuery query(labeling::LogQuery asked) const;
  /// A record of the log as it is shown to who asked so; none: not at all. Own work on an answer is that on a photo.
  std::optional<labeling::LogRecord> record(labeling::LogRecord record, const labeling::LogQuery& asked) const;

 private:
  explicit Sight(const Project& project) : project_(&project) {}

  Result<labeling::PhotoRow> seen(labeling::PhotoRow row) const;
  Result<std::vector<labeling::PhotoRow>> in_hand(const labeling::PhotoFilter& filter, labeling::PhotoOrder order,
                                                  const std::optional<labeling::PhotoRow>& after) const;
  Result<Annotation> annotation_of(const labeling::Task& task) const;
  Result<std::vector<labeling::ChangeRecord>> answer_changes(const labeling::Task& task) const;

  const Project* project_;
  std::string who_;                          ///< empty: sees all
  std::map<PhotoId, labeling::Task> tasks_;  ///< of work in hand, by photo
};

}  // namespace jaedan::workflow
