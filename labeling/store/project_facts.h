#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/domain/ids.h"
#include "labeling/store/change_record.h"

namespace jaedan::labeling {

/// A frozen list of curated photos (labeling/dataset).
struct SnapshotInfo {
  SnapshotId id;
  std::string made_at;  ///< UTC
  std::string who;
  std::string hash;  ///< SHA-256 over the sorted items
  std::int64_t photo_count = 0;
  std::string folder;  ///< relative to the project folder
};

/// What holds for the project as a whole. What every method owes its caller: store.h.
class ProjectFacts {
 public:
  virtual ~ProjectFacts() = default;

  /// Remembers a snapshot (`info.id` is ignored), and logs it. kConflict when one with this hash is there.
  virtual Result<SnapshotId> add_snapshot(const SnapshotInfo& info, const ChangeNote& note) = 0;
  virtual Result<std::vector<SnapshotInfo>> snapshots() = 0;

  /// The models that were promoted, in that order; the last one is in use. Empty: nothing was ever promoted.
  virtual Result<std::vector<std::string>> champions() = 0;
  /// Both log what they did.
  virtual Status push_champion(const std::string& model_id, const ChangeNote& note) = 0;
  /// Forgets the last one, so that the one before is in use again. kNotFound when there is none.
  virtual Status pop_champion(const ChangeNote& note) = 0;
};

}  // namespace jaedan::labeling
