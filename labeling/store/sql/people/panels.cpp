#include "labeling/store/sql/people/panels.h"

#include <utility>

#include "labeling/store/people/answer_rules.h"
#include "labeling/store/people/task_rules.h"
#include "labeling/store/sql/people/tasks.h"
#include "labeling/store/sql/people/users.h"
#include "labeling/store/sql/photos.h"
#include "labeling/store/sql/quality/measures.h"

namespace jaedan::labeling::sql {
namespace {

const std::string kSelectPanels =
    "select p.id, p.photo_id, p.stage, p.people, p.free, p.state, p.merged_revision, (select count(*) from answer a"
    " where a.panel_id = p.id and a.submitted_at <> '') from panel p ";

/// The first panel of `:stage` with room for `:person`: who has answered it, has it in hand or skipped it is not given
/// it.
const std::string kPanelToTake =
    "where p.stage = :stage and p.state = 0 and p.free > 0"
    " and not exists (select 1 from answer a where a.panel_id = p.id and a.user_id = :person and"
    " (a.submitted_at <> '' or exists (select 1 from task t where t.photo_id = a.photo_id and t.user_id = a.user_id"
    " and t.answer_id = a.id and t.state in (0, 3)))) order by p.photo_id limit 1";

/// Panels for which `condition` holds, with its keys by their names.
std::vector<Panel> panels_where(Connection& connection, const std::string& condition,
                                const std::vector<std::pair<std::string, long long>>& keys) {
  long long id = 0;
  long long photo = 0;
  int stage = 0;
  int state = 0;
  long long revision = 0;
  Panel row;
  soci::statement select(connection.session());
  for (const auto& [name, key] : keys) select.exchange(soci::use(key, name));
  select.exchange(soci::into(id));
  select.exchange(soci::into(photo));
  select.exchange(soci::into(stage));
  select.exchange(soci::into(row.people));
  select.exchange(soci::into(row.free));
  select.exchange(soci::into(state));
  select.exchange(soci::into(revision));
  select.exchange(soci::into(row.submitted));
  select.alloc();
  select.prepare(kSelectPanels + condition);
  select.define_and_bind();
  select.execute();
  std::vector<Panel> panels;
  while (select.fetch()) {
    Panel& panel = panels.emplace_back(row);
    panel.id = PanelId{id};
    panel.photo = PhotoId{photo};
    panel.stage = static_cast<Stage>(stage);
    panel.state = static_cast<PanelState>(state);
    panel.merged_revision = revision;
  }
  return panels;
}

Result<Panel> panel(Connection& connection, PanelId id) {
  const std::vector<Panel> found = panels_where(connection, "where p.id = :id", {{"id", id.value}});
  return found.empty() ? Result<Panel>(panel_over(id)) : found.front();
}

/// Whether the photo may be given to several people, and takes it out of its queue.
Status reserve(Connection& connection, PhotoId photo, Stage stage, const std::string& now) {
  const std::string at = free_expired(connection, now);
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Task> held, task_in_hand(connection, photo, at));
  if (held) {
    JAEDAN_ASSIGN_OR_RETURN(const User holder, user(connection, held->user));
    return in_other_hands(photo, holder.name, held->expires_at);
  }
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Panel> open, open_panel_of(connection, photo));
  if (open) return panel_is_open(photo);
  const long long key = photo.value;
  int state = 0;
  int returned = -1;
  connection.session() << "select state, returned_stage from photo where id = :id", soci::use(key), soci::into(state),
      soci::into(returned);
  JAEDAN_ASSIGN_OR_RETURN(const QueueRules rules, queue_rules(connection));
  JAEDAN_RETURN_IF_ERROR(
      check_waits_for(stage, photo, static_cast<WorkflowState>(state), stage_of(returned), rules.stages));
  connection.session() << "update photo set claim = :claim where id = :id", soci::use(kPanelsClaim), soci::use(key);
  return {};
}

