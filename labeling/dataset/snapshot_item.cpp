#include "labeling/dataset/snapshot_item.h"

#include <filesystem>

#include "labeling/dataset/snapshot_index.h"
#include "labeling/store/annotation_json.h"

namespace jaedan::labeling {
namespace {

/// The snapshot's folder is PROJECT/snapshots/HASH12: two steps below what relative paths are relative to.
std::string path_from_snapshot(const std::string& path) {
  return std::filesystem::path(path).is_absolute() ? path : "../../" + path;
}

/// Who looked differs from one return and approval to the next; that somebody did is a fact about the labels.
constexpr const char* kSomebody = "somebody";

}  // namespace

SnapshotItem item_of(const Photo& photo, const Annotation& annotation) {
  SnapshotItem item;
  item.photo = photo;
  item.photo_path = path_from_snapshot(photo.path);
  item.label_hash = hex_of(sha256_of(label_text(annotation)));
  for (const Part part : kAllParts) {
    bool present = false;
    for (const Garment& garment : annotation.garments) {
      if (garment.part != part) continue;
      present = true;
      const AttributeValue* category = find_value(garment.attributes, attribute::kCategory);
      if (category && category->value != kNotSure) item.categories.emplace(id_of(part), category->value);
    }
    if (present) item.parts.push_back(part);
  }
  return item;
}

std::string label_text(const Annotation& annotation) {
  Annotation labels = annotation;
  labels.photo = PhotoId{};
  labels.revision = 0;
  for (Garment& garment : labels.garments) {
    const bool seen = is_models_own(garment) && !garment.handling.looked_by.empty();
    garment.handling = {"", seen ? kSomebody : "", ""};
  }
  return annotation_to_json(labels) + "\n";
}

Sha256::Digest hash_of(const std::vector<SnapshotItem>& items) {
  Sha256 hash;
  hash.add("jaedan snapshot 1\n");
  for (const SnapshotItem& item : items) {
    hash.add(item.file_name + "\n" + std::to_string(item.photo.width) + "x" + std::to_string(item.photo.height) + " " +
             std::string(id_of(item.split)) + " " + item.label_hash + "\n");
  }
  return hash.finish();
}

std::string index_text(const std::vector<SnapshotItem>& items, const std::string& hash) {
  SnapshotIndex index;
  index.hash = hash;
  for (const SnapshotItem& item : items) {
    index.photos.push_back(
        {item.file_name, item.photo_path, "masks/" + item.file_name + ".png", item.split, item.categories, {}});
  }
  return snapshot_text(index);
}

}  // namespace jaedan::labeling
