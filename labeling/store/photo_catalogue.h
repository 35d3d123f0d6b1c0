#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/domain/annotation.h"
#include "labeling/store/change_record.h"
#include "labeling/store/photo_order.h"
#include "labeling/store/project_figures.h"

namespace jaedan::labeling {

/// What a photo list shows only. Unset fields do not filter; set ones must all hold.
struct PhotoFilter {
  std::optional<WorkflowState> state;
  std::optional<bool> looked;       ///< true: it has garments, and a person looked at each; false: at one nobody did
  std::optional<Part> part;         ///< has a garment of this part
  std::string attribute;            ///< with `value`: some garment (or the photo) has this attribute value
  std::string value;                ///< both or neither: one alone is kInvalidArgument
  std::string text;                 ///< substring of the photo's name, without regard to ASCII case, NFC or NFD
  std::string worker;               ///< last changed by
  std::string in_hands_of;          ///< user name: a task of theirs is on it (people/task_store.h)
  std::optional<double> min_score;  ///< worst proposal score of the photo, inclusive bounds; a photo without
  std::optional<double> max_score;  ///< prediction has no score and passes neither bound
  std::vector<PhotoId> only = {};   ///< one of these, some thousands at most; empty: of all
};

/// One row of a photo list: cheap to read, no regions in it.
struct PhotoRow {
  Photo photo;
  WorkflowState state = WorkflowState::kNew;
  int garment_count = 0;
  int unseen_count = 0;  ///< of these garments: nobody looked at them (nobody_looked)
  bool has_prediction = false;
  double worst_score = 1.0;   ///< least proposal score of the likeliest reading: 0 when that reading has no
                              ///< garment (somebody should look), 1 when there is no prediction
  std::string worker;         ///< who changed it last, empty for nobody
  std::string changed_at;     ///< UTC, empty when never changed
  std::int64_t revision = 0;  ///< of its annotation
  unsigned parts = 0;         ///< that its garments have: bit 2^n for part number n
};

/// The photos of a project and the files that they came with. What every method owes its caller: store.h.
class PhotoCatalogue {
 public:
  virtual ~PhotoCatalogue() = default;

  /// Adds photos, all or none, their names in Unicode's form C. A photo whose path is already there keeps its id and
  /// name; it gets its new size unless something is said of it, by people or by a model: that was said of the old size.
  /// Returns ids in the order of `photos` (their `id` fields are ignored).
  virtual Result<std::vector<PhotoId>> add_photos(const std::vector<Photo>& photos) = 0;
  virtual Result<Photo> photo(PhotoId id) = 0;
  /// The first of this name; Korean letters apart and together are the same.
  virtual Result<std::optional<Photo>> photo_named(const std::string& name) = 0;
  /// Sets path and size of the photo `photo.id`, and logs it. kConflict when another photo has the path.
  virtual Status update_photo(const Photo& photo, const ChangeNote& note) = 0;

  /// Photos in ascending id, after `after`, at most `limit`.
  virtual Result<std::vector<PhotoRow>> list(const PhotoFilter& filter, PhotoId after, int limit) = 0;
  /// Photos in `order`, behind the row `after` (none: from the start), at most `limit`. `after` is a row as it was
  /// listed: pages join without gaps and repeats among the photos that did not change meanwhile. A page costs the same
  /// wherever it lies; behind a filter, what lies between its photos too.
  virtual Result<std::vector<PhotoRow>> list_in_order(const PhotoFilter& filter, PhotoOrder order,
                                                      const std::optional<PhotoRow>& after, int limit) = 0;
  /// The rows of these photos, in the order of `ids`. kNotFound for a photo that is not there.
  virtual Result<std::vector<PhotoRow>> rows(const std::vector<PhotoId>& ids) = 0;
  virtual Result<std::int64_t> count(const PhotoFilter& filter) = 0;
  /// What there is of the photos that pass; a second or so for a million.
  virtual Result<ProjectFigures> figures(const PhotoFilter& filter) = 0;

  /// The label file a photo was imported with, byte for byte; empty when there was none.
  virtual Status set_source_file(PhotoId id, const std::string& bytes) = 0;
  virtual Result<std::string> source_file(PhotoId id) = 0;
};

}  // namespace jaedan::labeling
