#include "labeling/store/sql/project_data.h"

#include "labeling/store/byte_codec.h"

namespace jaedan::labeling::sql {

Result<SnapshotId> add_snapshot(Connection& connection, const SnapshotInfo& info) {
  soci::session& session = connection.session();
  long long id = 0;
  session << "select id from snapshot where hash = :hash", soci::use(info.hash), soci::into(id);
  if (session.got_data()) {
    return Error{ErrorCode::kConflict, "there is a snapshot with the hash " + info.hash + " already"};
  }
  const long long photo_count = info.photo_count;
  session << "insert into snapshot(made_at, who, hash, photo_count, folder)"
             " values(:at, :who, :hash, :photos, :folder) returning id",
      soci::use(info.made_at), soci::use(info.who), soci::use(info.hash), soci::use(photo_count),
      soci::use(info.folder), soci::into(id);
  return SnapshotId{id};
}

Result<std::vector<SnapshotInfo>> snapshots(Connection& connection) {
  std::vector<SnapshotInfo> snapshots;
  SnapshotInfo row;
  long long id = 0;
  long long photo_count = 0;
  soci::statement select =
      (connection.session().prepare << "select id, made_at, who, hash, photo_count, folder from snapshot order by id",
       soci::into(id), soci::into(row.made_at), soci::into(row.who), soci::into(row.hash), soci::into(photo_count),
       soci::into(row.folder));
  select.execute();
  while (select.fetch()) {
    row.id = SnapshotId{id};
    row.photo_count = photo_count;
    snapshots.push_back(row);
  }
  return snapshots;
}

Result<std::string> setting(Connection& connection, const std::string& key) {
  std::string text;
  connection.session() << "select value from setting where name = :name", soci::use(key), soci::into(text);
  if (!connection.session().got_data()) return std::string();
  return bytes_from_text(text);
}

Status set_setting(Connection& connection, const std::string& key, const std::string& value) {
  if (value.empty()) {
    connection.session() << "delete from setting where name = :name", soci::use(key);
    return {};
  }
  const std::string text = text_from_bytes(value);
  connection.session() << "insert into setting(name, value) values(:name, :value)"
                          " on conflict(name) do update set value = excluded.value",
      soci::use(key), soci::use(text);
  return {};
}

}  // namespace jaedan::labeling::sql