/// Tasks in hand on the panel's answers are given back.
Status release_tasks(Connection& connection, PanelId panel, const std::string& at) {
  const long long key = panel.value;
  long long task = 0;
  std::vector<TaskId> tasks;
  soci::statement select =
      (connection.session().prepare << "select t.id from answer a join task t on t.photo_id = a.photo_id"
                                       " and t.user_id = a.user_id and t.answer_id = a.id and t.state = 0"
                                       " where a.panel_id = :panel",
       soci::use(key), soci::into(task));
  select.execute();
  while (select.fetch()) tasks.push_back(TaskId{task});
  for (const TaskId id : tasks) JAEDAN_RETURN_IF_ERROR(end_task(connection, id, TaskState::kReleased, "", at));
  return {};
}

}  // namespace

Result<Panel> open_panel(Connection& connection, PhotoId photo, Stage stage, int people, const std::string& now) {
  JAEDAN_RETURN_IF_ERROR(require_photo(connection, photo));
  JAEDAN_RETURN_IF_ERROR(reserve(connection, photo, stage, now));
  const long long photo_key = photo.value;
  const int number = static_cast<int>(stage);
  long long id = 0;
  connection.session() << "insert into panel(photo_id, stage, people, free) values(:photo, :stage, :people, :free)"
                          " returning id",
      soci::use(photo_key), soci::use(number), soci::use(people), soci::use(people), soci::into(id);
  return panel(connection, PanelId{id});
}

Status end_panel(Connection& connection, PanelId id, PanelState how, std::int64_t merged_revision,
                 const std::string& now) {
  JAEDAN_ASSIGN_OR_RETURN(const Panel before, panel(connection, id));
  if (before.state != PanelState::kOpen) return panel_over(id);
  JAEDAN_RETURN_IF_ERROR(release_tasks(connection, id, free_expired(connection, now)));
  const long long key = id.value;
  const long long photo = before.photo.value;
  const int state = static_cast<int>(how);
  const long long revision = merged_revision;
  connection.session() << "update panel set state = :state, merged_revision = :revision where id = :id",
      soci::use(state), soci::use(revision), soci::use(key);
  connection.session() << "update photo set claim = 0 where id = :id and claim = :claim", soci::use(photo),
      soci::use(kPanelsClaim);
  if (how == PanelState::kCancelled) panel_cancelled(connection, id);
  return {};
}

Status reopen_panel(Connection& connection, PanelId id, const std::string& now) {
  JAEDAN_ASSIGN_OR_RETURN(const Panel before, panel(connection, id));
  if (before.state != PanelState::kMerged) return panel_not_merged(id);
  JAEDAN_RETURN_IF_ERROR(reserve(connection, before.photo, before.stage, now));
  const long long key = id.value;
  connection.session() << "update panel set state = 0, merged_revision = 0 where id = :id", soci::use(key);
  return {};
}

Result<std::optional<Panel>> panel_of(Connection& connection, PhotoId photo) {
  JAEDAN_RETURN_IF_ERROR(require_photo(connection, photo));
  const std::vector<Panel> found =
      panels_where(connection, "where p.photo_id = :photo order by p.id desc limit 1", {{"photo", photo.value}});
  return found.empty() ? std::optional<Panel>() : found.front();
}

Result<std::vector<Panel>> panels(Connection& connection, PanelId after, int limit) {
  return panels_where(connection, "where p.id > :after order by p.id limit :most",
                      {{"after", after.value}, {"most", limit}});
}

Result<std::optional<Panel>> open_panel_of(Connection& connection, PhotoId photo) {
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Panel> last, panel_of(connection, photo));
  return last && last->state == PanelState::kOpen ? last : std::nullopt;
}

std::string panel_to_take_query() { return kSelectPanels + kPanelToTake; }

std::optional<Panel> panel_to_take(Connection& connection, UserId user, Stage stage) {
  const std::vector<Panel> found =
      panels_where(connection, kPanelToTake, {{"stage", static_cast<int>(stage)}, {"person", user.value}});
  return found.empty() ? std::nullopt : std::optional<Panel>(found.front());
}

void take_place(Connection& connection, PanelId panel) {
  const long long key = panel.value;
  connection.session() << "update panel set free = free - 1 where id = :id", soci::use(key);
}

void give_place_back(Connection& connection, TaskId task) {
  const long long key = task.value;
  connection.session() << "update panel set free = free + 1 where id = (select a.panel_id from task t"
                          " join answer a on a.id = t.answer_id where t.id = :task)",
      soci::use(key);
}

}  // namespace jaedan::labeling::sql
