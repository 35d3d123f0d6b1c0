#include "labeling/store/sql/quality/read_quality.h"

#include <algorithm>
#include <array>

#include "labeling/store/sql/quality/quality_tables.h"

namespace jaedan::labeling::sql {
namespace {

constexpr std::array kValueColumns = {"n",     "unknown",      "ious",        "iou",          "squares", "matched",
                                      "alone", "same_garment", "outline_iou", "right_labels", "asked"};

/// The value columns with `before` and `behind` around each, commas between them.
std::string value_columns(const std::string& before, const std::string& behind) {
  std::string columns;
  for (const char* const column : kValueColumns) columns += (columns.empty() ? "" : ", ") + before + column + behind;
  return columns;
}

}  // namespace

std::string SumRow::upsert() {
  std::string sums;
  for (const std::string column : kValueColumns) {
    sums += (sums.empty() ? "" : ", ") + column + " = quality_sum." + column + " + excluded." + column;
  }
  return std::string("insert into quality_sum(") + kQualityKeyColumns + ", " + value_columns("", "") +
         ") values(:kind, :person, :stage, :part, :attribute, :word, " + value_columns(":", "_more") +
         ") on conflict (" + kQualityKeyColumns + ") do update set " + sums;
}

void SumRow::use(soci::statement& statement) {
  statement.exchange(soci::use(kind_, "kind"));
  statement.exchange(soci::use(user_, "person"));
  statement.exchange(soci::use(stage_, "stage"));
  statement.exchange(soci::use(part_, "part"));
  statement.exchange(soci::use(attribute_, "attribute"));
  statement.exchange(soci::use(word_, "word"));
  for (std::size_t i = 0; i < kValueColumns.size(); ++i) {
    statement.exchange(soci::use(values_[i], std::string(kValueColumns[i]) + "_more"));
  }
}

void SumRow::set(const QualityKey& key, const QualityValue& value) {
  kind_ = static_cast<int>(key.kind);
  user_ = key.user.value;
  stage_ = key.stage;
  part_ = key.part;
  attribute_ = key.attribute;
  word_ = key.word;
  const std::array<std::int64_t, 11> numbers = {value.n,           value.unknown, value.ious,  value.iou,
                                                value.squares,     value.matched, value.alone, value.same,
                                                value.outline_iou, value.right,   value.asked};
  std::copy(numbers.begin(), numbers.end(), values_);
}

void SumRow::into(soci::statement& statement, Told told) {
  if (told.person) {
    statement.exchange(soci::into(user_));
    statement.exchange(soci::into(stage_));
  }
  if (told.cell) {
    statement.exchange(soci::into(part_));
    statement.exchange(soci::into(attribute_));
    statement.exchange(soci::into(word_));
  }
  for (long long& value : values_) statement.exchange(soci::into(value));
}

QualityKey SumRow::key(QualityKind kind) const { return {kind, UserId{user_}, stage_, part_, attribute_, word_}; }

QualityValue SumRow::value() const {
  return {values_[0], values_[1], values_[2], values_[3], values_[4], values_[5],
          values_[6], values_[7], values_[8], values_[9], values_[10]};
}

std::string quality_sums_query(const QualityQuery& query) {
  const std::string where =
      std::string(" from quality_sum where kind = :kind") + (query.user ? " and user_id = :person" : "");
  if (!query.by_person) return "select user_id, stage, part, attribute, word, " + value_columns("", "") + where;
  return "select user_id, stage, " + value_columns("coalesce(sum(", "), 0)") + where + " group by user_id, stage";
}

void for_each_quality_sum(Connection& connection, const QualityQuery& query,
                          const std::function<void(const QualityRowOfSums&)>& take) {
  const int kind = static_cast<int>(query.kind);
  const long long user = query.user.value;
  SumRow row;
  soci::statement select(connection.session());
  select.exchange(soci::use(kind, "kind"));
  if (query.user) select.exchange(soci::use(user, "person"));
  row.into(select, {true, !query.by_person});
  select.alloc();
  select.prepare(quality_sums_query(query));
  select.define_and_bind();
  select.execute();
  QualityRowOfSums found;
  while (select.fetch()) {
    found.value = row.value();
    if (found.value.is_zero()) continue;
    found.key = row.key(query.kind);
    take(found);
  }
}

void for_each_sum_row(Connection& connection, const std::function<void(const QualityKey&, const QualityValue&)>& take) {
  for (int kind = static_cast<int>(kFirstQualityKind); kind <= static_cast<int>(kLastQualityKind); ++kind) {
    QualityQuery query;
    query.kind = static_cast<QualityKind>(kind);
    for_each_quality_sum(connection, query, [&](const QualityRowOfSums& row) { take(row.key, row.value); });
  }
}

std::string measured_ious_query(bool of_one) {
  // A cross join is gone about in its order: from the few sums to the rows of each.
  return std::string(
             "select m.answer_id, m.user_id, m.stage, m.iou from quality_sum s cross join measured_answer m"
             " where s.kind = :kind and s.part = 0 and s.attribute = '' and s.word = '' and s.ious > 0"
             " and s.ious <= :most and m.user_id = s.user_id and m.stage = s.stage and m.iou >= 0") +
         (of_one ? " and s.user_id = :person" : "");
}

std::vector<MeasuredIou> measured_ious(Connection& connection, UserId user, int most) {
  const int kind = static_cast<int>(QualityKind::kControl);
  const long long person = user.value;
  long long answer = 0;
  long long of = 0;
  int stage = 0;
  long long iou = 0;
  soci::statement select(connection.session());
  select.exchange(soci::use(kind, "kind"));
  select.exchange(soci::use(most, "most"));
  if (user) select.exchange(soci::use(person, "person"));
  select.exchange(soci::into(answer));
  select.exchange(soci::into(of));
  select.exchange(soci::into(stage));
  select.exchange(soci::into(iou));
  select.alloc();
  select.prepare(measured_ious_query(static_cast<bool>(user)));
  select.define_and_bind();
  select.execute();
  std::vector<MeasuredIou> found;
  while (select.fetch()) {
    found.push_back({AnswerId{answer}, UserId{of}, static_cast<Stage>(stage), iou_of_units(iou)});
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.answer < b.answer; });
  return found;
}

std::vector<double> panel_ious(Connection& connection, int limit) {
  long long iou = 0;
  soci::statement select =
      (connection.session().prepare << "select iou from measured_panel where iou >= 0 order by panel_id limit :most",
       soci::use(limit), soci::into(iou));
  select.execute();
  std::vector<double> ious;
  while (select.fetch()) ious.push_back(iou_of_units(iou));
  return ious;
}

}  // namespace jaedan::labeling::sql
