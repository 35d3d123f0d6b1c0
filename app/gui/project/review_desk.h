#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <tuple>
#include <utility>
#include <vector>

#include "app/gui/project/document.h"
#include "app/gui/project/project_thread.h"
#include "app/workflow/people/comments.h"
#include "app/workflow/photo/compare_annotations.h"
#include "app/workflow/photo/review_versions.h"

namespace jaedan::gui {

/// What a photo, as it is stored, or one's answer about it is compared with.
struct PhotoReview {
  Annotation now;
  std::vector<workflow::ReviewVersion> versions;
  std::vector<workflow::PhotoDifference> differences;  ///< from each of them to now
};

/// Finds out, on the reading thread, what changed in photos that are reviewed, and hands comments in. Used on the
/// window's thread.
class ReviewDesk {
 public:
  struct Events {
    std::function<void(const Error&)> failed;
    std::function<void(PhotoId, std::vector<labeling::Comment>)> commented;  ///< all of the photo
  };

  ReviewDesk(ProjectThread& reader, ProjectThread& writer, Actor who, Events events);

  void set_actor(const Actor& who) { who_ = who; }
  /// Of the photo as it was saved last; null while it is being found out. Asks for it.
  std::shared_ptr<const PhotoReview> find(const Document& document);
  /// Says something of the photo. Who and when is known here.
  void say(const labeling::Comment& comment);
  void resolve(PhotoId photo, CommentId comment);

 private:
  using Key = std::tuple<PhotoId, AnswerId, std::int64_t>;  ///< with the revision
  using Work = std::function<Status(workflow::Project&)>;

  void ask(const Key& key);
  void change_comments(PhotoId photo, Work work);

  ProjectThread& reader_;
  ProjectThread& writer_;
  Actor who_;
  Events events_;
  std::map<Key, std::shared_ptr<const PhotoReview>> reviews_;  ///< null: on its way
};

}  // namespace jaedan::gui
