#pragma once

#include <optional>
#include <string>
#include <vector>

#include "labeling/store/model_outputs.h"
#include "labeling/store/sql/connection.h"

namespace jaedan::labeling::sql {

/// The tables that keep one piece of opaque bytes for a photo.
inline constexpr const char* kEditHistory = "edit_history";
inline constexpr const char* kSourceFile = "source_file";
/// The table that keeps them for a photo and a person.
inline constexpr const char* kBegunShape = "begun_shape";

Status put_bytes(Connection& connection, const char* table, PhotoId id, const std::string& bytes);
/// Empty when the photo has none.
Result<std::string> bytes_of(Connection& connection, const char* table, PhotoId id);

Result<std::string> begun_shape(Connection& connection, PhotoId id, const std::string& who);
Status set_begun_shape(Connection& connection, PhotoId id, const std::string& who, const std::string& bytes);

Status save_prediction(Connection& connection, PhotoId id, const Prediction& prediction);
Result<std::optional<Prediction>> prediction(Connection& connection, PhotoId id);

Status save_embeddings(Connection& connection, const std::vector<StoredEmbedding>& embeddings);
Result<std::vector<StoredEmbedding>> embeddings(Connection& connection, const std::string& model_id);
Result<std::vector<StoredEmbedding>> embeddings_of(Connection& connection, const std::string& model_id,
                                                   const std::vector<PhotoId>& photos);
Result<std::int64_t> count_embeddings(Connection& connection, const std::string& model_id);
Result<std::vector<PhotoId>> photos_lacking_embeddings(Connection& connection, const std::string& model_id,
                                                       PhotoId last, int limit);

}  // namespace jaedan::labeling::sql
