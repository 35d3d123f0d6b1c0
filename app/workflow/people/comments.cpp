#include "app/workflow/people/comments.h"

#include <algorithm>
#include <utility>

#include "app/workflow/audit/change_note.h"
#include "app/workflow/people/acting_user.h"
#include "app/workflow/people/tasks.h"
#include "labeling/review/user.h"
#include "labeling/store/log_content.h"
#include "labeling/store/program.h"

namespace jaedan::workflow {

Result<std::vector<labeling::Comment>> comments_for(const Project& project, PhotoId photo, const std::string& who) {
  JAEDAN_ASSIGN_OR_RETURN(std::vector<labeling::Comment> comments, project.store().comments(photo));
  JAEDAN_ASSIGN_OR_RETURN(const AnswerId answer, answer_in_hand(project, who, photo));
  if (!answer) return comments;
  const std::string key = user_key(who);
  const auto is_anothers = [&](const labeling::Comment& comment) { return user_key(comment.who) != key; };
  comments.erase(std::remove_if(comments.begin(), comments.end(), is_anothers), comments.end());
  return comments;
}

Result<labeling::Comment> add_comment_in_batch(Project& project, const Actor& actor, labeling::Comment comment) {
  labeling::Store& store = project.store();
  JAEDAN_ASSIGN_OR_RETURN(const Actor now, as_of_now(project, actor));
  JAEDAN_ASSIGN_OR_RETURN(const Photo photo, store.photo(comment.photo));
  const auto is_outside = [&](const Point& p) { return p.x < 0 || p.y < 0 || p.x > photo.width || p.y > photo.height; };
  if (comment.place && is_outside(*comment.place)) {
    return Error{ErrorCode::kInvalidArgument,
                 "comment.outside",
                 "the place of a comment must be in the photo, which is {0} × {1} pixels",
                 {photo.width, photo.height}};
  }
  comment.who = now.name;
  comment.at = labeling::utc_now();
  JAEDAN_ASSIGN_OR_RETURN(comment.id, store.add_comment(comment));
  JAEDAN_RETURN_IF_ERROR(store.append_to_log(labeling::LogSubject::of_photo(photo.id),
                                             change_note(now, ProjectDeed::kComment),
                                             labeling::comment_content(comment)));
  return store.comment(comment.id);
}

Result<labeling::Comment> add_comment(Project& project, const Actor& actor, labeling::Comment comment) {
  const Status done = project.store().batch([&]() -> Status {
    JAEDAN_ASSIGN_OR_RETURN(comment, add_comment_in_batch(project, actor, std::move(comment)));
    return {};
  });
  if (!done.ok()) return done.error();
  return comment;
}

Result<labeling::Comment> resolve_comment_in_batch(Project& project, const Actor& actor, CommentId id) {
  labeling::Store& store = project.store();
  JAEDAN_ASSIGN_OR_RETURN(const Actor now, as_of_now(project, actor));
  JAEDAN_ASSIGN_OR_RETURN(const labeling::Comment comment, store.comment(id));
  if (!comment.resolved_by.empty()) return comment;
  JAEDAN_RETURN_IF_ERROR(store.resolve_comment(id, now.name, labeling::utc_now()));
  JAEDAN_RETURN_IF_ERROR(store.append_to_log(labeling::LogSubject::of_photo(comment.photo),
                                             change_note(now, ProjectDeed::kResolve),
                                             labeling::resolved_content(comment)));
  return store.comment(id);
}

Result<labeling::Comment> resolve_comment(Project& project, const Actor& actor, CommentId id) {
  labeling::Comment comment;
  const Status done = project.store().batch([&]() -> Status {
    JAEDAN_ASSIGN_OR_RETURN(comment, resolve_comment_in_batch(project, actor, id));
    return {};
  });
  if (!done.ok()) return done.error();
  return comment;
}

}  // namespace jaedan::workflow
