#include "labeling/store/memory/memory_store.h"

#include <algorithm>

#include "labeling/store/storable.h"

namespace jaedan::labeling {

Status MemoryStore::save_prediction(PhotoId id, const Prediction& prediction) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_storable(prediction));
  JAEDAN_ASSIGN_OR_RETURN(Entry * entry, find(id));
  entry->prediction = prediction;
  return {};
}

Result<std::optional<Prediction>> MemoryStore::prediction(PhotoId id) {
  const Lock lock(mutex_);
  JAEDAN_ASSIGN_OR_RETURN(Entry * entry, find(id));
  return entry->prediction;
}

Status MemoryStore::save_embeddings(const std::vector<StoredEmbedding>& embeddings) {
  const Lock lock(mutex_);
  for (const StoredEmbedding& embedding : embeddings) {
    JAEDAN_RETURN_IF_ERROR(check_storable(embedding));
    JAEDAN_RETURN_IF_ERROR(find(embedding.photo));
  }
  for (const StoredEmbedding& embedding : embeddings) {
    state_.embeddings[embedding.model_id][{embedding.photo, embedding.garment}] = embedding;
  }
  return {};
}

Result<std::vector<StoredEmbedding>> MemoryStore::embeddings(const std::string& model_id) {
  const Lock lock(mutex_);
  std::vector<StoredEmbedding> found;
  if (const auto model = state_.embeddings.find(model_id); model != state_.embeddings.end()) {
    for (const auto& [key, embedding] : model->second) found.push_back(embedding);
  }
  return found;
}

Result<std::vector<StoredEmbedding>> MemoryStore::embeddings_of(const std::string& model_id,
                                                                const std::vector<PhotoId>& photos) {
  const Lock lock(mutex_);
  std::vector<StoredEmbedding> found;
  const auto model = state_.embeddings.find(model_id);
  for (const PhotoId photo : photos) {
    JAEDAN_RETURN_IF_ERROR(find(photo));
    if (model == state_.embeddings.end()) continue;
    const auto& vectors = model->second;
    for (auto at = vectors.lower_bound({photo, GarmentId{}}); at != vectors.end() && at->first.first == photo; ++at) {
      found.push_back(at->second);
    }
  }
  return found;
}

Result<std::int64_t> MemoryStore::count_embeddings(const std::string& model_id) {
  const Lock lock(mutex_);
  std::int64_t count = 0;
  const auto model = state_.embeddings.find(model_id);
  if (model == state_.embeddings.end()) return count;
  for (const auto& [key, embedding] : model->second) {
    count += state_.entries.at(key.first).annotation.state == WorkflowState::kApproved ? 1 : 0;
  }
  return count;
}

Result<std::vector<PhotoId>> MemoryStore::photos_lacking_embeddings(const std::string& model_id, PhotoId last,
                                                                    int limit) {
  const Lock lock(mutex_);
  std::vector<PhotoId> lacking;
  const auto model = state_.embeddings.find(model_id);
  const auto lacks = [&](PhotoId photo, const Garment& garment) {
    return !garment.region.empty() &&
           (model == state_.embeddings.end() || model->second.count({photo, garment.id}) == 0);
  };
  for (auto at = state_.entries.upper_bound(last); at != state_.entries.end(); ++at) {
    if (lacking.size() >= static_cast<std::size_t>(std::max(limit, 0))) break;
    const auto& [photo, entry] = *at;
    const std::vector<Garment>& garments = entry.annotation.garments;
    const bool is_approved = entry.annotation.state == WorkflowState::kApproved;
    if (is_approved && std::any_of(garments.begin(), garments.end(),
                                   [&, id = photo](const Garment& garment) { return lacks(id, garment); })) {
      lacking.push_back(photo);
    }
  }
  return lacking;
}

}  // namespace jaedan::labeling
