#include "labeling/store/sql/photo_list.h"

#include <algorithm>

#include "labeling/store/sql/photo_query.h"
#include "labeling/store/sql/photos.h"
#include "labeling/store/storable.h"

namespace jaedan::labeling::sql {
namespace {

constexpr int kFewPhotos = 2000;  // some ten milliseconds to read and sort

constexpr const char* kRowColumns =
    "select p.id, p.name, p.path, p.width, p.height, p.state, p.garment_count, p.unseen_count, p.has_prediction,"
    " p.worst_score, coalesce((select a.name from author a where a.id = p.worker_id), ''), p.changed_at,"
    " p.revision, p.part_mask ";

/// A row as kRowColumns selects it.
class RowReader {
 public:
  void read_into(soci::statement& select) {
    select.exchange(soci::into(id_));
    select.exchange(soci::into(row_.photo.name));
    select.exchange(soci::into(row_.photo.path));
    select.exchange(soci::into(row_.photo.width));
    select.exchange(soci::into(row_.photo.height));
    select.exchange(soci::into(state_));
    select.exchange(soci::into(row_.garment_count));
    select.exchange(soci::into(row_.unseen_count));
    select.exchange(soci::into(has_prediction_));
    select.exchange(soci::into(row_.worst_score));
    select.exchange(soci::into(row_.worker));
    select.exchange(soci::into(row_.changed_at));
    select.exchange(soci::into(revision_));
    select.exchange(soci::into(parts_));
  }
  PhotoId id() const { return PhotoId{id_}; }
  PhotoRow row(const Connection& connection) const {
    PhotoRow row = row_;
    row.photo.id = id();
    row.photo.path = connection.photo_paths().shown(row.photo.path);
    row.state = static_cast<WorkflowState>(state_);
    row.has_prediction = has_prediction_ != 0;
    row.revision = revision_;
    row.parts = static_cast<unsigned>(parts_);
    return row;
  }

