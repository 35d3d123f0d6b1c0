#include "labeling/store/sql/photo_list.h"

#include "labeling/store/sql/photo_query.h"

namespace jaedan::labeling::sql {
namespace {

/// Appends the photos behind `after` to `rows`, each once, reading at most `limit` rows of the database.
/// Returns how many it read.
int append_page(Connection& connection, const PhotoFilter& filter, PhotoId after, int limit,
                std::vector<PhotoRow>& rows) {
  PhotoQuery query(filter, PhotoQuery::Purpose::kList, connection.dialect());
  query.require(query.key() + " > :after", "after", static_cast<long long>(after.value));
  query.parameter("limit", limit);

  PhotoRow row;
  long long id = 0;
  int state = 0;
  int has_prediction = 0;
  soci::statement select(connection.session());
  query.bind(select);
  select.exchange(soci::into(id));
  select.exchange(soci::into(row.photo.name));
  select.exchange(soci::into(row.photo.path));
  select.exchange(soci::into(row.photo.width));
  select.exchange(soci::into(row.photo.height));
  select.exchange(soci::into(state));
  select.exchange(soci::into(row.garment_count));
  select.exchange(soci::into(row.unseen_count));
  select.exchange(soci::into(has_prediction));
  select.exchange(soci::into(row.worst_score));
  select.exchange(soci::into(row.worker));
  select.exchange(soci::into(row.changed_at));
  select.alloc();
  select.prepare(
      "select p.id, p.name, p.path, p.width, p.height, p.state, p.garment_count, p.unseen_count,"
      " p.has_prediction, p.worst_score, coalesce((select a.name from author a where a.id = p.worker_id), ''), "
      "p.changed_at " +
      query.text() + " order by " + query.key() + " limit :limit");
  select.define_and_bind();
  select.execute();
  int read = 0;
  while (select.fetch()) {
    ++read;
    if (!rows.empty() && rows.back().photo.id.value == id) continue;
    row.photo.id = PhotoId{id};
    row.photo.path = connection.photo_paths().shown(row.photo.path);
    row.state = static_cast<WorkflowState>(state);
    row.has_prediction = has_prediction != 0;
    rows.push_back(row);
  }
  return read;
}

}  // namespace

Result<std::vector<PhotoRow>> list(Connection& connection, const PhotoFilter& filter, PhotoId after, int limit) {
  std::vector<PhotoRow> rows;
  // One round, except where photos come several times and leave the page short.
  while (static_cast<int>(rows.size()) < limit) {
    const int missing = limit - static_cast<int>(rows.size());
    const PhotoId behind = rows.empty() ? after : rows.back().photo.id;
    if (append_page(connection, filter, behind, missing, rows) < missing) break;
  }
  return rows;
}

Result<std::int64_t> count(Connection& connection, const PhotoFilter& filter) {
  const PhotoQuery query(filter, PhotoQuery::Purpose::kCount, connection.dialect());
  long long found = 0;
  soci::statement select(connection.session());
  query.bind(select);
  select.exchange(soci::into(found));
  select.alloc();
  select.prepare("select count(" + (query.repeats() ? "distinct " + query.key() : std::string("*")) + ") " +
                 query.text());
  select.define_and_bind();
  select.execute(true);
  return found;
}

}  // namespace jaedan::labeling::sql
