#include "labeling/store/sql/quality/measures.h"

#include "labeling/store/people/answer_rules.h"
#include "labeling/store/sql/quality/measure_rows.h"

namespace jaedan::labeling::sql {
namespace {

enum class Waiting { kAnswer = 1, kPanel = 2 };  // to_measure.kind

long long next_ticket(Connection& connection) {
  long long ticket = 0;
  connection.session() << "update measuring set tickets = tickets + 1 returning tickets", soci::into(ticket);
  return ticket;
}

void let_wait(Connection& connection, Waiting what, long long id) {
  const int kind = static_cast<int>(what);
  const long long ticket = next_ticket(connection);
  connection.session() << "insert into to_measure(kind, id, ticket) values(:kind, :id, :ticket)"
                          " on conflict (kind, id) do update set ticket = excluded.ticket",
      soci::use(kind), soci::use(id), soci::use(ticket);
}

template <typename Take>
void for_each_waiting(Connection& connection, Waiting what, long long after, int limit, const Take& take) {
  const int kind = static_cast<int>(what);
  long long id = 0;
  long long ticket = 0;
  soci::statement select =
      (connection.session().prepare << "select id, ticket from to_measure where kind = :kind and id > :after"
                                       " order by id limit :most",
       soci::use(kind), soci::use(after), soci::use(limit), soci::into(id), soci::into(ticket));
  select.execute();
  while (select.fetch()) take(id, ticket);
}

/// Nobody need measure it any more. False when it does not wait under this ticket.
bool take_from_queue(Connection& connection, Waiting what, long long id, long long ticket) {
  const int kind = static_cast<int>(what);
  soci::statement remove = (connection.session().prepare << "delete from to_measure where kind = :kind and id = :id"
                                                            " and (ticket = :ticket or :ticket = 0)",
                            soci::use(kind, "kind"), soci::use(id, "id"), soci::use(ticket, "ticket"));
  remove.execute(true);
  return remove.get_affected_rows() > 0 || ticket == 0;
}

void answer_waits(Connection& connection, long long id) {
  forget_row(connection, AnswerId{id});
  let_wait(connection, Waiting::kAnswer, id);
}

void panel_waits(Connection& connection, long long id) {
  forget_row(connection, PanelId{id});
  let_wait(connection, Waiting::kPanel, id);
}

/// Ids that `query` finds for `:photo`, and `:stage` where one is given.
std::vector<long long> ids_of(Connection& connection, const std::string& query, PhotoId photo,
                              std::optional<Stage> stage) {
  const long long key = photo.value;
  const int number = stage ? static_cast<int>(*stage) : 0;
  long long id = 0;
  soci::statement select(connection.session());
  select.exchange(soci::use(key, "photo"));
  if (stage) select.exchange(soci::use(number, "stage"));
  select.exchange(soci::into(id));
  select.alloc();
  select.prepare(query);
  select.define_and_bind();
  select.execute();
  std::vector<long long> ids;
  while (select.fetch()) ids.push_back(id);
  return ids;
}

const char* const kControlAnswers =
    "select a.id from answer a where a.photo_id = :photo and a.panel_id = 0 and a.submitted_at <> ''";

}  // namespace

WaitingMeasures waiting_measures(Connection& connection) {
  long long answers = 0;
  long long all = 0;
  connection.session() << "select count(*), coalesce(sum(case when kind = 1 then 1 else 0 end), 0) from to_measure",
      soci::into(all), soci::into(answers);
  return {answers, all - answers};
}

std::vector<WaitingAnswer> answers_to_measure(Connection& connection, AnswerId after, int limit) {
  std::vector<WaitingAnswer> waiting;
  for_each_waiting(connection, Waiting::kAnswer, after.value, limit, [&](long long id, long long ticket) {
    waiting.push_back({AnswerId{id}, ticket});
  });
  return waiting;
}

std::vector<WaitingPanel> panels_to_measure(Connection& connection, PanelId after, int limit) {
  std::vector<WaitingPanel> waiting;
  for_each_waiting(connection, Waiting::kPanel, after.value, limit, [&](long long id, long long ticket) {
    waiting.push_back({PanelId{id}, ticket});
  });
  return waiting;
}

Result<bool> keep_measure(Connection& connection, AnswerId answer, std::int64_t ticket,
                          const std::optional<ControlMeasure>& measure) {
  const long long id = answer.value;
  MeasuredAnswer measured;
  long long photo = 0;
  long long user = 0;
  int stage = 0;
  connection.session() << "select photo_id, user_id, stage from answer where id = :id and panel_id = 0"
                          " and submitted_at <> ''",
      soci::use(id), soci::into(photo), soci::into(user), soci::into(stage);
  if (!connection.session().got_data()) return answer_unknown(answer);
  if (!take_from_queue(connection, Waiting::kAnswer, id, ticket)) return false;
  measured.answer = answer;
  measured.photo = PhotoId{photo};
  measured.user = UserId{user};
  measured.stage = static_cast<Stage>(stage);
  measured.measure = measure;
  forget_row(connection, answer);
  write_row(connection, measured);
  return true;
}

Result<bool> keep_measure(Connection& connection, PanelId panel, std::int64_t ticket,
                          const std::optional<PanelMeasure>& measure) {
  const long long id = panel.value;
  const int cancelled = static_cast<int>(PanelState::kCancelled);
  long long found = 0;
  connection.session() << "select count(*) from panel where id = :id and state <> :cancelled", soci::use(id),
      soci::use(cancelled), soci::into(found);
  if (found == 0) return panel_unknown(panel);
  if (!take_from_queue(connection, Waiting::kPanel, id, ticket)) return false;
  forget_row(connection, panel);
  if (measure) write_row(connection, {panel, *measure});
  return true;
}

std::string measure_rules(Connection& connection) {
  std::string rules;
  connection.session() << "select rules from measuring", soci::into(rules);
  return rules;
}

void set_measure_rules(Connection& connection, const std::string& rules) {
  const std::string before = measure_rules(connection);
  if (before == rules) return;
  if (!before.empty()) everything_to_measure(connection);
  connection.session() << "update measuring set rules = :rules", soci::use(rules);
}

void everything_to_measure(Connection& connection) {
  soci::session& session = connection.session();
  for (const char* table : {"to_measure", "measured_answer", "measured_panel", "quality_sum"}) {
    session << "delete from " << table;
  }
  const long long ticket = next_ticket(connection);
  session << "insert into to_measure(kind, id, ticket) select 1, id, :ticket from answer where panel_id = 0"
             " and submitted_at <> ''",
      soci::use(ticket);
  session << "insert into to_measure(kind, id, ticket) select 2, p.id, :ticket from panel p where p.state <> 2"
             " and exists (select 1 from answer a where a.panel_id = p.id and a.submitted_at <> '')",
      soci::use(ticket);
}

void submitted_to_measure(Connection& connection, TaskId task) {
  const long long key = task.value;
  long long answer = 0;
  long long panel = 0;
  connection.session() << "select a.id, a.panel_id from task t join answer a on a.id = t.answer_id where t.id = :task",
      soci::use(key), soci::into(answer), soci::into(panel);
  if (!connection.session().got_data()) return;
  if (panel == 0) {
    answer_waits(connection, answer);
  } else {
    panel_waits(connection, panel);
  }
}

void truth_changed(Connection& connection, PhotoId photo, std::optional<Stage> stage) {
  const std::string query = std::string(kControlAnswers) + (stage ? " and a.stage = :stage" : "");
  for (const long long id : ids_of(connection, query, photo, stage)) answer_waits(connection, id);
}

void approved_changed(Connection& connection, PhotoId photo) {
  const std::string query = std::string(kControlAnswers) +
                            " and not exists (select 1 from control c where c.photo_id = a.photo_id"
                            " and c.stage = a.stage)";
  for (const long long id : ids_of(connection, query, photo, {})) answer_waits(connection, id);
}

void answers_changed(Connection& connection, PhotoId photo) {
  truth_changed(connection, photo, {});
  const char* const query =
      "select p.id from panel p where p.photo_id = :photo and p.state <> 2"
      " and exists (select 1 from answer a where a.panel_id = p.id and a.submitted_at <> '')";
  for (const long long id : ids_of(connection, query, photo, {})) panel_waits(connection, id);
}

void panel_cancelled(Connection& connection, PanelId panel) {
  forget_row(connection, panel);
  take_from_queue(connection, Waiting::kPanel, panel.value, 0);
}

}  // namespace jaedan::labeling::sql
