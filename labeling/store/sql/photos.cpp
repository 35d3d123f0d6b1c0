#include "labeling/store/sql/photos.h"

#include "labeling/base/utf8.h"
#include "labeling/store/log_content.h"
#include "labeling/store/sql/change_log.h"
#include "labeling/store/sql/quality/measures.h"
#include "labeling/store/storable.h"

namespace jaedan::labeling::sql {
namespace {

constexpr const char* kPhotoColumns = "select id, name, path, width, height from photo ";

}  // namespace

Result<std::vector<PhotoId>> add_photos(Connection& connection, const std::vector<Photo>& photos) {
  Photo photo;
  std::string folded;
  long long id = 0;
  soci::statement insert =
      (connection.session().prepare
           << "insert into photo(path, name, name_folded, width, height) values(:path, :name, :folded, :width, :height)"
              // What is said of a photo was said of its old size; doing nothing would return no row.
              " on conflict(path) do update set"
              " width = case when revision = 0 and has_prediction = 0 then excluded.width else photo.width end,"
              " height = case when revision = 0 and has_prediction = 0 then excluded.height else photo.height end"
              " returning id",
       soci::use(photo.path), soci::use(photo.name), soci::use(folded), soci::use(photo.width), soci::use(photo.height),
       soci::into(id));
  std::vector<PhotoId> ids;
  ids.reserve(photos.size());
  for (const Photo& next : photos) {
    photo = next;
    photo.path = connection.photo_paths().kept(next.path);
    photo.name = utf8_composed(next.name);
    folded = search_key(photo.name);
    insert.execute(true);
    ids.push_back(PhotoId{id});
  }
  return ids;
}

Result<Photo> photo(Connection& connection, PhotoId id) {
  Photo photo;
  long long key = id.value;
  connection.session() << kPhotoColumns << "where id = :id", soci::use(key), soci::into(key), soci::into(photo.name),
      soci::into(photo.path), soci::into(photo.width), soci::into(photo.height);
  if (!connection.session().got_data()) return no_such_photo(id);
  photo.id = id;
  photo.path = connection.photo_paths().shown(photo.path);
  return photo;
}

Result<std::optional<Photo>> photo_named(Connection& connection, const std::string& name) {
  Photo photo;
  long long key = 0;
  const std::string composed = utf8_composed(name);
  connection.session() << kPhotoColumns << "where name = :name order by id limit 1", soci::use(composed),
      soci::into(key), soci::into(photo.name), soci::into(photo.path), soci::into(photo.width),
      soci::into(photo.height);
  if (!connection.session().got_data()) return std::optional<Photo>();
  photo.id = PhotoId{key};
  photo.path = connection.photo_paths().shown(photo.path);
  return std::optional<Photo>(std::move(photo));
}

Status update_photo(Connection& connection, const Photo& photo, const ChangeNote& note) {
  const long long key = photo.id.value;
  const std::string path = connection.photo_paths().kept(photo.path);
  JAEDAN_ASSIGN_OR_RETURN(const Photo before, sql::photo(connection, photo.id));
  long long others = 0;
  connection.session() << "select count(*) from photo where path = :path and id <> :id", soci::use(path),
      soci::use(key), soci::into(others);
  if (others > 0) return path_taken(photo.path);
  connection.session() << "update photo set path = :path, width = :width, height = :height where id = :id",
      soci::use(path), soci::use(photo.width), soci::use(photo.height), soci::use(key);
  if (before.width != photo.width || before.height != photo.height) answers_changed(connection, photo.id);
  write_log(connection, LogSubject::of_photo(photo.id), note, photo_content(photo));
  return {};
}

Status require_photo(Connection& connection, PhotoId id) {
  const long long key = id.value;
  long long found = 0;
  connection.session() << "select count(*) from photo where id = :id", soci::use(key), soci::into(found);
  if (found == 0) return no_such_photo(id);
  return {};
}

Error no_such_photo(PhotoId id) {
  return {ErrorCode::kNotFound, "store.photo_unknown", "there is no photo {0} in this project", {id.value}};
}

}  // namespace jaedan::labeling::sql
