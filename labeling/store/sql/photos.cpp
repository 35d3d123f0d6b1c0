#include "labeling/store/sql/photos.h"

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
              " on conflict(path) do update set width = excluded.width, height = excluded.height returning id",
       soci::use(photo.path), soci::use(photo.name), soci::use(folded), soci::use(photo.width), soci::use(photo.height),
       soci::into(id));
  std::vector<PhotoId> ids;
  ids.reserve(photos.size());
  for (const Photo& next : photos) {
    photo = next;
    folded = ascii_folded(photo.name);
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
  return photo;
}

Result<std::optional<Photo>> photo_named(Connection& connection, const std::string& name) {
  Photo photo;
  long long key = 0;
  connection.session() << kPhotoColumns << "where name = :name order by id limit 1", soci::use(name), soci::into(key),
      soci::into(photo.name), soci::into(photo.path), soci::into(photo.width), soci::into(photo.height);
  if (!connection.session().got_data()) return std::optional<Photo>();
  photo.id = PhotoId{key};
  return std::optional<Photo>(std::move(photo));
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
