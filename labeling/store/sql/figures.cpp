#include "labeling/store/sql/figures.h"

#include "labeling/store/sql/photo_query.h"

namespace jaedan::labeling::sql {
namespace {

/// " where COLUMN in (the photos of the filter)"; nothing for all photos, which would only be looked up again.
std::string among(const PhotoQuery& query, const std::string& column) {
  if (query.all_photos()) return {};
  return " where " + column + " in (select " + query.key() + " " + query.text() + ")";
}

/// Runs `text`, whose columns are a word and a number, and hands each row to `take`.
template <typename Word, typename Take>
void for_each_count(Connection& connection, const PhotoQuery& query, const std::string& text, const Take& take) {
  Word word{};
  long long count = 0;
  soci::statement select(connection.session());
  if (!query.all_photos()) query.bind(select);
  select.exchange(soci::into(word));
  select.exchange(soci::into(count));
  select.alloc();
  select.prepare(text);
  select.define_and_bind();
  select.execute();
  while (select.fetch()) take(word, count);
}

void count_states(Connection& connection, const PhotoQuery& query, ProjectFigures& figures) {
  int state = 0;
  long long photos = 0, garments = 0, unseen = 0, unseen_photos = 0, predicted = 0;
  soci::statement select(connection.session());
  if (!query.all_photos()) query.bind(select);
  select.exchange(soci::into(state));
  for (long long* number : {&photos, &garments, &unseen, &unseen_photos, &predicted}) {
    select.exchange(soci::into(*number));
  }
  select.alloc();
  select.prepare(
      "select f.state, count(*), sum(f.garment_count), sum(f.unseen_count),"
      " sum(case when f.unseen_count > 0 then 1 else 0 end), sum(f.has_prediction) from photo f" +
      among(query, "f.id") + " group by f.state");
  select.define_and_bind();
  select.execute();
  while (select.fetch()) {
    figures.by_state.at(static_cast<std::size_t>(state)) = {photos, garments, unseen, unseen_photos, predicted};
  }
}

}  // namespace

Result<ProjectFigures> figures(Connection& connection, const PhotoFilter& filter) {
  const PhotoQuery query(filter, PhotoQuery::Purpose::kCount, connection.dialect());
  ProjectFigures figures;
  count_states(connection, query, figures);
  for_each_count<int>(connection, query,
                      "select f.part, count(*) from garment f" + among(query, "f.photo_id") + " group by f.part",
                      [&](int part, std::int64_t count) { figures.garments_by_part[static_cast<Part>(part)] = count; });
  // By term first: that is what the index has; a term's attribute is looked up once.
  for_each_count<std::string>(
      connection, query,
      "select t.attribute, c.n from (select f.term_id as term_id, count(*) as n from attribute_value f" +
          among(query, "f.photo_id") + " group by f.term_id) c join term t on t.id = c.term_id",
      [&](const std::string& attribute, std::int64_t count) { figures.values[attribute] += count; });
  for_each_count<std::string>(connection, query,
                              "select a.name, c.n from (select f.worker_id as worker_id, count(*) as n from photo f" +
                                  among(query, "f.id") + " group by f.worker_id) c join author a on a.id = c.worker_id",
                              [&](const std::string& who, std::int64_t count) { figures.workers[who] = count; });
  return figures;
}

}  // namespace jaedan::labeling::sql
