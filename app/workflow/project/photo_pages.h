#pragma once

#include <functional>
#include <string>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"

namespace jaedan::workflow {

/// Does something to one photo of a batch and counts it in the report. An Error lists the photo as failed.
using PhotoWork = std::function<Status(const labeling::PhotoRow& row, BatchReport& report)>;

/// Goes through the photos of `filter` in ascending id, page by page, so that memory stays the same for
/// ten photos and for a million. Photos whose work fails are listed and the batch goes on; only a store
/// that cannot be read ends it.
Result<BatchReport> for_each_photo(Project& project, const labeling::PhotoFilter& filter, const std::string& stage,
                                   const Watch& watch, const PhotoWork& work);

/// Shows every photo of the project to `look`, in ascending id. Errors of the store.
Status look_at_photos(Project& project, const std::function<void(const Photo& photo)>& look);

/// As `for_each_photo`, for work that changes the store and is quick: a hundred photos at a time are one
/// transaction (Store::batch), or the disk would be waited for once a photo. A cancel keeps what is done.
Result<BatchReport> change_each_photo(Project& project, const labeling::PhotoFilter& filter, const std::string& stage,
                                      const Watch& watch, const PhotoWork& work);

}  // namespace jaedan::workflow
