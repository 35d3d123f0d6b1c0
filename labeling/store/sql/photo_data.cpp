#include "labeling/store/sql/photo_data.h"

#include "labeling/store/annotation_json.h"
#include "labeling/store/byte_codec.h"
#include "labeling/store/region_codec.h"
#include "labeling/store/sql/photos.h"
#include "labeling/store/storable.h"

namespace jaedan::labeling::sql {

Status put_bytes(Connection& connection, const char* table, PhotoId id, const std::string& bytes) {
  JAEDAN_RETURN_IF_ERROR(require_photo(connection, id));
  const long long key = id.value;
  const std::string text = text_from_bytes(bytes);
  connection.session() << "insert into " << table << "(photo_id, bytes) values(:photo, :bytes)"
                       << " on conflict(photo_id) do update set bytes = excluded.bytes",
      soci::use(key), soci::use(text);
  return {};
}

Result<std::string> bytes_of(Connection& connection, const char* table, PhotoId id) {
  JAEDAN_RETURN_IF_ERROR(require_photo(connection, id));
  const long long key = id.value;
  std::string text;
  connection.session() << "select bytes from " << table << " where photo_id = :photo", soci::use(key), soci::into(text);
  if (!connection.session().got_data()) return std::string();
  return bytes_from_text(text);
}

Result<std::string> begun_shape(Connection& connection, PhotoId id, const std::string& who) {
  JAEDAN_RETURN_IF_ERROR(require_photo(connection, id));
  const long long key = id.value;
  std::string text;
  connection.session() << "select bytes from begun_shape where photo_id = :photo"
                          " and who_id = (select id from author where name = :who)",
      soci::use(key), soci::use(who), soci::into(text);
  if (!connection.session().got_data()) return std::string();
  return bytes_from_text(text);
}

Status set_begun_shape(Connection& connection, PhotoId id, const std::string& who, const std::string& bytes) {
  JAEDAN_RETURN_IF_ERROR(require_photo(connection, id));
  const long long key = id.value;
  const long long who_id = connection.words().author(connection.session(), who);
  if (bytes.empty()) {
    connection.session() << "delete from begun_shape where photo_id = :photo and who_id = :who", soci::use(key),
        soci::use(who_id);
    return {};
  }
  const std::string text = text_from_bytes(bytes);
  connection.session() << "insert into begun_shape(photo_id, who_id, bytes) values(:photo, :who, :bytes)"
                          " on conflict(photo_id, who_id) do update set bytes = excluded.bytes",
      soci::use(key), soci::use(who_id), soci::use(text);
  return {};
}

Status save_prediction(Connection& connection, PhotoId id, const Prediction& prediction) {
  JAEDAN_RETURN_IF_ERROR(require_photo(connection, id));
  soci::session& session = connection.session();
  const long long key = id.value;
  const long long model = connection.words().author(session, prediction.model_id);
  const std::string content = prediction_to_json(prediction);
  session << "insert into prediction(photo_id, model_id, content) values(:photo, :model, :content)"
             " on conflict(photo_id) do update set model_id = excluded.model_id, content = excluded.content",
      soci::use(key), soci::use(model), soci::use(content);
  const double worst = worst_score_of(prediction);
  session << "update photo set has_prediction = 1, worst_score = :worst where id = :photo", soci::use(worst),
      soci::use(key);
  return {};
}

Result<std::optional<Prediction>> prediction(Connection& connection, PhotoId id) {
  JAEDAN_RETURN_IF_ERROR(require_photo(connection, id));
  const long long key = id.value;
  std::string content;
  connection.session() << "select content from prediction where photo_id = :photo", soci::use(key), soci::into(content);
  if (!connection.session().got_data()) return std::optional<Prediction>();
  Result<Prediction> prediction = prediction_from_json(content);
  if (!prediction.ok()) return prediction.error().with_context({"photo.numbered", "photo {0}", {id.value}});
  return std::optional<Prediction>(std::move(prediction).value());
}

Status save_embeddings(Connection& connection, const std::vector<StoredEmbedding>& embeddings) {
  soci::session& session = connection.session();
  long long model = 0;
  long long photo_key = 0;
  long long garment_id = 0;
  std::string vector;
  soci::statement insert =
      (session.prepare << "insert into embedding(model_id, photo_id, garment_id, vector)"
                          " values(:model, :photo, :garment, :vector)"
                          " on conflict(model_id, photo_id, garment_id) do update set vector = excluded.vector",
       soci::use(model), soci::use(photo_key), soci::use(garment_id), soci::use(vector));
  for (const StoredEmbedding& embedding : embeddings) {
    JAEDAN_RETURN_IF_ERROR(require_photo(connection, embedding.photo));
    model = connection.words().author(session, embedding.model_id);
    photo_key = embedding.photo.value;
    garment_id = embedding.garment.value;
    vector = text_from_floats(embedding.vector);
    insert.execute(true);
  }
  return {};
}

Result<std::vector<StoredEmbedding>> embeddings(Connection& connection, const std::string& model_id) {
  std::vector<StoredEmbedding> embeddings;
  long long photo_key = 0;
  long long garment_id = 0;
  std::string vector;
  soci::statement select =
      (connection.session().prepare
           << "select photo_id, garment_id, vector from embedding"
              " where model_id = (select id from author where name = :model) order by photo_id, garment_id",
       soci::use(model_id), soci::into(photo_key), soci::into(garment_id), soci::into(vector));
  select.execute();
  while (select.fetch()) {
    StoredEmbedding& embedding = embeddings.emplace_back();
    embedding.photo = PhotoId{photo_key};
    embedding.garment = GarmentId{garment_id};
    embedding.model_id = model_id;
    JAEDAN_ASSIGN_OR_RETURN(embedding.vector, floats_from_text(vector));
  }
  return embeddings;
}

Result<std::vector<StoredEmbedding>> embeddings_of(Connection& connection, const std::string& model_id,
                                                   const std::vector<PhotoId>& photos) {
  std::vector<StoredEmbedding> embeddings;
  long long photo_key = 0;
  long long garment_id = 0;
  std::string vector;
  soci::statement select =
      (connection.session().prepare << "select garment_id, vector from embedding"
                                       " where model_id = (select id from author where name = :model)"
                                       " and photo_id = :photo order by garment_id",
       soci::use(model_id), soci::use(photo_key), soci::into(garment_id), soci::into(vector));
  for (const PhotoId photo : photos) {
    JAEDAN_RETURN_IF_ERROR(require_photo(connection, photo));
    photo_key = photo.value;
    select.execute();
    while (select.fetch()) {
      StoredEmbedding& embedding = embeddings.emplace_back();
      embedding.photo = photo;
      embedding.garment = GarmentId{garment_id};
      embedding.model_id = model_id;
      JAEDAN_ASSIGN_OR_RETURN(embedding.vector, floats_from_text(vector));
    }
  }
  return embeddings;
}

Result<std::int64_t> count_embeddings(Connection& connection, const std::string& model_id) {
  const int approved = static_cast<int>(WorkflowState::kApproved);
  long long count = 0;
  connection.session() << "select count(*) from embedding e join photo p on p.id = e.photo_id"
                          " where e.model_id = (select id from author where name = :model) and p.state = :state",
      soci::use(model_id), soci::use(approved), soci::into(count);
  return std::int64_t{count};
}

Result<std::vector<PhotoId>> photos_lacking_embeddings(Connection& connection, const std::string& model_id,
                                                       PhotoId last, int limit) {
  const int approved = static_cast<int>(WorkflowState::kApproved);
  const std::string no_outline = region_to_text({});
  const long long behind = last.value;
  long long photo_key = 0;
  std::vector<PhotoId> lacking;
  soci::statement select =
      (connection.session().prepare
           << "select p.id from photo p where p.state = :state and p.id > :last and exists"
              " (select 1 from garment g where g.photo_id = p.id and g.region <> :outline and not exists"
              " (select 1 from embedding e where e.model_id = (select id from author where name = :model)"
              " and e.photo_id = g.photo_id and e.garment_id = g.garment_id)) order by p.id limit :limit",
       soci::use(approved), soci::use(behind), soci::use(no_outline), soci::use(model_id), soci::use(limit),
       soci::into(photo_key));
  select.execute();
  while (select.fetch()) lacking.push_back(PhotoId{photo_key});
  return lacking;
}

}  // namespace jaedan::labeling::sql
