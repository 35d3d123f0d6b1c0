#include "app/gui/project/review_desk.h"

#include <utility>

#include "app/workflow/people/comments.h"
#include "app/workflow/photo/open_photo.h"

namespace jaedan::gui {
namespace {

constexpr std::size_t kMostReviews = 16;  // the one on screen, those that come next, and some on the way back

Result<PhotoReview> review_of(const workflow::Project& project, PhotoId photo, AnswerId answer) {
  PhotoReview review;
  JAEDAN_ASSIGN_OR_RETURN(review.now, workflow::stored_annotation(project, photo, answer));
  JAEDAN_ASSIGN_OR_RETURN(review.versions, workflow::review_versions(project, photo, answer));
  for (const workflow::ReviewVersion& version : review.versions) {
    review.differences.push_back(workflow::compare_annotations(version.annotation, review.now));
  }
  return review;
}

}  // namespace

ReviewDesk::ReviewDesk(ProjectThread& reader, ProjectThread& writer, Actor who, Events events)
    : reader_(reader), writer_(writer), who_(std::move(who)), events_(std::move(events)) {}

std::shared_ptr<const PhotoReview> ReviewDesk::find(const Document& document) {
  const Annotation& shown = document.session.annotation();
  const Key key{document.id(), shown.answer, shown.revision};
  const auto known = reviews_.find(key);
  if (known != reviews_.end()) return known->second;
  ask(key);
  return nullptr;
}

void ReviewDesk::ask(const Key& key) {
  if (reviews_.size() >= kMostReviews) reviews_.clear();
  reviews_[key] = nullptr;
  reader_.submit_first({}, [this, key](workflow::Project& project, const workflow::Watch&) {
    const auto review =
        std::make_shared<Result<PhotoReview>>(review_of(project, std::get<PhotoId>(key), std::get<AnswerId>(key)));
    return std::function<void()>([this, key, review] {
      if (!review->ok()) return events_.failed(review->error());
      reviews_[key] = std::make_shared<const PhotoReview>(std::move(*review).value());
    });
  });
}

void ReviewDesk::change_comments(PhotoId photo, Work work) {
  writer_.submit(
      {}, [this, photo, who = who_.name, work = std::move(work)](workflow::Project& project, const workflow::Watch&) {
        const Status done = work(project);
        const auto comments =
            std::make_shared<Result<std::vector<labeling::Comment>>>(workflow::comments_for(project, photo, who));
        return std::function<void()>([this, photo, done, comments] {
          if (!done.ok()) events_.failed(done.error());
          if (comments->ok()) events_.commented(photo, std::move(*comments).value());
        });
      });
}

void ReviewDesk::say(const labeling::Comment& comment) {
  change_comments(comment.photo, [comment, who = who_](workflow::Project& project) -> Status {
    JAEDAN_RETURN_IF_ERROR(workflow::add_comment(project, who, comment));
    return {};
  });
}

void ReviewDesk::resolve(PhotoId photo, CommentId comment) {
  change_comments(photo, [comment, who = who_](workflow::Project& project) -> Status {
    JAEDAN_RETURN_IF_ERROR(workflow::resolve_comment(project, who, comment));
    return {};
  });
}

}  // namespace jaedan::gui
