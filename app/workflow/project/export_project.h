#pragma once

#include <string>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"
#include "labeling/formats/exporter.h"

namespace jaedan::workflow {

/// Writes the annotations of the photos of `filter` into `dest`, in every format named. Photos about which nothing
/// was said are left out. A photo that cannot be written is listed and the rest goes on, and so is one whose file has
/// another size than its labels were made on (photo_places.h); of one whose file is gone the labels are written where
/// no pixels are needed, with a warning for its folder. Files are named after the
/// photos; of photos of one name the first by id keeps it and the others get their id, the same in every format,
/// whatever the filter; tables and lists name a photo by its path below the common folder of all (ExportNames). Photos
/// and label files beside them are not replaced (OutputGuard): where `dest` holds photos of the project, a photo with a
/// label file there is listed as failed. Files of an earlier export of photos that are exported no longer are taken
/// away (ExportManifest). kInvalidArgument by that or for the formats, kIo when `dest` cannot be written: both before
/// the first photo.
Result<BatchReport> export_project(Project& project, const std::string& dest, const std::vector<std::string>& formats,
                                   const labeling::PhotoFilter& filter, const labeling::ExportOptions& options,
                                   const Watch& watch);

/// What of `filter` is exported: only approved photos, unless they are not asked for or `filter` names a state itself.
labeling::PhotoFilter exported_of(labeling::PhotoFilter filter, bool approved_only);
/// Whether nothing was written only because none of the photos is approved; "all" would write more.
bool none_was_approved(const BatchReport& report, const labeling::PhotoFilter& filter);

/// One picture of the first `at_most` photos of `filter` with their garments drawn in: the JPEG `file`; no
/// file where there is no photo. Photos of another size than their labels are listed instead.
/// kInvalidArgument when that is a photo of the project.
Result<BatchReport> write_contact_sheet(Project& project, const std::string& file, const labeling::PhotoFilter& filter,
                                        int at_most, const Watch& watch);

}  // namespace jaedan::workflow
