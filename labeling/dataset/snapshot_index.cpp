#include "labeling/dataset/snapshot_index.h"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "labeling/base/file_system.h"
#include "labeling/store/annotation_json.h"

namespace jaedan::labeling {
namespace {

using nlohmann::json;

constexpr std::uint64_t kIndexLimitBytes = std::uint64_t{4} << 30;
constexpr std::uint64_t kLabelsLimitBytes = std::uint64_t{64} << 20;
constexpr int kVersion = 1;
constexpr const char* kPixelClasses = "pixel_classes";

Result<Part> part_called(const std::string& id) {
  const auto part = part_from_id(id);
  if (!part) return Error{ErrorCode::kCorrupt, "part.unknown", "'{0}' is no part", {id}};
  return *part;
}

Result<SnapshotPhoto> photo_from(const json& item) {
  SnapshotPhoto photo;
  photo.name = item.at("name").get<std::string>();
  photo.photo = item.at("photo").get<std::string>();
  photo.mask = item.at("mask").get<std::string>();
  const auto side = item.value("split", std::string(id_of(Split::kTrain)));
  const std::optional<Split> split = split_from_id(side);
  if (!split) {
    return Error{
        ErrorCode::kCorrupt, "split.unknown", "{0}: split '{1}' is none of train, val, test", {photo.name, side}};
  }
  photo.split = *split;
  const json categories = item.value("categories", json::object());
  for (const auto& [part, category] : categories.items()) {
    JAEDAN_RETURN_IF_ERROR(part_called(part));
    photo.categories[part] = category.get<std::string>();
  }
  for (const json& id : item.value("uncertain", json::array())) {
    JAEDAN_ASSIGN_OR_RETURN(const Part part, part_called(id.get<std::string>()));
    photo.uncertain.push_back(part);
  }
  return photo;
}

std::string item_text(const SnapshotPhoto& photo) {
  nlohmann::ordered_json item{{"name", photo.name},
                              {"photo", photo.photo},
                              {"mask", photo.mask},
                              {"split", id_of(photo.split)},
                              {"categories", photo.categories}};
  for (const Part part : photo.uncertain) item["uncertain"].push_back(id_of(part));
  return item.dump();
}

SnapshotLabels labels_of(const Annotation& annotation) {
  SnapshotLabels labels;
  for (const Garment& garment : annotation.garments) {
    std::map<std::string, std::vector<std::string>> said;
    for (const AttributeValue& value : garment.attributes) {
      if (value.value != kNotSure) said[value.attribute].push_back(value.value);
    }
    labels[garment.part].merge(said);
  }
  return labels;
}

/// Nothing when the photo has none.
Result<std::optional<Annotation>> labels_file_of(const std::string& folder, const SnapshotPhoto& photo) {
  const std::string path = folder + "/labels/" + photo.name + ".json";
  const Result<std::string> text = disk().read(path, kLabelsLimitBytes);
  if (!text.ok() && text.error().code == ErrorCode::kNotFound) return std::optional<Annotation>();
  if (!text.ok()) return text.error();
  Result<Annotation> annotation = annotation_from_json(*text);
  if (!annotation.ok()) return annotation.error().with_context(path);
  return std::optional<Annotation>(std::move(annotation).value());
}

}  // namespace

std::string snapshot_text(const SnapshotIndex& index) {
  std::string text = "{\"version\":" + std::to_string(kVersion) + ",\"hash\":\"" + index.hash + "\",";
  if (index.mask_values == MaskValues::kPixelClasses) text += std::string("\"classes\":\"") + kPixelClasses + "\",";
  text += "\"items\":[";
  for (std::size_t i = 0; i < index.photos.size(); ++i) {
    text += (i > 0 ? ",\n" : "\n") + item_text(index.photos[i]);
  }
  return text + "\n]}\n";
}

Result<SnapshotIndex> parse_snapshot(std::string_view text, const std::string& where) {
  SnapshotIndex index;
  try {
    const json object = json::parse(text);
    if (object.at("version") != kVersion) {
      return Error{
          ErrorCode::kUnsupported, "snapshot.other_version", "{0}: only version {1} can be read", {where, kVersion}};
    }
    index.hash = object.value("hash", "");
    if (object.value("classes", "") == kPixelClasses) index.mask_values = MaskValues::kPixelClasses;
    for (const json& item : object.at("items")) {
      Result<SnapshotPhoto> photo = photo_from(item);
      if (!photo.ok()) return photo.error().with_context(where);
      index.photos.push_back(std::move(*photo));
    }
  } catch (const json::exception& e) {
    return Error{ErrorCode::kCorrupt, "snapshot.unreadable", "{0}: {1}", {where, e.what()}};
  }
  return index;
}

Result<SnapshotIndex> read_snapshot(const std::string& folder) {
  const std::string path = folder + "/" + kSnapshotFile;
  JAEDAN_ASSIGN_OR_RETURN(const std::string text, disk().read(path, kIndexLimitBytes));
  return parse_snapshot(text, path);
}

std::string path_in_snapshot(const std::string& folder, const std::string& path) {
  return (std::filesystem::path(folder) / path).string();  // an absolute path replaces the folder
}

Result<SnapshotLabels> read_snapshot_labels(const std::string& folder, const SnapshotPhoto& photo) {
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Annotation> annotation, labels_file_of(folder, photo));
  if (annotation) return labels_of(*annotation);
  SnapshotLabels labels;
  for (const auto& [part, category] : photo.categories) {
    labels[*part_from_id(part)][std::string(attribute::kCategory)] = {category};
  }
  return labels;
}

Result<std::vector<SnapshotOutline>> read_snapshot_outlines(const std::string& folder, const SnapshotPhoto& photo) {
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Annotation> annotation, labels_file_of(folder, photo));
  std::vector<SnapshotOutline> outlines;
  if (!annotation) return outlines;
  for (const Garment& garment : annotation->garments) {
    outlines.push_back({garment.region_provenance, nobody_looked(garment)});
  }
  return outlines;
}

}  // namespace jaedan::labeling
