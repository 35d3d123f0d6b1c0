#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "labeling/domain/annotation.h"
#include "labeling/domain/proposal.h"
#include "labeling/base/result.h"

namespace jaedan::labeling {

/// Who makes a change and what they were doing; stored with the change (product.md §3).
struct ChangeNote {
  std::string who;     ///< user name, or the model's id for an explicit batch rule
  std::string action;  ///< ASCII id: "import", "edit", "approve", "return", …
};

/// One line of the change log.
struct ChangeRecord {
  std::int64_t id = 0;
  PhotoId photo;
  std::string at;  ///< UTC, "2026-01-31T23:59:59.123Z"
  ChangeNote note;
  std::string program;  ///< program and version that wrote it
  std::string before;   ///< the annotation before, as JSON; empty for the first
  std::string after;    ///< the annotation after, as JSON
};

/// What a photo list shows only. Unset fields do not filter; set ones must all hold.
struct PhotoFilter {
  std::optional<WorkflowState> state;
  std::optional<Part> part;         ///< has a garment of this part
  std::string attribute;            ///< with `value`: some garment (or the photo) has this attribute value
  std::string value;                ///< both or neither: one alone is kInvalidArgument
  std::string text;                 ///< substring of the photo's name, without regard to ASCII case
  std::string worker;               ///< last changed by
  std::optional<double> min_score;  ///< worst proposal score of the photo, inclusive bounds; a photo without
  std::optional<double> max_score;  ///< prediction has no score and passes neither bound
};

/// One row of a photo list: cheap to read, no regions in it.
struct PhotoRow {
  Photo photo;
  WorkflowState state = WorkflowState::kNew;
  int garment_count = 0;
  bool has_prediction = false;
  double worst_score = 1.0;  ///< least proposal score of the likeliest reading: 0 when that reading has no
                             ///< garment (somebody should look), 1 when there is no prediction
  std::string worker;        ///< who changed it last, empty for nobody
  std::string changed_at;    ///< UTC, empty when never changed
};

/// A garment's vector with what a recommender needs beside it.
struct StoredEmbedding {
  PhotoId photo;
  GarmentId garment;
  std::string model_id;
  std::vector<float> vector;  ///< unit length
};

/// A frozen list of curated photos (labeling/snapshot).
struct SnapshotInfo {
  SnapshotId id;
  std::string made_at;  ///< UTC
  std::string who;
  std::string hash;  ///< SHA-256 over the sorted items
  std::int64_t photo_count = 0;
  std::string folder;  ///< relative to the project folder
};

/// Everything a project remembers. One implementation per database; all pass the same contract test
/// (tests/labeling/store/store_contract_test). Methods may block on disk: never call them from the
/// window's thread. One Store object belongs to one thread at a time; open several for several threads.
/// Every method that changes something is one transaction: after it returned ok, the change survives a
/// crash; after an error, nothing changed. A method that takes a PhotoId says kNotFound for one that is not
/// in the project. What cannot be stored exactly is refused with kInvalidArgument and never altered: NaN and
/// infinite numbers, text that is not UTF-8 or holds a NUL, garment ids that are not positive or come twice.
class Store {
 public:
  virtual ~Store() = default;

  /// Adds photos, all or none. A photo whose path is already there keeps its id and gets its new size.
  /// Returns ids in the order of `photos` (their `id` fields are ignored).
  virtual Result<std::vector<PhotoId>> add_photos(const std::vector<Photo>& photos) = 0;
  virtual Result<Photo> photo(PhotoId id) = 0;
  virtual Result<std::optional<Photo>> photo_named(const std::string& name) = 0;

  /// Photos in ascending id, after `after`, at most `limit`.
  virtual Result<std::vector<PhotoRow>> list(const PhotoFilter& filter, PhotoId after, int limit) = 0;
  virtual Result<std::int64_t> count(const PhotoFilter& filter) = 0;

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

  /// The label file a photo was imported with, byte for byte; empty when there was none.
  virtual Status set_source_file(PhotoId id, const std::string& bytes) = 0;
  virtual Result<std::string> source_file(PhotoId id) = 0;

  /// What a model says of a photo: replaces what the same or another model said before. Never touches the
  /// annotation.
  virtual Status save_prediction(PhotoId id, const Prediction& prediction) = 0;
  virtual Result<std::optional<Prediction>> prediction(PhotoId id) = 0;

  virtual Status save_embeddings(const std::vector<StoredEmbedding>& embeddings) = 0;
  /// All vectors of one model, ordered by photo, then garment.
  virtual Result<std::vector<StoredEmbedding>> embeddings(const std::string& model_id) = 0;

  virtual Result<std::vector<ChangeRecord>> changes(PhotoId id) = 0;

  /// Remembers a snapshot (`info.id` is ignored). kConflict when one with this hash is there.
  virtual Result<SnapshotId> add_snapshot(const SnapshotInfo& info) = 0;
  virtual Result<std::vector<SnapshotInfo>> snapshots() = 0;

  /// Small named values of the project: champion model, taxonomy files, shapes that somebody began, … An empty value
  /// takes the name away.
  virtual Result<std::string> setting(const std::string& key) = 0;  ///< empty when unset
  virtual Status set_setting(const std::string& key, const std::string& value) = 0;

  /// Runs `work`, which calls this store's other methods, as one transaction: one wait for the disk instead of
  /// one a call (some milliseconds each). A call inside that fails changes nothing and may be gone over; when
  /// `work` itself returns an error, nothing of it is kept and that error is returned. Other writers wait
  /// meanwhile: keep it to some hundred calls. kInvalidArgument inside another batch.
  virtual Status batch(const std::function<Status()>& work) = 0;

  /// Looks for damage: database integrity, foreign keys, unreadable regions, log gaps. One sentence each.
  virtual Result<std::vector<std::string>> verify() = 0;
};

/// Makes the project folder `path` (NAME.jaedan) with an empty database. kConflict when there is one, kUnsupported for
/// the address of a server (postgresql://…).
Result<std::unique_ptr<Store>> create_project(const std::string& path);
/// Opens a project, migrating an older schema after a backup copy in PROJECT/backups. kNotFound, kCorrupt,
/// kUnsupported (made by a newer program), kUnavailable (locked by another program for over 10 s).
Result<std::unique_ptr<Store>> open_project(const std::string& path);
/// An empty store in memory, for tests and for `tag`, which needs no project.
std::unique_ptr<Store> make_memory_store();

}  // namespace jaedan::labeling
