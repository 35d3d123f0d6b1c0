#include "labeling/store/sql/people/comments.h"

#include "labeling/store/people/task_rules.h"
#include "labeling/store/sql/people/tasks.h"
#include "labeling/store/sql/photos.h"

namespace jaedan::labeling::sql {
namespace {

std::vector<Comment> comments_where(Connection& connection, const std::string& condition, long long key) {
  std::vector<Comment> comments;
  Comment row;
  long long id = 0;
  long long photo = 0;
  int has_place = 0;
  Point place;
  int stage = -1;
  std::string reason;
  soci::statement select =
      (connection.session().prepare
           << "select c.id, c.photo_id, a.name, c.at, c.text, c.has_place, c.x, c.y, c.stage, c.reason,"
              " coalesce((select name from author where id = c.resolved_by_id), ''), c.resolved_at"
              " from comment c join author a on a.id = c.who_id "
           << condition,
       soci::use(key, "key"), soci::into(id), soci::into(photo), soci::into(row.who), soci::into(row.at),
       soci::into(row.text), soci::into(has_place), soci::into(place.x), soci::into(place.y), soci::into(stage),
       soci::into(reason), soci::into(row.resolved_by), soci::into(row.resolved_at));
  select.execute();
  while (select.fetch()) {
    Comment& comment = comments.emplace_back(row);
    comment.id = CommentId{id};
    comment.photo = PhotoId{photo};
    if (has_place != 0) comment.place = place;
    comment.stage = stage_of(stage);
    comment.reason = return_reason_from_id(reason);
  }
  return comments;
}

}  // namespace

Result<CommentId> add_comment(Connection& connection, const Comment& comment) {
  JAEDAN_RETURN_IF_ERROR(require_photo(connection, comment.photo));
  const long long photo = comment.photo.value;
  const long long who = connection.words().author(connection.session(), comment.who);
  const int has_place = comment.place ? 1 : 0;
  const Point place = comment.place.value_or(Point{});
  const int stage = number_of(comment.stage);
  const std::string reason(comment.reason ? id_of(*comment.reason) : std::string_view());
  long long id = 0;
  connection.session() << "insert into comment(photo_id, who_id, at, text, has_place, x, y, stage, reason)"
                          " values(:photo, :who, :at, :text, :has_place, :x, :y, :stage, :reason) returning id",
      soci::use(photo), soci::use(who), soci::use(comment.at), soci::use(comment.text), soci::use(has_place),
      soci::use(place.x), soci::use(place.y), soci::use(stage), soci::use(reason), soci::into(id);
  return CommentId{id};
}

Result<std::vector<Comment>> comments(Connection& connection, PhotoId photo) {
  JAEDAN_RETURN_IF_ERROR(require_photo(connection, photo));
  return comments_where(connection, "where c.photo_id = :key order by c.id", photo.value);
}

Result<Comment> comment(Connection& connection, CommentId id) {
  const std::vector<Comment> found = comments_where(connection, "where c.id = :key", id.value);
  if (found.empty()) return comment_unknown(id);
  return found.front();
}

Status resolve_comment(Connection& connection, CommentId id, const std::string& who, const std::string& now) {
  JAEDAN_RETURN_IF_ERROR(comment(connection, id));
  const long long key = id.value;
  const long long author = connection.words().author(connection.session(), who);
  connection.session() << "update comment set resolved_by_id = :who, resolved_at = :at where id = :id and "
                          "resolved_by_id is null",
      soci::use(author), soci::use(now), soci::use(key);
  return {};
}

Status scale_places(Connection& connection, PhotoId photo, double x, double y) {
  JAEDAN_RETURN_IF_ERROR(require_photo(connection, photo));
  const long long key = photo.value;
  connection.session() << "update comment set x = x * :x, y = y * :y where photo_id = :photo", soci::use(x),
      soci::use(y), soci::use(key);
  return {};
}

}  // namespace jaedan::labeling::sql
