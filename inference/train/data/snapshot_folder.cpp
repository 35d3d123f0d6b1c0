#include <algorithm>

#include "inference/train/data/data_folders.h"
#include "inference/train/data/folder_reading.h"
#include "labeling/dataset/snapshot_index.h"
#include "labeling/io/image_decoder.h"

namespace jaedan::inference {
namespace {

using labeling::SnapshotPhoto;

// Values of the mask as TrainingItem::labels has them.
Status translate(Mask& labels, labeling::MaskValues values, const std::string& where) {
  const bool are_parts = values == labeling::MaskValues::kParts;
  for (std::uint8_t& value : labels.pixels) {
    if (value == kIgnoredPixel) continue;
    if (value >= (are_parts ? kPartCount + 1 : kPixelClassCount)) {
      return Error{ErrorCode::kCorrupt, "data.value_no_part", "{0}: value {1} is no part", {where, value}};
    }
    if (value == 0 && are_parts) value = kNoGarmentPixel;
  }
  return {};
}

Status read_outlines(const std::string& folder, const SnapshotPhoto& photo, TrainingItem& item) {
  JAEDAN_ASSIGN_OR_RETURN(const auto outlines, labeling::read_snapshot_outlines(folder, photo));
  for (const labeling::SnapshotOutline& outline : outlines) {
    const bool by_model = outline.said.source == Source::kModel;
    item.outlines.push_back({by_model ? outline.said.author : std::string(), outline.unseen});
  }
  return {};
}

Result<TrainingItem> read_item(const std::string& folder, const SnapshotPhoto& photo, labeling::MaskValues values,
                               const FolderOptions& options) {
  TrainingItem item;
  item.name = photo.name;
  item.split = photo.split;
  JAEDAN_ASSIGN_OR_RETURN(const labeling::SnapshotLabels labels, labeling::read_snapshot_labels(folder, photo));
  for (const auto& [part, said] : labels) {
    for (const auto& [attribute, ids] : said) {
      for (const std::string& id : ids) add_label(item.known[mask_value(part) - 1U], attribute, id);
    }
  }
  if (options.with_origins) JAEDAN_RETURN_IF_ERROR(read_outlines(folder, photo, item));
  JAEDAN_ASSIGN_OR_RETURN(item.photo, read_photo(labeling::path_in_snapshot(folder, photo.photo), options));
  const std::string mask_path = labeling::path_in_snapshot(folder, photo.mask);
  JAEDAN_ASSIGN_OR_RETURN(const Mask mask, labeling::read_mask(mask_path));
  item.labels = scale_labels(mask, item.photo.width, item.photo.height);
  JAEDAN_RETURN_IF_ERROR(translate(item.labels, values, mask_path));
  set_presence(item);
  for (const Part part : photo.uncertain) {
    float& present = item.present[mask_value(part) - 1U];
    if (present == 0) present = -1;
  }
  return item;
}

}  // namespace

Result<std::vector<TrainingItem>> read_snapshot_folder(const std::string& folder, const FolderOptions& options) {
  JAEDAN_ASSIGN_OR_RETURN(labeling::SnapshotIndex index, labeling::read_snapshot(folder));
  const auto is_other = [&](const SnapshotPhoto& photo) { return options.only && *options.only != photo.split; };
  index.photos.erase(std::remove_if(index.photos.begin(), index.photos.end(), is_other), index.photos.end());
  return read_items(index.photos.size(), options,
                    [&](std::size_t i) { return read_item(folder, index.photos[i], index.mask_values, options); });
}

}  // namespace jaedan::inference
