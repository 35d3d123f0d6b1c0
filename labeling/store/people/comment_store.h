#pragma once

#include <optional>
#include <string>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/domain/geometry.h"
#include "labeling/domain/ids.h"
#include "labeling/review/return_reason.h"
#include "labeling/review/stage.h"

namespace jaedan::labeling {

/// What somebody says of a photo to whoever works on it next.
struct Comment {
  CommentId id;
  PhotoId photo;
  std::string who;                          ///< user name
  std::string at;                           ///< UTC
  std::string text;                         ///< may be empty where there is a reason
  std::optional<Point> place = {};          ///< where it is pinned, in pixels of the photo
  std::optional<Stage> stage = {};          ///< that the photo was returned to with it
  std::optional<ReturnReason> reason = {};  ///< … and why
  std::string resolved_by;                  ///< user name; empty: open
  std::string resolved_at;                  ///< UTC
};

/// Characters of the longest comment.
inline constexpr std::size_t kMostCommentCharacters = 2000;

/// The comments on photos. What every method owes its caller: store.h.
class CommentStore {
 public:
  virtual ~CommentStore() = default;

  /// `id`, `resolved_by` and `resolved_at` are ignored. kInvalidArgument for one that says nothing, or too much, or for
  /// nobody.
  virtual Result<CommentId> add_comment(const Comment& comment) = 0;
  /// Of a photo, oldest first.
  virtual Result<std::vector<Comment>> comments(PhotoId photo) = 0;
  virtual Result<Comment> comment(CommentId id) = 0;
  /// Who resolved it first stays. kNotFound.
  virtual Status resolve_comment(CommentId id, const std::string& who, const std::string& now) = 0;
  /// The photo has another size: the places in it are multiplied.
  virtual Status scale_places(PhotoId photo, double x, double y) = 0;
};

}  // namespace jaedan::labeling
