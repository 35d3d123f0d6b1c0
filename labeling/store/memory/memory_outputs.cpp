#include "labeling/store/memory/memory_store.h"

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

}  // namespace jaedan::labeling
