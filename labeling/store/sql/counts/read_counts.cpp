#include "labeling/store/sql/counts/read_counts.h"

#include <array>
#include <map>
#include <unordered_map>
#include <utility>

#include "labeling/domain/attribute.h"
#include "labeling/domain/part.h"
#include "labeling/domain/workflow_state.h"
#include "labeling/review/deed.h"
#include "labeling/store/people/task_rules.h"
#include "labeling/store/sql/people/tasks.h"

namespace jaedan::labeling::sql {
namespace {

/// "0, 1, 2": named one by one, or the key could not be walked beyond its first column.
std::string every_part() {
  std::string numbers = "0";
  for (const Part part : kAllParts) numbers += ", " + std::to_string(static_cast<int>(part));
  return numbers;
}

std::string conditions(const CountQuery& query) {
  std::string text = " where c.kind = :kind and c.style = :style";
  text += query.all_parts ? " and c.part in (" + every_part() + ")" : " and c.part = :part";
  if (!query.from.empty()) text += " and c.day >= :from_day";
  if (!query.to.empty()) text += " and c.day <= :to_day";
  if (!query.who.empty()) text += " and c.who_id = (select id from author where name = :who)";
  if (!query.other.empty()) text += " and c.other_id = (select id from author where name = :other)";
  if (query.stage >= 0) text += " and c.stage = :stage";
  if (!query.without_word.empty()) text += " and c.word <> :without_word";
  if (query.undone) text += " and c.word >= :undo and c.word < :behind_undo";
  return text;
}

/// The columns of these fields with commas between them, in the order of the key.
std::string told_columns(CountFields fields) {
  constexpr std::array<std::pair<CountField, const char*>, 7> kColumns = {{{CountField::kPart, "c.part"},
                                                                           {CountField::kDay, "c.day"},
                                                                           {CountField::kWho, "c.who_id"},
                                                                           {CountField::kOther, "c.other_id"},
                                                                           {CountField::kStage, "c.stage"},
                                                                           {CountField::kAttribute, "c.attribute"},
                                                                           {CountField::kWord, "c.word"}}};
  std::string columns;
  for (const auto& [field, column] : kColumns) {
    if (!fields.has(field)) continue;
    if (!columns.empty()) columns += ", ";
    columns += column;
  }
  return columns;
}

/// All of them, read once: there are hundreds, and some hundred thousand rows that name two each.
class AuthorNames {
 public:
  AuthorNames() = default;
  explicit AuthorNames(Connection& connection) {
    long long id = 0;
    std::string name;
    soci::statement select =
        (connection.session().prepare << "select id, name from author", soci::into(id), soci::into(name));
    select.execute();
    while (select.fetch()) names_[id] = name;
  }
  /// Empty for nobody.
  const std::string& of(long long id) const {
    static const std::string kNobody;
    const auto known = names_.find(id);
    return known == names_.end() ? kNobody : known->second;
  }

