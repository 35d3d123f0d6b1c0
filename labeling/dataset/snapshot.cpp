#include "labeling/dataset/snapshot.h"

#include <algorithm>
#include <filesystem>

#include "labeling/base/utf8.h"
#include "labeling/dataset/frozen_folder.h"
#include "labeling/dataset/known_sides.h"
#include "labeling/dataset/snapshot_index.h"
#include "labeling/dataset/snapshot_item.h"
#include "labeling/formats/file_names.h"
#include "labeling/formats/label_mask.h"
#include "labeling/io/image_encoder.h"
#include "labeling/store/program.h"

namespace jaedan::labeling {
namespace {

constexpr int kPageSize = 1000;
constexpr std::size_t kFolderNameLength = 12;

/// Counts the photos of a pass.
class Watcher {
 public:
  explicit Watcher(const SnapshotProgress& progress) : progress_(progress) {}

  void start(SnapshotPass pass, std::int64_t photos) {
    pass_ = pass;
    done_ = 0;
    total_ = photos;
  }
  Status step() {
    done_ = std::min(done_ + 1, total_);
    if (!progress_ || progress_(pass_, done_, total_)) return {};
    return Error{ErrorCode::kCancelled, "snapshot.cancelled", "the snapshot was cancelled; nothing was kept"};
  }

 private:
  const SnapshotProgress& progress_;
  SnapshotPass pass_ = SnapshotPass::kReading;
  std::int64_t done_ = 0;
  std::int64_t total_ = 0;
};

/// Why the photo cannot be frozen; empty when it can.
Message obstacle(const Photo& photo) {
  if (photo.width <= 0 || photo.height <= 0) return {"snapshot.size_unknown", "its size is not known; import it again"};
  if (!is_plain_text(photo.name) || !is_plain_text(photo.path)) {
    return {"snapshot.path_not_utf8",
            "its path is not UTF-8 and cannot stand in snapshot.json; rename the file and import it again"};
  }
  return {};
}

/// First pass: what the snapshot will hold.
Result<std::vector<SnapshotItem>> collect(Store& store, const SnapshotRequest& request, Watcher& watcher,
                                          MadeSnapshot& made) {
  PhotoFilter filter = request.filter;
  filter.state = WorkflowState::kApproved;
  std::vector<SnapshotItem> items;
  PhotoId after;
  while (true) {
    JAEDAN_ASSIGN_OR_RETURN(const std::vector<PhotoRow> page, store.list(filter, after, kPageSize));
    for (const PhotoRow& row : page) {
      JAEDAN_RETURN_IF_ERROR(watcher.step());
      if (const Message reason = obstacle(row.photo); !reason.empty()) {
        made.skipped.push_back({row.photo.name, reason});
        continue;
      }
      JAEDAN_ASSIGN_OR_RETURN(const Annotation annotation, store.annotation(row.photo.id));
      if (annotation.state != WorkflowState::kApproved) continue;
      const Origins origins = origins_of(annotation);
      if (request.without_models_own && origins.models_own > 0) {
        ++made.left_out;
        continue;
      }
      if (Message reason = request.trouble_of ? request.trouble_of(row.photo) : Message(); !reason.empty()) {
        made.skipped.push_back({row.photo.name, std::move(reason)});
        continue;
      }
      made.origins += origins;
      items.push_back(item_of(row.photo, annotation));
    }
    if (static_cast<int>(page.size()) < kPageSize) return items;
    after = page.back().photo.id;
  }
}

/// Order, file names and sides.
Status arrange(ProjectFacts& facts, const std::string& project_folder, std::vector<SnapshotItem>& items) {
  std::sort(items.begin(), items.end(), [](const SnapshotItem& a, const SnapshotItem& b) {
    return a.photo.name != b.photo.name ? a.photo.name < b.photo.name : a.photo.id < b.photo.id;
  });
  JAEDAN_ASSIGN_OR_RETURN(const auto sides, known_sides(facts, project_folder));
  FileNames names;
  std::vector<SplitItem> split_items;
  for (SnapshotItem& item : items) {
    item.file_name = names.name_for(item.photo);
    const auto known = sides.find(item.photo_path);
    split_items.push_back(
        {item.file_name, item.parts, known == sides.end() ? std::nullopt : std::optional<Split>(known->second)});
  }
  const std::vector<Split> assigned = assign_splits(split_items);
  for (std::size_t i = 0; i < items.size(); ++i) items[i].split = assigned[i];
  return {};
}

/// Second pass: the files.
Status write_files(AnnotationStore& annotations, const std::vector<SnapshotItem>& items, const std::string& hash,
                   const std::string& path, Watcher& watcher) {
  JAEDAN_ASSIGN_OR_RETURN(FrozenFolder folder, FrozenFolder::start(path));
  JAEDAN_RETURN_IF_ERROR(folder.make_folder("masks"));
  JAEDAN_RETURN_IF_ERROR(folder.make_folder("labels"));
  watcher.start(SnapshotPass::kWriting, static_cast<std::int64_t>(items.size()));
  for (const SnapshotItem& item : items) {
    JAEDAN_RETURN_IF_ERROR(watcher.step());
    JAEDAN_ASSIGN_OR_RETURN(const Annotation annotation, annotations.annotation(item.photo.id));
    const std::string labels = label_text(annotation);
    if (hex_of(sha256_of(labels)) != item.label_hash) {
      return Error{ErrorCode::kConflict,
                   "snapshot.photo_changed",
                   "photo '{0}' was changed while the snapshot was made; make it again",
                   {item.photo.name}};
    }
    const Result<std::string> mask = encode_png(label_mask(annotation, item.photo.width, item.photo.height));
    if (!mask.ok()) return mask.error().with_context(item.photo.name);
    JAEDAN_RETURN_IF_ERROR(folder.write("masks/" + item.file_name + ".png", *mask));
    JAEDAN_RETURN_IF_ERROR(folder.write("labels/" + item.file_name + ".json", labels));
  }
  JAEDAN_RETURN_IF_ERROR(folder.write(kSnapshotFile, index_text(items, hash)));
  return folder.finish();
}

Result<std::optional<SnapshotInfo>> snapshot_with_hash(ProjectFacts& facts, const std::string& hash) {
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<SnapshotInfo> known, facts.snapshots());
  for (const SnapshotInfo& info : known) {
    if (info.hash == hash) return std::optional<SnapshotInfo>(info);
  }
  return std::optional<SnapshotInfo>();
}

}  // namespace

