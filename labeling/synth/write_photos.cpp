#include "labeling/synth/write_photos.h"

#include <algorithm>
#include <cstdio>
#include <set>

#include "labeling/base/fnv1a.h"
#include "labeling/dataset/snapshot_index.h"
#include "labeling/formats/kfashion/kfashion_json.h"
#include "labeling/io/image_encoder.h"

namespace jaedan::labeling {
namespace {

// Drawn photos have no day on which they were taken; a fixed one keeps the files the same every time.
constexpr char kCreated[] = "2020-01-01 00:00:00";

constexpr std::uint64_t kSnapshotLimitBytes = std::uint64_t{1} << 30;

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

SnapshotPhoto snapshot_photo(const std::string& name, const Annotation& annotation, double validation_share) {
  SnapshotPhoto photo{name, name + ".jpg", "masks/" + name + ".png", Split::kTrain, {}, {}};
  for (const Garment& garment : annotation.garments) {
    const AttributeValue* category = find_value(garment.attributes, attribute::kCategory);
    photo.categories[std::string(id_of(garment.part))] = category ? category->value : "";
  }
  if (fnv1a_64(name) % 10000 < validation_share * 10000) photo.split = Split::kVal;
  return photo;
}

/// Refuses a folder whose snapshot.json lists something that the new one would not: those photos would be forgotten.
Status check_folder(const std::string& folder, const std::set<std::string>& names, FileSystem& files) {
  const std::string path = folder + "/" + kSnapshotFile;
  const Result<std::string> text = files.read(path, kSnapshotLimitBytes);
  if (!text.ok() && text.error().code == ErrorCode::kNotFound) return {};
  if (!text.ok()) return text.error();
  const Result<SnapshotIndex> before = parse_snapshot(*text, path);
  const auto is_drawn = [&names](const SnapshotPhoto& photo) { return names.count(photo.name) > 0; };
  if (before.ok() && std::all_of(before->photos.begin(), before->photos.end(), is_drawn)) return {};
  return Error{ErrorCode::kInvalidArgument,
               "synth.other_photos",
               "{0} lists other photos, which would be lost from it; draw into a folder of its own",
               {path}};
}

}  // namespace

Status write_drawn_photos(const std::string& folder, int count, std::uint64_t seed, const Taxonomy& taxonomy,
                          const WriteDrawnOptions& options, FileSystem& files) {
  if (count < 0) return Error{ErrorCode::kInvalidArgument, "synth.negative_count", "cannot draw {0} photos", {count}};
  std::set<std::string> names;
  for (int i = 0; i < count; ++i) names.insert(name_of(seed, options.first + i));
  JAEDAN_RETURN_IF_ERROR(check_folder(folder, names, files));
  SnapshotIndex snapshot;
  std::uint64_t hash = fnv1a_64("");
  for (int i = 0; i < count; ++i) {
    if (options.cancel && *options.cancel) {
      return Error{ErrorCode::kCancelled, "synth.stopped", "stopped after {0} of {1} drawn photos", {i, count}};
    }
    const int index = options.first + i;
    const std::string name = name_of(seed, index);
    JAEDAN_ASSIGN_OR_RETURN(const DrawnPhoto photo, draw_photo(seed, index, options.photos));
    JAEDAN_ASSIGN_OR_RETURN(const std::string jpeg, encode_jpeg(photo.image.view(), options.jpeg_quality));
    JAEDAN_ASSIGN_OR_RETURN(const std::string png, encode_png(photo.label_mask));
    const Photo record = {PhotoId{index + 1}, name, name + ".jpg", photo.image.width, photo.image.height};
    JAEDAN_ASSIGN_OR_RETURN(const KFashionText label,
                            write_kfashion(new_kfashion_file(record, photo.annotation, index + 1, kCreated), taxonomy));
    JAEDAN_RETURN_IF_ERROR(files.write_atomically(folder + "/" + name + ".jpg", jpeg));
    JAEDAN_RETURN_IF_ERROR(files.write_atomically(folder + "/masks/" + name + ".png", png));
    JAEDAN_RETURN_IF_ERROR(files.write_atomically(folder + "/" + name + ".json", label.bytes));
    snapshot.photos.push_back(snapshot_photo(name, photo.annotation, options.validation_share));
    hash = fnv1a_64(png, fnv1a_64(jpeg, hash));
    if (options.progress) options.progress(i + 1, count);
  }
  snapshot.hash = hex(fnv1a_64(snapshot_text(snapshot), hash));
  return files.write_atomically(folder + "/" + kSnapshotFile, snapshot_text(snapshot));
}

}  // namespace jaedan::labeling
