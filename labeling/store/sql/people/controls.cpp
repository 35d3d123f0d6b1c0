#include "labeling/store/sql/people/controls.h"

#include <utility>

#include "labeling/store/annotation_json.h"
#include "labeling/store/people/answer_rules.h"
#include "labeling/store/sql/photos.h"
#include "labeling/store/sql/quality/measures.h"

namespace jaedan::labeling::sql {
namespace {

Result<std::vector<Control>> controls_where(Connection& connection, const std::string& condition,
                                            const std::vector<std::pair<std::string, long long>>& keys) {
  long long photo = 0;
  int stage = 0;
  std::string start;
  std::string truth;
  soci::statement select(connection.session());
  for (const auto& [name, key] : keys) select.exchange(soci::use(key, name));
  select.exchange(soci::into(photo));
  select.exchange(soci::into(stage));
  select.exchange(soci::into(start));
  select.exchange(soci::into(truth));
  select.alloc();
  select.prepare("select photo_id, stage, start, truth from control " + condition);
  select.define_and_bind();
  select.execute();
  std::vector<Control> controls;
  while (select.fetch()) {
    Control& control = controls.emplace_back();
    control.photo = PhotoId{photo};
    control.stage = static_cast<Stage>(stage);
    JAEDAN_ASSIGN_OR_RETURN(control.start, annotation_from_json(start));
    JAEDAN_ASSIGN_OR_RETURN(control.truth, annotation_from_json(truth));
  }
  return controls;
}

}  // namespace

Status set_control(Connection& connection, const Control& control) {
  JAEDAN_RETURN_IF_ERROR(require_photo(connection, control.photo));
  const long long photo = control.photo.value;
  const int stage = static_cast<int>(control.stage);
  const std::string start = annotation_to_json(control.start);
  const std::string truth = annotation_to_json(control.truth);
  connection.session() << "delete from control where photo_id = :photo and stage = :stage", soci::use(photo),
      soci::use(stage);
  connection.session() << "insert into control(photo_id, stage, start, truth) values(:photo, :stage, :start, :truth)",
      soci::use(photo), soci::use(stage), soci::use(start), soci::use(truth);
  truth_changed(connection, control.photo, control.stage);
  return {};
}

Result<bool> remove_control(Connection& connection, PhotoId photo) {
  JAEDAN_RETURN_IF_ERROR(require_photo(connection, photo));
  const long long key = photo.value;
  soci::statement remove =
      (connection.session().prepare << "delete from control where photo_id = :photo", soci::use(key));
  remove.execute(true);
  if (remove.get_affected_rows() == 0) return false;
  truth_changed(connection, photo, std::nullopt);
  return true;
}

Result<std::vector<Control>> controls(Connection& connection, PhotoId after, int limit) {
  return controls_where(connection,
                        "where photo_id in (select distinct photo_id from control where photo_id > :after"
                        " order by photo_id limit :most) order by photo_id, stage",
                        {{"after", after.value}, {"most", limit}});
}

Result<std::optional<Control>> control(Connection& connection, PhotoId photo, Stage stage) {
  JAEDAN_ASSIGN_OR_RETURN(std::vector<Control> found,
                          controls_where(connection, "where photo_id = :photo and stage = :stage",
                                         {{"photo", photo.value}, {"stage", static_cast<int>(stage)}}));
  return found.empty() ? std::optional<Control>() : std::optional<Control>(std::move(found.front()));
}

Status scale_controls(Connection& connection, PhotoId photo, double x, double y) {
  JAEDAN_ASSIGN_OR_RETURN(std::vector<Control> found,
                          controls_where(connection, "where photo_id = :photo", {{"photo", photo.value}}));
  for (Control& control : found) {
    control.start = scaled(std::move(control.start), x, y);
    control.truth = scaled(std::move(control.truth), x, y);
    JAEDAN_RETURN_IF_ERROR(set_control(connection, control));
  }
  return {};
}

std::int64_t next_claim(Connection& connection, UserId user, Stage stage) {
  const long long person = user.value;
  const int number = static_cast<int>(stage);
  long long claims = 0;
  connection.session() << "insert into pace(user_id, stage, claims) values(:person, :stage, 1)"
                          " on conflict (user_id, stage) do update set claims = claims + 1 returning claims",
      soci::use(person), soci::use(number), soci::into(claims);
  return claims - 1;
}

std::string controls_to_take_query() {
  return "select c.photo_id from control c where c.stage = :stage"
         " and not exists (select 1 from photo_worker w where w.photo_id = c.photo_id and w.user_id = :person)"
         " and not exists (select 1 from answer a where a.user_id = :person and a.stage = c.stage and"
         " a.photo_id = c.photo_id and a.panel_id = 0 and (a.submitted_at <> '' or exists (select 1 from task t"
         " where t.photo_id = a.photo_id and t.user_id = a.user_id and t.answer_id = a.id and t.state in (0, 3))))"
         " order by c.photo_id";
}

Result<std::optional<Control>> control_to_take(Connection& connection, UserId user, Stage stage,
                                               const QueueRules& rules, std::int64_t claims) {
  const long long person = user.value;
  const int number = static_cast<int>(stage);
  long long photo = 0;
  std::vector<PhotoId> photos;
  soci::statement select = (connection.session().prepare << controls_to_take_query(), soci::use(number, "stage"),
                            soci::use(person, "person"), soci::into(photo));
  select.execute();
  while (select.fetch()) photos.push_back(PhotoId{photo});
  if (photos.empty()) return std::optional<Control>();
  return control(connection, photos[control_choice(rules, user, stage, claims, photos.size())], stage);
}

}  // namespace jaedan::labeling::sql