Result<MadeSnapshot> make_snapshot(Store& store, const SnapshotRequest& request, const SnapshotProgress& progress) {
  MadeSnapshot made;
  PhotoFilter approved = request.filter;
  approved.state = WorkflowState::kApproved;
  JAEDAN_ASSIGN_OR_RETURN(const std::int64_t photo_count, store.count(approved));
  Watcher watcher(progress);
  watcher.start(SnapshotPass::kReading, photo_count);
  JAEDAN_ASSIGN_OR_RETURN(std::vector<SnapshotItem> items, collect(store, request, watcher, made));
  if (items.empty() && made.left_out > 0) {
    return Error{ErrorCode::kNotFound,
                 "snapshot.all_models_own",
                 "in every one of the {0} approved photos a garment is as a model drew it; nothing is left",
                 {made.left_out}};
  }
  if (items.empty()) {
    return Error{ErrorCode::kNotFound,
                 made.skipped.empty()
                     ? Message{"snapshot.none_approved", "there is no approved photo to make a snapshot of"}
                     : in_context(made.skipped.front().name, made.skipped.front().reason)};
  }
  JAEDAN_RETURN_IF_ERROR(arrange(store, request.project_folder, items));
  for (const SnapshotItem& item : items) ++made.counts[static_cast<std::size_t>(item.split)];

  const std::string hash = hex_of(hash_of(items));
  const std::string folder = "snapshots/" + hash.substr(0, kFolderNameLength);
  const std::string path = request.project_folder + "/" + folder;
  if (!std::filesystem::exists(path + "/snapshot.json")) {
    JAEDAN_RETURN_IF_ERROR(write_files(store, items, hash, path, watcher));
  }
  // The folder comes first: a crash in between leaves a folder that the next call adopts.
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<SnapshotInfo> known, snapshot_with_hash(store, hash));
  if (known) {
    made.info = *known;
    return made;
  }
  made.is_new = true;
  made.info = {SnapshotId{}, utc_now(), request.who, hash, static_cast<std::int64_t>(items.size()), folder};
  JAEDAN_ASSIGN_OR_RETURN(made.info.id, store.add_snapshot(made.info, {request.who, "snapshot", request.role}));
  return made;
}

}  // namespace jaedan::labeling
