#include "app/workflow/recommend/labelled_garments.h"

#include <utility>

#include "app/workflow/project/photo_pages.h"

namespace jaedan::workflow {

Result<LabelledGarments> load_labelled_garments(Project& project, const Watch& watch) {
  LabelledGarments all;
  labeling::PhotoFilter approved;
  approved.state = WorkflowState::kApproved;
  const auto add = [&](const labeling::PhotoRow& row, BatchReport&) -> Status {
    JAEDAN_ASSIGN_OR_RETURN(Annotation annotation, project.store().annotation(row.photo.id));
    for (Garment& garment : annotation.garments) {
      if (!garment.region.empty()) all.boxes[{row.photo.id, garment.id}] = bounds_of(garment.region);
      all.items.push_back({row.photo.id, garment.id, garment.part, std::move(garment.attributes), {}});
    }
    all.photo_labels[row.photo.id] = std::move(annotation.image_attributes);
    all.photos[row.photo.id] = row.photo;
    return {};
  };
  JAEDAN_ASSIGN_OR_RETURN(BatchReport report, for_each_photo(project, approved, "reading labels", watch, add));
  if (report.cancelled) {
    return Error{ErrorCode::kCancelled, "recommend.stopped", "stopped before every garment was read"};
  }
  all.failed = std::move(report.failed);
  return all;
}

}  // namespace jaedan::workflow