 private:
  std::unordered_map<long long, std::string> names_;
};

/// The day behind `day`'s end, for times: "2026-01-31~" sorts behind all of that day.
std::string end_of(const std::string& day) { return day.empty() ? "~" : day + "~"; }

/// The first text behind all that begin with `start`.
std::string behind(std::string start) {
  ++start.back();
  return start;
}

struct LoadRow {
  long long person = 0;
  long long count = 0;
  long long other = 0;
  std::string since;
};

template <typename Take>
void for_each_load(Connection& connection, const std::string& text, const std::string& from, const std::string& to,
                   const Take& take) {
  LoadRow row;
  soci::statement select =
      (connection.session().prepare << text, soci::use(from, "from_time"), soci::use(to, "to_time"),
       soci::into(row.person), soci::into(row.count), soci::into(row.other), soci::into(row.since));
  select.execute();
  while (select.fetch()) take(row);
}

}  // namespace

std::string work_counts_query(const CountQuery& query) {
  const std::string told = told_columns(query.by);
  const bool is_summed = !(query.by == CountFields::all());
  std::string text = "select " + told + (told.empty() ? "" : ", ");
  text += is_summed ? "coalesce(sum(c.n), 0), coalesce(sum(c.hits), 0), coalesce(sum(c.garments), 0),"
                      " coalesce(sum(c.milliseconds), 0)"
                    : "c.n, c.hits, c.garments, c.milliseconds";
  text += " from work_count c" + conditions(query);
  if (!is_summed || told.empty()) return text;
  // Where nobody is the other one, that column changes nothing, but in the order of the key nothing need be sorted.
  const CountFields groups = query.kind == CountKind::kJudged ? query.by : query.by.with(CountField::kOther);
  return text + " group by " + told_columns(groups);
}

Status for_each_count(Connection& connection, const CountQuery& query,
                      const std::function<void(const CountRow&)>& take) {
  CountRow row;
  const int kind = static_cast<int>(query.kind);
  const std::string undo = undo_of("");
  const std::string behind_undo = behind(undo);
  long long who = 0, other = 0;
  long long n = 0, hits = 0, garments = 0, milliseconds = 0;
  const bool names_people = query.by.has(CountField::kWho) || query.by.has(CountField::kOther);
  const AuthorNames names = names_people ? AuthorNames(connection) : AuthorNames();
  soci::statement select(connection.session());
  select.exchange(soci::use(kind, "kind"));
  select.exchange(soci::use(query.style, "style"));
  if (!query.all_parts) select.exchange(soci::use(query.part, "part"));
  if (!query.from.empty()) select.exchange(soci::use(query.from, "from_day"));
  if (!query.to.empty()) select.exchange(soci::use(query.to, "to_day"));
  if (!query.who.empty()) select.exchange(soci::use(query.who, "who"));
  if (!query.other.empty()) select.exchange(soci::use(query.other, "other"));
  if (query.stage >= 0) select.exchange(soci::use(query.stage, "stage"));
  if (!query.without_word.empty()) select.exchange(soci::use(query.without_word, "without_word"));
  if (query.undone) {
    select.exchange(soci::use(undo, "undo"));
    select.exchange(soci::use(behind_undo, "behind_undo"));
  }
  // In the order of told_columns.
  if (query.by.has(CountField::kPart)) select.exchange(soci::into(row.key.part));
  if (query.by.has(CountField::kDay)) select.exchange(soci::into(row.key.day));
  if (query.by.has(CountField::kWho)) select.exchange(soci::into(who));
  if (query.by.has(CountField::kOther)) select.exchange(soci::into(other));
  if (query.by.has(CountField::kStage)) select.exchange(soci::into(row.key.stage));
  if (query.by.has(CountField::kAttribute)) select.exchange(soci::into(row.key.attribute));
  if (query.by.has(CountField::kWord)) select.exchange(soci::into(row.key.word));
  for (long long* number : {&n, &hits, &garments, &milliseconds}) select.exchange(soci::into(*number));
  select.alloc();
  select.prepare(work_counts_query(query));
  select.define_and_bind();
  select.execute();
  row.key.kind = query.kind;
  row.key.style = query.style;
  while (select.fetch()) {
    row.value = {n, hits, garments, milliseconds};
    if (row.value.is_zero()) continue;
    row.key.who = names.of(who);
    row.key.other = names.of(other);
    take(row);
  }
  return {};
}

Result<std::vector<PersonLoad>> person_loads(Connection& connection, const LoadQuery& query) {
  const std::string at = moment(connection, query.now);
  const std::string day = at.substr(0, kDayCharacters);
  std::map<long long, PersonLoad> loads;
  {
    PersonLoad row;
    long long person = 0;
    long long today = 0;
    soci::statement select =
        (connection.session().prepare
             << "select p.id, p.name, coalesce(q.most_a_day, 0), coalesce(q.deadline, ''),"
                " (select count(*) from task t where t.user_id = p.id and t.claimed_at >= :day"
                " and t.claimed_at < :day || '~')"
                " from person p left join quota q on q.user_id = p.id where coalesce(q.most_a_day, 0) > 0"
                " or exists (select 1 from task t where t.user_id = p.id)",
         soci::use(day, "day"), soci::into(person), soci::into(row.who), soci::into(row.most_a_day),
         soci::into(row.deadline), soci::into(today));
    select.execute();
    while (select.fetch()) {
      row.today = today;
      loads[person] = row;
    }
  }
  for_each_load(connection,
                "select user_id, sum(case when expires_at > :to_time then 1 else 0 end),"
                " sum(case when expires_at > :from_time then 0 else 1 end),"
                " coalesce(min(case when expires_at > :to_time then null else expires_at end), '')"
                " from task where state = 0 group by user_id",
                at, at, [&](const LoadRow& row) {
                  PersonLoad& load = loads[row.person];
                  load.open = row.count;
                  load.overdue = row.other;
                  load.overdue_since = row.since;
                });
  // Number 4: TaskState::kExpired, as the index has it.
  for_each_load(connection,
                "select user_id, count(*), 0, min(ended_at) from task where state = 4 and ended_at >= :from_time"
                " and ended_at < :to_time group by user_id",
                query.from, end_of(query.to), [&](const LoadRow& row) {
                  loads[row.person].expired = row.count;
                  loads[row.person].expired_since = row.since;
                });
  std::map<std::string, PersonLoad> by_name;
  for (auto& [person, load] : loads) by_name[load.who] = std::move(load);
  std::vector<PersonLoad> all;
  for (auto& [name, load] : by_name) all.push_back(std::move(load));
  return all;
}

Result<std::array<InHand, kAllStages.size()>> in_hand(Connection& connection, int part, const std::string& style) {
  std::array<InHand, kAllStages.size()> hands{};
  const int returned = static_cast<int>(WorkflowState::kReturned);
  const std::string style_attribute(attribute::kStyle);
  const long long part_bit = 1LL << part;
  std::string text =
      "select t.stage, count(*), sum(case when p.state = :returned then 1 else 0 end) from task t"
      " join photo p on p.id = t.photo_id where t.state = 0 and t.answer_id = 0";
  if (part != 0) text += " and (p.part_mask & :part_bit) <> 0";
  if (!style.empty()) {
    text +=
        " and exists (select 1 from attribute_value v join term w on w.id = v.term_id where v.photo_id = p.id"
        " and v.garment_id = 0 and w.attribute = :attribute and w.value = :style)";
  }
  int stage = 0;
  long long photos = 0;
  long long of_returned = 0;
  soci::statement select(connection.session());
  select.exchange(soci::use(returned, "returned"));
  if (part != 0) select.exchange(soci::use(part_bit, "part_bit"));
  if (!style.empty()) {
    select.exchange(soci::use(style_attribute, "attribute"));
    select.exchange(soci::use(style, "style"));
  }
  select.exchange(soci::into(stage));
  select.exchange(soci::into(photos));
  select.exchange(soci::into(of_returned));
  select.alloc();
  select.prepare(text + " group by t.stage");
  select.define_and_bind();
  select.execute();
  while (select.fetch()) hands.at(static_cast<std::size_t>(stage)) = {photos, of_returned};
  return hands;
}

}  // namespace jaedan::labeling::sql
