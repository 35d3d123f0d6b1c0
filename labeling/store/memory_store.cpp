#include <algorithm>
#include <map>

#include "labeling/store/annotation_json.h"
#include "labeling/store/program.h"
#include "labeling/store/storable.h"
#include "labeling/store/store.h"

namespace jaedan::labeling {
namespace {

/// What the store knows of one photo.
struct Entry {
  Photo photo;
  Annotation annotation;
  std::string history;
  std::string source_file;
  std::optional<Prediction> prediction;
  std::vector<ChangeRecord> changes;
};

PhotoRow row_of(const Entry& entry) {
  PhotoRow row;
  row.photo = entry.photo;
  row.state = entry.annotation.state;
  row.garment_count = static_cast<int>(entry.annotation.garments.size());
  row.has_prediction = entry.prediction.has_value();
  if (entry.prediction) row.worst_score = worst_score_of(*entry.prediction);
  if (!entry.changes.empty()) {
    row.worker = entry.changes.back().note.who;
    row.changed_at = entry.changes.back().at;
  }
  return row;
}

bool has_part(const Annotation& annotation, Part part) {
  return std::any_of(annotation.garments.begin(), annotation.garments.end(),
                     [&](const Garment& garment) { return garment.part == part; });
}

bool has_value(const Annotation& annotation, const std::string& attribute, const std::string& value) {
  const auto in = [&](const AttributeValues& values) {
    return std::any_of(values.begin(), values.end(), [&](const AttributeValue& candidate) {
      return candidate.attribute == attribute && candidate.value == value;
    });
  };
  return in(annotation.image_attributes) || std::any_of(annotation.garments.begin(), annotation.garments.end(),
                                                        [&](const Garment& garment) { return in(garment.attributes); });
}

bool passes(const Entry& entry, const PhotoFilter& filter) {
  const PhotoRow row = row_of(entry);
  if (filter.state && row.state != *filter.state) return false;
  if (filter.part && !has_part(entry.annotation, *filter.part)) return false;
  if (!filter.attribute.empty() && !has_value(entry.annotation, filter.attribute, filter.value)) return false;
  if (ascii_folded(row.photo.name).find(ascii_folded(filter.text)) == std::string::npos) return false;
  if (!filter.worker.empty() && row.worker != filter.worker) return false;
  if ((filter.min_score || filter.max_score) && !row.has_prediction) return false;
  if (filter.min_score && row.worst_score < *filter.min_score) return false;
  return !filter.max_score || row.worst_score <= *filter.max_score;
}

/// All that a batch which fails puts back.
struct State {
  std::map<PhotoId, Entry> entries;
  std::map<std::string, PhotoId> id_by_path;
  std::map<std::string, std::map<std::pair<PhotoId, GarmentId>, StoredEmbedding>> embeddings;
  std::vector<SnapshotInfo> snapshots;
  std::map<std::string, std::string> settings;
  std::int64_t last_change = 0;
};

class MemoryStore final : public Store {
 public:
  Result<std::vector<PhotoId>> add_photos(const std::vector<Photo>& photos) override {
    for (const Photo& photo : photos) JAEDAN_RETURN_IF_ERROR(check_storable(photo));
    std::vector<PhotoId> ids;
    for (const Photo& photo : photos) {
      const auto [known, is_new] =
          state_.id_by_path.try_emplace(photo.path, PhotoId{static_cast<std::int64_t>(state_.id_by_path.size()) + 1});
      Entry& entry = state_.entries[known->second];
      if (is_new) {
        entry.photo = photo;
        entry.photo.id = entry.annotation.photo = known->second;
      }
      entry.photo.width = photo.width;
      entry.photo.height = photo.height;
      ids.push_back(known->second);
    }
    return ids;
  }

  Result<Photo> photo(PhotoId id) override {
    JAEDAN_ASSIGN_OR_RETURN(Entry * entry, find(id));
    return entry->photo;
  }

