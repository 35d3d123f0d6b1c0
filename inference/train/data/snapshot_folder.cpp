#include <filesystem>
#include <nlohmann/json.hpp>

#include "inference/garments/part_set.h"
#include "inference/train/data/data_folders.h"
#include "inference/train/data/folder_reading.h"
#include "labeling/domain/attribute.h"
#include "labeling/io/image_decoder.h"

namespace jaedan::inference {
namespace {

struct Entry {
  std::string name, photo, mask;
  Split split = Split::kTrain;
  std::array<KnownLabels, kPartCount> known;
  PartSet uncertain = 0;  // may be there although no pixel shows them
};

Result<Entry> parse_entry(const nlohmann::json& json, const std::filesystem::path& folder) {
  Entry entry;
  entry.name = json.at("name");
  // An absolute path replaces the folder.
  entry.photo = (folder / json.at("photo").get<std::string>()).string();
  entry.mask = (folder / json.at("mask").get<std::string>()).string();
  JAEDAN_ASSIGN_OR_RETURN(entry.split, split_from_word(json.value("split", "train"), entry.name));
  for (const auto& part_id : json.value("uncertain", nlohmann::json::array())) {
    const auto part = part_from_id(part_id.get<std::string>());
    if (!part) return Error{ErrorCode::kCorrupt, entry.name + ": '" + part_id.get<std::string>() + "' is no part"};
    entry.uncertain |= part_set_of(*part);
  }
  if (json.contains("categories")) {
    for (const auto& [part_id, category] : json.at("categories").items()) {
      const auto part = part_from_id(part_id);
      if (!part) return Error{ErrorCode::kCorrupt, entry.name + ": '" + part_id + "' is no part"};
      add_label(entry.known[mask_value(*part) - 1U], attribute::kCategory, category.get<std::string>());
    }
  }
  return entry;
}

Result<TrainingItem> read_item(const Entry& entry, bool pixel_classes, const FolderOptions& options) {
  TrainingItem item;
  item.name = entry.name;
  item.split = entry.split;
  item.known = entry.known;
  JAEDAN_ASSIGN_OR_RETURN(item.photo, read_photo(entry.photo, options));
  JAEDAN_ASSIGN_OR_RETURN(const Mask mask, labeling::read_mask(entry.mask));
  item.labels = scale_labels(mask, item.photo.width, item.photo.height);
  for (std::uint8_t& value : item.labels.pixels) {
    if (value == kIgnoredPixel) continue;
    if (value >= (pixel_classes ? kPixelClassCount : kPartCount + 1)) {
      return Error{ErrorCode::kCorrupt, entry.mask + ": value " + std::to_string(value) + " is no part"};
    }
    if (value == 0 && !pixel_classes) value = kNoGarmentPixel;
  }
  set_presence(item);
  for (const Part part : kAllParts) {
    float& present = item.present[mask_value(part) - 1U];
    if (has_part(entry.uncertain, part) && present == 0) present = -1;
  }
  return item;
}

}  // namespace

Result<std::vector<TrainingItem>> read_snapshot_folder(const std::string& folder, const FolderOptions& options) {
  const std::string path = folder + "/snapshot.json";
  JAEDAN_ASSIGN_OR_RETURN(const std::string text, read_text(path));
  std::vector<Entry> entries;
  bool pixel_classes = false;
  try {
    const auto snapshot = nlohmann::json::parse(text);
    if (snapshot.at("version") != 1) return Error{ErrorCode::kUnsupported, path + ": only version 1 can be read"};
    pixel_classes = snapshot.value("classes", "parts") == "pixel_classes";
    for (const auto& json : snapshot.at("items")) {
      auto entry = parse_entry(json, folder);
      if (!entry) return entry.error().with_context(path);
      if (!options.only || *options.only == entry->split) entries.push_back(std::move(*entry));
    }
  } catch (const nlohmann::json::exception& e) {
    return Error{ErrorCode::kCorrupt, path + ": " + e.what()};
  }
  return read_items(entries.size(), options,
                    [&](std::size_t i) { return read_item(entries[i], pixel_classes, options); });
}

}  // namespace jaedan::inference
