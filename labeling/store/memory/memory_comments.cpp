#include "labeling/store/memory/memory_store.h"
#include "labeling/store/people/task_rules.h"
#include "labeling/store/storable.h"

namespace jaedan::labeling {

Result<CommentId> MemoryStore::add_comment(const Comment& comment) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_storable(comment));
  JAEDAN_RETURN_IF_ERROR(find(comment.photo));
  const CommentId id{static_cast<std::int64_t>(state_.comments.size()) + 1};
  Comment& kept = state_.comments[id] = comment;
  kept.id = id;
  kept.resolved_by.clear();
  kept.resolved_at.clear();
  return id;
}

Result<std::vector<Comment>> MemoryStore::comments(PhotoId photo) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(find(photo));
  std::vector<Comment> comments;
  for (const auto& [id, comment] : state_.comments) {
    if (comment.photo == photo) comments.push_back(comment);
  }
  return comments;
}

Result<Comment> MemoryStore::comment(CommentId id) {
  const Lock lock(mutex_);
  const auto known = state_.comments.find(id);
  if (known == state_.comments.end()) return comment_unknown(id);
  return known->second;
}

Status MemoryStore::resolve_comment(CommentId id, const std::string& who, const std::string& now) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_name(who));
  const auto known = state_.comments.find(id);
  if (known == state_.comments.end()) return comment_unknown(id);
  if (!known->second.resolved_by.empty()) return {};
  known->second.resolved_by = who;
  known->second.resolved_at = now;
  return {};
}

Status MemoryStore::scale_places(PhotoId photo, double x, double y) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(find(photo));
  for (auto& [id, comment] : state_.comments) {
    if (comment.photo == photo && comment.place) comment.place = Point{comment.place->x * x, comment.place->y * y};
  }
  return {};
}

}  // namespace jaedan::labeling