  Result<std::optional<Photo>> photo_named(const std::string& name) override {
    for (const auto& [id, entry] : state_.entries) {
      if (entry.photo.name == name) return std::optional<Photo>(entry.photo);
    }
    return std::optional<Photo>();
  }

  Result<std::vector<PhotoRow>> list(const PhotoFilter& filter, PhotoId after, int limit) override {
    JAEDAN_RETURN_IF_ERROR(check_storable(filter, limit));
    std::vector<PhotoRow> rows;
    for (auto it = state_.entries.upper_bound(after); it != state_.entries.end(); ++it) {
      if (static_cast<int>(rows.size()) >= limit) break;
      if (passes(it->second, filter)) rows.push_back(row_of(it->second));
    }
    return rows;
  }

  Result<std::int64_t> count(const PhotoFilter& filter) override {
    JAEDAN_RETURN_IF_ERROR(check_storable(filter, 0));
    return std::count_if(state_.entries.begin(), state_.entries.end(),
                         [&](const auto& entry) { return passes(entry.second, filter); });
  }

  Result<Annotation> annotation(PhotoId id) override {
    JAEDAN_ASSIGN_OR_RETURN(Entry * entry, find(id));
    return entry->annotation;
  }

  Result<std::int64_t> save(const Annotation& annotation, const ChangeNote& note,
                            const std::optional<std::string>& history) override {
    JAEDAN_RETURN_IF_ERROR(check_save(annotation, note, annotation.revision));
    store(annotation, note);
    if (history) state_.entries[annotation.photo].history = *history;
    return annotation.revision + 1;
  }

  Status save_all(const std::vector<Annotation>& annotations, const ChangeNote& note) override {
    std::map<PhotoId, std::int64_t> seen;
    for (const Annotation& annotation : annotations) {
      // The same photo twice: the second must have seen what the first makes of it.
      JAEDAN_RETURN_IF_ERROR(check_save(annotation, note, annotation.revision - seen[annotation.photo]++));
    }
    for (const Annotation& annotation : annotations) store(annotation, note);
    return {};
  }

  Result<std::string> history(PhotoId id) override {
    JAEDAN_ASSIGN_OR_RETURN(Entry * entry, find(id));
    return entry->history;
  }

  Status set_source_file(PhotoId id, const std::string& bytes) override {
    JAEDAN_ASSIGN_OR_RETURN(Entry * entry, find(id));
    entry->source_file = bytes;
    return {};
  }

  Result<std::string> source_file(PhotoId id) override {
    JAEDAN_ASSIGN_OR_RETURN(Entry * entry, find(id));
    return entry->source_file;
  }

  Status save_prediction(PhotoId id, const Prediction& prediction) override {
    JAEDAN_RETURN_IF_ERROR(check_storable(prediction));
    JAEDAN_ASSIGN_OR_RETURN(Entry * entry, find(id));
    entry->prediction = prediction;
    return {};
  }

  Result<std::optional<Prediction>> prediction(PhotoId id) override {
    JAEDAN_ASSIGN_OR_RETURN(Entry * entry, find(id));
    return entry->prediction;
  }

  Status save_embeddings(const std::vector<StoredEmbedding>& embeddings) override {
    for (const StoredEmbedding& embedding : embeddings) {
      JAEDAN_RETURN_IF_ERROR(check_storable(embedding));
      JAEDAN_RETURN_IF_ERROR(find(embedding.photo));
    }
    for (const StoredEmbedding& embedding : embeddings) {
      state_.embeddings[embedding.model_id][{embedding.photo, embedding.garment}] = embedding;
    }
    return {};
  }

  Result<std::vector<StoredEmbedding>> embeddings(const std::string& model_id) override {
    std::vector<StoredEmbedding> found;
    if (const auto model = state_.embeddings.find(model_id); model != state_.embeddings.end()) {
      for (const auto& [key, embedding] : model->second) found.push_back(embedding);
    }
    return found;
  }