 private:
  PhotoRow row_;
  long long id_ = 0;
  int state_ = 0;
  int has_prediction_ = 0;
  long long revision_ = 0;
  int parts_ = 0;
};

/// Appends the photos of `query` to `rows`, each once, reading at most `limit` rows of the database. Returns how many
/// it read.
int append_page(Connection& connection, PhotoQuery& query, const std::string& order, int limit,
                std::vector<PhotoRow>& rows) {
  query.parameter("limit", limit);
  RowReader reader;
  soci::statement select(connection.session());
  query.bind(select);
  reader.read_into(select);
  select.alloc();
  select.prepare(kRowColumns + query.text() + " order by " + order + " limit :limit");
  select.define_and_bind();
  select.execute();
  int read = 0;
  while (select.fetch()) {
    ++read;
    if (rows.empty() || rows.back().photo.id != reader.id()) rows.push_back(reader.row(connection));
  }
  return read;
}

/// A part of a list in order, walked along one index.
struct Stretch {
  const char* only = "";  ///< which photos it has; empty: all
  std::string key;        ///< column that comes before the id; empty: the id alone
};

/// Those that have what the order goes by, then those that do not (has_order_key).
std::vector<Stretch> stretches_of(PhotoKey key) {
  switch (key) {
    case PhotoKey::kName: return {{"", "p.name_folded"}};
    case PhotoKey::kScore: return {{"p.has_prediction = 1", "p.worst_score"}, {"p.has_prediction = 0", ""}};
    case PhotoKey::kTime: return {{"p.changed_at > ''", "p.changed_at"}, {"p.changed_at = ''", ""}};
    case PhotoKey::kAdded: break;
  }
  return {{"", ""}};
}

/// What stands behind `after` in a stretch that goes by `key`.
void require_behind(const PhotoRow& after, PhotoKey key, const std::string& column, const std::string& behind,
                    PhotoQuery& query) {
  const auto id = static_cast<long long>(after.photo.id.value);
  if (column.empty()) return query.require("p.id" + behind + ":after", "after", id);
  query.parameter("after", id);
  const std::string condition = "(" + column + ", p.id)" + behind + "(:key, :after)";
  if (key == PhotoKey::kScore) return query.require(condition, "key", after.worst_score);
  query.require(condition, "key", key == PhotoKey::kName ? search_key(after.photo.name) : after.changed_at);
}

bool filters(const PhotoFilter& filter) {
  return filter.state || filter.looked || filter.part || !filter.attribute.empty() || !filter.text.empty() ||
         !filter.worker.empty() || !filter.in_hands_of.empty() || filter.min_score || filter.max_score ||
         !filter.only.empty();
}

/// Whether a filter finds so few photos that it is cheaper to find them by its own index, or in one go through the
/// table, than to walk along an order past everybody else.
bool finds_few(Connection& connection, const PhotoFilter& filter) {
  if (!filters(filter)) return false;
  PhotoQuery query(filter, PhotoQuery::Purpose::kList, connection.dialect());
  query.parameter("limit", kFewPhotos + 1);
  long long found = 0;
  soci::statement select(connection.session());
  query.bind(select);
  select.exchange(soci::into(found));
  select.alloc();
  select.prepare("select count(*) from (select 1 " + query.text() + " limit :limit) f");
  select.define_and_bind();
  select.execute(true);
  return found <= kFewPhotos;
}

/// A page of the few photos that a filter finds: all are read and sorted here.
Result<std::vector<PhotoRow>> page_of_few(Connection& connection, const PhotoFilter& filter, PhotoOrder order,
                                          const std::optional<PhotoRow>& after, int limit) {
  JAEDAN_ASSIGN_OR_RETURN(std::vector<PhotoRow> rows, list(connection, filter, PhotoId{}, kFewPhotos));
  if (after) {
    const auto is_past = [&](const PhotoRow& row) { return !stands_before(*after, row, order); };
    rows.erase(std::remove_if(rows.begin(), rows.end(), is_past), rows.end());
  }
  std::sort(rows.begin(), rows.end(), [&](const PhotoRow& a, const PhotoRow& b) { return stands_before(a, b, order); });
  if (rows.size() > static_cast<std::size_t>(limit)) rows.resize(static_cast<std::size_t>(limit));
  return rows;
}

}  // namespace

Result<std::vector<PhotoRow>> list(Connection& connection, const PhotoFilter& filter, PhotoId after, int limit) {
  std::vector<PhotoRow> rows;
  // One round, except where photos come several times and leave the page short.
  while (static_cast<int>(rows.size()) < limit) {
    const int missing = limit - static_cast<int>(rows.size());
    const PhotoId behind = rows.empty() ? after : rows.back().photo.id;
    PhotoQuery query(filter, PhotoQuery::Purpose::kList, connection.dialect());
    query.require(query.key() + " > :after", "after", static_cast<long long>(behind.value));
    if (append_page(connection, query, query.key(), missing, rows) < missing) break;
  }
  return rows;
}

Result<std::vector<PhotoRow>> list_in_order(Connection& connection, const PhotoFilter& filter, PhotoOrder order,
                                            const std::optional<PhotoRow>& after, int limit) {
  if (finds_few(connection, filter)) return page_of_few(connection, filter, order, after, limit);
  std::vector<PhotoRow> rows;
  const std::vector<Stretch> stretches = stretches_of(order.key);
  const std::size_t first = after && !has_order_key(*after, order.key) ? 1 : 0;
  for (std::size_t i = first; i < stretches.size() && static_cast<int>(rows.size()) < limit; ++i) {
    const Stretch& stretch = stretches[i];
    PhotoQuery query(filter, PhotoQuery::Purpose::kListInOrder, connection.dialect());
    if (*stretch.only != '\0') query.require(stretch.only);
    if (after && i == first) require_behind(*after, order.key, stretch.key, order.reversed ? " < " : " > ", query);
    const std::string direction = order.reversed ? " desc" : "";
    const std::string by = (stretch.key.empty() ? "" : stretch.key + direction + ", ") + "p.id" + direction;
    append_page(connection, query, by, limit - static_cast<int>(rows.size()), rows);
  }
  return rows;
}

Result<std::vector<PhotoRow>> rows(Connection& connection, const std::vector<PhotoId>& ids) {
  std::vector<PhotoRow> rows;
  rows.reserve(ids.size());
  long long id = 0;
  RowReader reader;
  soci::statement select(connection.session());
  select.exchange(soci::use(id, "id"));
  reader.read_into(select);
  select.alloc();
  select.prepare(kRowColumns + std::string("from photo p where p.id = :id"));
  select.define_and_bind();
  for (const PhotoId wanted : ids) {
    id = wanted.value;
    if (!select.execute(true)) return no_such_photo(wanted);
    rows.push_back(reader.row(connection));
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
