#pragma once

#include <string>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"
#include "labeling/formats/importer.h"
#include "labeling/review/actor.h"

namespace jaedan::workflow {

/// Adds the label files of `format` below `source` with their photos, which label_photo_finder.h finds. A photo that
/// has labels already keeps them; one without garments and style takes the file's, unless it is approved so. Defects
/// become warnings; a label file without a photo is listed and left out, and so is a file beside a photo that has
/// nothing of the format in it. The report counts the photos that are new to the project. kNotFound when there
/// is no file of the format's ending, with what lies there instead (nothing_found in import_choice.h); kForbidden for
/// who may not import (Deed::kImport).
Result<BatchReport> import_labels(Project& project, const std::string& source, const labeling::ImportFormat& format,
                                  const Actor& manager, const Watch& watch);

}  // namespace jaedan::workflow
