#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/store/store.h"

namespace jaedan::labeling {

/// What to freeze.
struct SnapshotRequest {
  std::string project_folder;
  PhotoFilter filter;               ///< its state is always kApproved, whatever it says
  std::string who;                  ///< user name
  bool without_models_own = false;  ///< leave out photos with a garment as a model drew it (is_models_own)
  std::string role = {};            ///< in which role `who` does it, for the change log
  /// Why a photo's file does not go with its labels (gone, another size), asked once a photo; empty when it does. Left
  /// out: files are not looked at.
  std::function<Message(const Photo&)> trouble_of = {};
};

/// A photo that could not go into the snapshot.
struct SkippedPhoto {
  std::string name;
  Message reason;  ///< one sentence
};

struct MadeSnapshot {
  SnapshotInfo info;
  bool is_new = false;                      ///< false: the same state was frozen before
  std::array<std::int64_t, 3> counts = {};  ///< photos of each Split: train, val, test
  std::vector<SkippedPhoto> skipped;
  Origins origins;            ///< of the garments in it: what is trained from may be a model's own output
  std::int64_t left_out = 0;  ///< photos that `without_models_own` kept out
};

/// The labels of all photos are read, then the files written; nothing is written when the state was frozen before.
enum class SnapshotPass { kReading, kWriting };
/// Told how many of the photos of a pass are done; returns false to cancel.
using SnapshotProgress = std::function<bool(SnapshotPass pass, std::int64_t done, std::int64_t total)>;

/// Freezes the approved photos of a project as PROJECT/snapshots/HASH12, sorted by name, then id:
///   snapshot.json     {"version":1,"hash":"…","items":[{"name":"…","photo":"path, absolute or relative to the
///                     folder","mask":"masks/NAME.png","split":"train|val|test","categories":{"top":"shirt",…}},…]}
///   masks/NAME.png    label mask of the photo's size (formats/label_mask.h)
///   labels/NAME.json  the annotation (store/annotation_json.h) with photo id and revision 0
/// The hash is SHA-256 over names, sizes, sides and labels, so the same state gives the same snapshot, in any
/// project, and nothing is written twice. Photos keep the sides that the project's earlier snapshots gave them
/// (split.h). The folder appears whole or not at all; its files are read-only. kNotFound when nothing is
/// approved, kCancelled, kConflict when somebody changes a photo meanwhile, kIo.
Result<MadeSnapshot> make_snapshot(Store& store, const SnapshotRequest& request, const SnapshotProgress& progress = {});

}  // namespace jaedan::labeling
