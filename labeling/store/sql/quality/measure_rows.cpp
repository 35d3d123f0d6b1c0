#include "labeling/store/sql/quality/measure_rows.h"

#include <utility>

#include "labeling/store/quality/measure_json.h"
#include "labeling/store/sql/quality/read_quality.h"

namespace jaedan::labeling::sql {
namespace {

constexpr long long kNoIou = -1;

long long iou_column(const std::optional<double>& iou) { return iou ? units_of_iou(*iou) : kNoIou; }

/// Adds to what is summed up, or takes it away again.
void add_sums(Connection& connection, const QualitySums& sums, bool away) {
  SumRow row;
  soci::statement insert(connection.session());
  row.use(insert);
  insert.alloc();
  insert.prepare(SumRow::upsert());
  insert.define_and_bind();
  for (const auto& [key, value] : sums) {
    row.set(key, away ? -value : value);
    insert.execute(true);
  }
}

/// A row of measured_answer.
struct AnswerRow {
  long long answer = 0;
  long long photo = 0;
  long long user = 0;
  int stage = 0;
  int known = 0;
  std::string content;

  static std::string select() {
    return "select answer_id, photo_id, user_id, stage, known, content from measured_answer ";
  }
  void into(soci::statement& statement) {
    statement.exchange(soci::into(answer));
    statement.exchange(soci::into(photo));
    statement.exchange(soci::into(user));
    statement.exchange(soci::into(stage));
    statement.exchange(soci::into(known));
    statement.exchange(soci::into(content));
  }
  Result<MeasuredAnswer> measured() const {
    MeasuredAnswer one{AnswerId{answer}, PhotoId{photo}, UserId{user}, static_cast<Stage>(stage), {}};
    if (known == 0) return one;
    JAEDAN_ASSIGN_OR_RETURN(one.measure, control_measure_from_json(content));
    return one;
  }
};

/// A row of measured_panel.
struct PanelRow {
  long long panel = 0;
  std::string content;

