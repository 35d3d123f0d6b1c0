#include "labeling/store/sql/project_data.h"

#include "labeling/store/log_content.h"
#include "labeling/store/sql/change_log.h"
#include "labeling/store/storable.h"

namespace jaedan::labeling::sql {

Result<SnapshotId> add_snapshot(Connection& connection, const SnapshotInfo& info, const ChangeNote& note) {
  soci::session& session = connection.session();
  long long id = 0;
  session << "select id from snapshot where hash = :hash", soci::use(info.hash), soci::into(id);
  if (session.got_data()) {
    return Error{
        ErrorCode::kConflict, "store.snapshot_exists", "there is a snapshot with the hash {0} already", {info.hash}};
  }
  const long long photo_count = info.photo_count;
  session << "insert into snapshot(made_at, who, hash, photo_count, folder)"
             " values(:at, :who, :hash, :photos, :folder) returning id",
      soci::use(info.made_at), soci::use(info.who), soci::use(info.hash), soci::use(photo_count),
      soci::use(info.folder), soci::into(id);
  write_log(connection, {SubjectKind::kSnapshot, info.hash}, note, snapshot_content(info));
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

Result<std::vector<std::string>> champions(Connection& connection) {
  std::vector<std::string> champions;
  std::string model_id;
  soci::statement select =
      (connection.session().prepare << "select model_id from champion order by id", soci::into(model_id));
  select.execute();
  while (select.fetch()) champions.push_back(model_id);
  return champions;
}

Status push_champion(Connection& connection, const std::string& model_id, const ChangeNote& note) {
  connection.session() << "insert into champion(model_id) values(:model)", soci::use(model_id);
  write_log(connection, {SubjectKind::kModel, model_id}, note, champion_content(model_id));
  return {};
}

Status pop_champion(Connection& connection, const ChangeNote& note) {
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<std::string> models, champions(connection));
  if (models.empty()) return no_champion();
  connection.session() << "delete from champion where id = (select max(id) from champion)";
  const std::string now = models.size() > 1 ? models[models.size() - 2] : std::string();
  write_log(connection, {SubjectKind::kModel, models.back()}, note, champion_content(now));
  return {};
}

}  // namespace jaedan::labeling::sql