  Result<std::vector<ChangeRecord>> changes(PhotoId id) override {
    JAEDAN_ASSIGN_OR_RETURN(Entry * entry, find(id));
    return entry->changes;
  }

  Result<SnapshotId> add_snapshot(const SnapshotInfo& info) override {
    JAEDAN_RETURN_IF_ERROR(check_storable(info));
    for (const SnapshotInfo& known : state_.snapshots) {
      if (known.hash == info.hash) {
        return Error{ErrorCode::kConflict, "there is a snapshot with the hash " + info.hash + " already"};
      }
    }
    state_.snapshots.push_back(info);
    return state_.snapshots.back().id = SnapshotId{static_cast<std::int64_t>(state_.snapshots.size())};
  }
  Result<std::vector<SnapshotInfo>> snapshots() override { return state_.snapshots; }

  Result<std::string> setting(const std::string& key) override {
    const auto known = state_.settings.find(key);
    return known == state_.settings.end() ? std::string() : known->second;
  }
  Status set_setting(const std::string& key, const std::string& value) override {
    JAEDAN_RETURN_IF_ERROR(check_setting_key(key));
    if (value.empty()) {
      state_.settings.erase(key);
    } else {
      state_.settings[key] = value;
    }
    return {};
  }

  Status batch(const std::function<Status()>& work) override {
    if (in_batch_) return Error{ErrorCode::kInvalidArgument, "a batch cannot run inside another"};
    const State before = state_;
    in_batch_ = true;
    Status done = work();
    in_batch_ = false;
    if (!done.ok()) state_ = before;
    return done;
  }

  /// Memory keeps objects, not encodings: there is nothing that could be unreadable.
  Result<std::vector<std::string>> verify() override { return std::vector<std::string>(); }

 private:
  Result<Entry*> find(PhotoId id) {
    const auto entry = state_.entries.find(id);
    if (entry != state_.entries.end()) return &entry->second;
    return Error{ErrorCode::kNotFound, "there is no photo " + std::to_string(id.value) + " in this project"};
  }

  /// Everything that may refuse a save, so that `store` cannot fail.
  Status check_save(const Annotation& annotation, const ChangeNote& note, std::int64_t revision) {
    JAEDAN_RETURN_IF_ERROR(check_storable(annotation));
    JAEDAN_RETURN_IF_ERROR(check_storable(note));
    JAEDAN_ASSIGN_OR_RETURN(const Entry* entry, find(annotation.photo));
    if (entry->annotation.revision == revision) return {};
    return Error{ErrorCode::kConflict, "photo " + std::to_string(annotation.photo.value) +
                                           " was changed by somebody else (revision " +
                                           std::to_string(entry->annotation.revision) + ", yours started from " +
                                           std::to_string(annotation.revision) + "); load it again"};
  }

  void store(const Annotation& annotation, const ChangeNote& note) {
    Entry& entry = state_.entries[annotation.photo];
    for (const Garment& garment : entry.annotation.garments) {
      if (find_garment(annotation, garment.id)) continue;
      for (auto& [model, vectors] : state_.embeddings) vectors.erase({annotation.photo, garment.id});
    }
    entry.annotation = annotation;
    ++entry.annotation.revision;

    ChangeRecord record;
    record.id = ++state_.last_change;
    record.photo = annotation.photo;
    record.at = utc_now();
    record.note = note;
    record.program = program_name();
    record.before = entry.changes.empty() ? std::string() : entry.changes.back().after;
    record.after = annotation_to_json(entry.annotation);
    entry.changes.push_back(std::move(record));
  }

  State state_;
  bool in_batch_ = false;
};

}  // namespace

std::unique_ptr<Store> make_memory_store() { return std::make_unique<MemoryStore>(); }

}  // namespace jaedan::labeling
