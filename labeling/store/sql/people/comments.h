#pragma once

#include <string>
#include <vector>

#include "labeling/store/people/comment_store.h"
#include "labeling/store/sql/connection.h"

namespace jaedan::labeling::sql {

Result<CommentId> add_comment(Connection& connection, const Comment& comment);
Result<std::vector<Comment>> comments(Connection& connection, PhotoId photo);
Result<Comment> comment(Connection& connection, CommentId id);
Status resolve_comment(Connection& connection, CommentId id, const std::string& who, const std::string& now);
Status scale_places(Connection& connection, PhotoId photo, double x, double y);

}  // namespace jaedan::labeling::sql