  static std::string select() { return "select panel_id, content from measured_panel "; }
  void into(soci::statement& statement) {
    statement.exchange(soci::into(panel));
    statement.exchange(soci::into(content));
  }
  Result<MeasuredPanel> measured() const {
    JAEDAN_ASSIGN_OR_RETURN(PanelMeasure measure, panel_measure_from_json(content));
    return MeasuredPanel{PanelId{panel}, std::move(measure)};
  }
};

/// Rows for which `condition` holds, with its keys by their names, one after the other; `take` gets each.
template <typename Row, typename Take>
void for_each_row(Connection& connection, const std::string& condition,
                  const std::vector<std::pair<std::string, long long>>& keys, const Take& take) {
  Row row;
  soci::statement select(connection.session());
  for (const auto& [name, key] : keys) select.exchange(soci::use(key, name));
  row.into(select);
  select.alloc();
  select.prepare(Row::select() + condition);
  select.define_and_bind();
  select.execute();
  while (select.fetch()) take(static_cast<const Row&>(row));
}

/// Takes what was measured under `key` out of the sums, and the row away.
template <typename Row>
void forget(Connection& connection, const std::string& table, const std::string& column, long long key) {
  QualitySums sums;
  bool found = false;
  for_each_row<Row>(connection, "where " + column + " = :id", {{"id", key}}, [&](const Row& row) {
    found = true;
    if (const auto measured = row.measured(); measured.ok()) sums = sums_of(*measured);
  });
  if (!found) return;
  add_sums(connection, sums, true);
  connection.session() << "delete from " << table << " where " << column << " = :id", soci::use(key);
}

/// Adds what the rows add to `sums`; how many cannot be read.
template <typename Row>
long long add_rows(Connection& connection, QualitySums& sums) {
  long long unreadable = 0;
  for_each_row<Row>(connection, "", {}, [&](const Row& row) {
    const auto measured = row.measured();
    if (!measured.ok()) return void(++unreadable);
    for (const auto& [key, value] : sums_of(*measured)) sums[key] += value;
  });
  return unreadable;
}

}  // namespace

void write_row(Connection& connection, const MeasuredAnswer& measured) {
  const long long answer = measured.answer.value;
  const long long photo = measured.photo.value;
  const long long user = measured.user.value;
  const int stage = static_cast<int>(measured.stage);
  const int known = measured.measure ? 1 : 0;
  const long long iou = iou_column(measured.measure ? measured.measure->mean_iou() : std::nullopt);
  const std::string content = measured.measure ? measure_to_json(*measured.measure) : std::string();
  connection.session() << "insert into measured_answer(answer_id, photo_id, user_id, stage, known, iou, content)"
                          " values(:answer, :photo, :person, :stage, :known, :iou, :content)",
      soci::use(answer), soci::use(photo), soci::use(user), soci::use(stage), soci::use(known), soci::use(iou),
      soci::use(content);
  add_sums(connection, sums_of(measured), false);
}

void write_row(Connection& connection, const MeasuredPanel& measured) {
  const long long panel = measured.panel.value;
  const long long iou = iou_column(measured.measure.mean_iou);
  const std::string content = measure_to_json(measured.measure);
  connection.session() << "insert into measured_panel(panel_id, iou, content) values(:panel, :iou, :content)",
      soci::use(panel), soci::use(iou), soci::use(content);
  add_sums(connection, sums_of(measured), false);
}

void forget_row(Connection& connection, AnswerId answer) {
  forget<AnswerRow>(connection, "measured_answer", "answer_id", answer.value);
}

void forget_row(Connection& connection, PanelId panel) {
  forget<PanelRow>(connection, "measured_panel", "panel_id", panel.value);
}

Result<std::optional<PanelMeasure>> panel_row(Connection& connection, PanelId panel) {
  Result<std::optional<PanelMeasure>> found = std::optional<PanelMeasure>();
  for_each_row<PanelRow>(connection, "where panel_id = :id", {{"id", panel.value}}, [&](const PanelRow& row) {
    Result<MeasuredPanel> measured = row.measured();
    found = measured.ok() ? Result<std::optional<PanelMeasure>>(std::optional(std::move(measured->measure)))
                          : Result<std::optional<PanelMeasure>>(measured.error());
  });
  return found;
}

Result<std::vector<MeasuredPanel>> panel_rows(Connection& connection, PanelId after, int limit) {
  std::vector<MeasuredPanel> found;
  std::optional<Error> unreadable;
  for_each_row<PanelRow>(connection, "where panel_id > :after order by panel_id limit :most",
                         {{"after", after.value}, {"most", limit}}, [&](const PanelRow& row) {
                           Result<MeasuredPanel> measured = row.measured();
                           if (measured.ok()) {
                             found.push_back(std::move(measured).value());
                           } else {
                             unreadable = measured.error();
                           }
                         });
  if (unreadable) return *unreadable;
  return found;
}

std::vector<Message> measure_problems(Connection& connection) {
  QualitySums sums;
  const long long unreadable = add_rows<AnswerRow>(connection, sums) + add_rows<PanelRow>(connection, sums);
  for_each_sum_row(connection, [&](const QualityKey& key, const QualityValue& value) { sums[key] += -value; });
  long long differing = 0;
  for (const auto& [key, value] : sums) differing += value.is_zero() ? 0 : 1;
  std::vector<Message> problems;
  if (unreadable > 0) {
    problems.push_back({"store.measures_unreadable",
                        "how well people answered cannot be read of {0|answer}; measure anew (jaedan verify --recount)",
                        {unreadable}});
  }
  if (differing > 0) {
    problems.push_back({"store.measures_differ",
                        "the sums of how well people answered are not those of the answers, in {0|place}; measure anew "
                        "(jaedan verify --recount)",
                        {differing}});
  }
  return problems;
}

}  // namespace jaedan::labeling::sql
