#include "labeling/synth/write_photos.h"

#include <cstdio>
#include <nlohmann/json.hpp>

#include "labeling/formats/kfashion_json.h"
#include "labeling/synth/raster.h"

namespace jaedan::labeling {
namespace {

using Json = nlohmann::ordered_json;

// Drawn photos have no day on which they were taken; a fixed one keeps the files the same every time.
constexpr char kCreated[] = "2020-01-01 00:00:00";

std::uint64_t fnv1a(std::string_view bytes, std::uint64_t hash = 0xCBF29CE484222325ull) {
  for (const char byte : bytes) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3ull;
  }
  return hash;
}

std::string hex(std::uint64_t value) {
  char text[17];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(value));
  return text;
}

std::string name_of(std::uint64_t seed, int index) {
  char text[48];
  std::snprintf(text, sizeof text, "synth_%llu_%06d", static_cast<unsigned long long>(seed), index);
  return text;
}

std::string_view text_of(const std::vector<std::uint8_t>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

Json snapshot_item(const std::string& name, const Annotation& annotation, double validation_share) {
  Json categories = Json::object();
  for (const Garment& garment : annotation.garments) {
    const AttributeValue* category = find_value(garment.attributes, attribute::kCategory);
    categories[std::string(id_of(garment.part))] = category ? category->value : "";
  }
  const bool validation = fnv1a(name) % 10000 < validation_share * 10000;
  return {{"name", name},
          {"photo", name + ".jpg"},
          {"mask", "masks/" + name + ".png"},
          {"split", validation ? "val" : "train"},
          {"categories", categories}};
}

}  // namespace

Status write_drawn_photos(const std::string& folder, int count, std::uint64_t seed, const Taxonomy& taxonomy,
                          const WriteDrawnOptions& options, FileSystem& files) {
  if (count < 0) return Error{ErrorCode::kInvalidArgument, "cannot draw " + std::to_string(count) + " photos"};
  Json items = Json::array();
  std::uint64_t hash = fnv1a("");
  for (int i = 0; i < count; ++i) {
    if (options.cancel && *options.cancel) {
      return Error{ErrorCode::kCancelled,
                   "stopped after " + std::to_string(i) + " of " + std::to_string(count) + " drawn photos"};
    }
    const int index = options.first + i;
    const std::string name = name_of(seed, index);
    JAEDAN_ASSIGN_OR_RETURN(const DrawnPhoto photo, draw_photo(seed, index, options.photos));
    JAEDAN_ASSIGN_OR_RETURN(const std::vector<std::uint8_t> jpeg, synth::jpeg_bytes(photo.image, options.jpeg_quality));
    JAEDAN_ASSIGN_OR_RETURN(const std::vector<std::uint8_t> png, synth::png_bytes(photo.label_mask));
    const Photo record = {PhotoId{index + 1}, name, name + ".jpg", photo.image.width, photo.image.height};
    JAEDAN_ASSIGN_OR_RETURN(const KFashionText label,
                            write_kfashion(new_kfashion_file(record, photo.annotation, index + 1, kCreated), taxonomy));
    JAEDAN_RETURN_IF_ERROR(files.write_atomically(folder + "/" + name + ".jpg", text_of(jpeg)));
    JAEDAN_RETURN_IF_ERROR(files.write_atomically(folder + "/masks/" + name + ".png", text_of(png)));
    JAEDAN_RETURN_IF_ERROR(files.write_atomically(folder + "/" + name + ".json", label.bytes));
    items.push_back(snapshot_item(name, photo.annotation, options.validation_share));
    hash = fnv1a(text_of(png), fnv1a(text_of(jpeg), hash));
    if (options.progress) options.progress(i + 1, count);
  }
  const Json snapshot = {{"version", 1}, {"hash", hex(fnv1a(items.dump(), hash))}, {"items", std::move(items)}};
  return files.write_atomically(folder + "/snapshot.json", snapshot.dump(1) + "\n");
}

}  // namespace jaedan::labeling
