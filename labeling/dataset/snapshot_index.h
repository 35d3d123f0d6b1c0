#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/dataset/split.h"
#include "labeling/domain/part.h"
#include "labeling/domain/provenance.h"

namespace jaedan::labeling {

/// The file that lists a snapshot's photos: of a project (snapshot.h), of drawn photos (synth/write_photos.h), or of
/// photos that a model labelled.
inline constexpr const char* kSnapshotFile = "snapshot.json";

/// What the values in a snapshot's masks are.
enum class MaskValues {
  kParts,         ///< mask_value(Part); 0 is no garment
  kPixelClasses,  ///< what a network calls a pixel (inference/garments/segmentation_classes.h), 255 teaches nothing
};

/// A photo of a snapshot. Paths are absolute, or relative to the snapshot's folder.
struct SnapshotPhoto {
  std::string name;  ///< unique in the snapshot; its labels, where there are any, are labels/NAME.json
  std::string photo;
  std::string mask;
  Split split = Split::kTrain;
  std::map<std::string, std::string> categories;  ///< by part id
  std::vector<Part> uncertain;                    ///< parts that may be there although no pixel shows them
};

struct SnapshotIndex {
  std::string hash;
  MaskValues mask_values = MaskValues::kParts;
  std::vector<SnapshotPhoto> photos;
};

/// {"version":1,"hash":"…","classes":"pixel_classes","items":[{"name","photo","mask","split","categories":{"top":
/// "shirt"},"uncertain":["bottom"]},…]}, a line a photo; "classes" and "uncertain" are left out when there is nothing
/// to say. The one writer of it.
std::string snapshot_text(const SnapshotIndex& index);

/// The one reader. kCorrupt: no such JSON, an unknown split or part; kUnsupported: another version. `where` stands in
/// messages.
Result<SnapshotIndex> parse_snapshot(std::string_view text, const std::string& where);
/// From snapshot.json in `folder`. Also kNotFound and kIo.
Result<SnapshotIndex> read_snapshot(const std::string& folder);

/// Where a path of a SnapshotPhoto leads.
std::string path_in_snapshot(const std::string& folder, const std::string& path);

/// What is said of the garments of a photo: value ids by attribute. Of two garments of a part the first that says
/// anything of an attribute; "not sure" says nothing.
using SnapshotLabels = std::map<Part, std::map<std::string, std::vector<std::string>>>;
/// Whose outlines the photo's garments have, from its labels file; empty where it has none.
struct SnapshotOutline {
  Provenance said;
  bool unseen = false;  ///< nobody looked at the garment (domain/garment.h)
};
Result<std::vector<SnapshotOutline>> read_snapshot_outlines(const std::string& folder, const SnapshotPhoto& photo);
/// From the photo's labels file, or where it has none from its categories. kCorrupt, kIo.
Result<SnapshotLabels> read_snapshot_labels(const std::string& folder, const SnapshotPhoto& photo);

}  // namespace jaedan::labeling
