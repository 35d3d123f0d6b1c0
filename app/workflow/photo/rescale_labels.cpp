#include "app/workflow/photo/rescale_labels.h"

#include <cmath>
#include <utility>

#include "app/workflow/audit/change_note.h"
#include "app/workflow/people/acting_user.h"
#include "app/workflow/people/tasks.h"
#include "app/workflow/project/photo_pages.h"
#include "app/workflow/project/photo_places.h"
#include "labeling/domain/clip_region.h"
#include "labeling/edit/undo_history.h"
#include "labeling/review/state_machine.h"

namespace jaedan::workflow {
namespace {

/// From pixels of the old photo to pixels of the new one.
struct Scale {
  double x = 1;
  double y = 1;
};

/// Whether one is the other made larger: the sides of both are whole pixels, so a pixel may be missing.
bool same_proportions(const Photo& before, labeling::ImageSize now) {
  const double scale = static_cast<double>(now.width) / before.width;
  return std::abs(before.height * scale - now.height) <= std::max(1.0, scale);
}

void scale_measures(MeasuredLengths& measures, const Scale& scale) {
  const auto scale_point = [&](Point& point) { point = {point.x * scale.x, point.y * scale.y}; };
  for (MeasuredLength& measure : measures) {
    for (Point& point : measure.line) scale_point(point);
    scale_point(measure.end);
  }
}

/// A proposal, or what is said of a garment.
template <typename Said>
void scale_place(Said& said, const Scale& scale) {
  said.region = scaled(std::move(said.region), scale.x, scale.y);
  scale_measures(said.measures, scale);
}

Status scale_labels(Project& project, PhotoId id, const Scale& scale, const Actor& actor) {
  labeling::Store& store = project.store();
  JAEDAN_ASSIGN_OR_RETURN(Annotation annotation, store.annotation(id));
  if (annotation.revision != 0) {
    JAEDAN_ASSIGN_OR_RETURN(annotation.state, state_after(actor, Deed::kDraw, annotation.state));
    annotation = scaled(std::move(annotation), scale.x, scale.y);
    JAEDAN_RETURN_IF_ERROR(store.save(annotation, change_note(actor, ProjectDeed::kRescale), UndoHistory().to_bytes()));
  }
  // What people say of it beside that would be measured against the new pixels.
  JAEDAN_RETURN_IF_ERROR(store.scale_answers(id, scale.x, scale.y));
  JAEDAN_RETURN_IF_ERROR(store.scale_places(id, scale.x, scale.y));
  JAEDAN_ASSIGN_OR_RETURN(std::optional<Prediction> prediction, store.prediction(id));
  if (!prediction) return {};
  for (Reading& reading : prediction->readings) {
    for (Proposal& proposal : reading.garments) scale_place(proposal, scale);
  }
  for (GarmentWords& words : prediction->of_garments) scale_place(words, scale);
  return store.save_prediction(id, *prediction);
}

}  // namespace

Result<bool> rescale_labels(Project& project, const Photo& photo, const Actor& actor) {
  const PhotoFileFound found = look_at_photo_file(project, photo);
  if (found.state != PhotoFile::kOtherSize) return false;
  if (photo.width <= 0 || photo.height <= 0 || !same_proportions(photo, found.size)) {
    return Error{ErrorCode::kConflict,
                 "photo.other_proportions",
                 "the photo's file has other proportions than the labels were made on ({0}×{1}, now {2}×{3}); open and "
                 "correct them",
                 {photo.width, photo.height, found.size.width, found.size.height}};
  }
  JAEDAN_RETURN_IF_ERROR(task_to_work_on(project, actor, photo.id));
  const Scale scale{static_cast<double>(found.size.width) / photo.width,
                    static_cast<double>(found.size.height) / photo.height};
  JAEDAN_RETURN_IF_ERROR(scale_labels(project, photo.id, scale, actor));
  Photo now = photo;
  now.width = found.size.width;
  now.height = found.size.height;
  JAEDAN_RETURN_IF_ERROR(project.store().update_photo(now, change_note(actor, ProjectDeed::kRescale)));
  return true;
}

Result<BatchReport> rescale_labels(Project& project, const labeling::PhotoFilter& filter, const Actor& actor,
                                   const Watch& watch) {
  JAEDAN_RETURN_IF_ERROR(check_may(project, actor, Deed::kManage));
  return change_each_photo(project, filter, "scaling labels", watch,
                           [&](const labeling::PhotoRow& row, BatchReport& report) -> Status {
                             JAEDAN_ASSIGN_OR_RETURN(const bool changed, rescale_labels(project, row.photo, actor));
                             ++(changed ? report.done : report.skipped);
                             return {};
                           });
}

}  // namespace jaedan::workflow
