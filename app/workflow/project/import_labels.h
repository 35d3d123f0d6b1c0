#pragma once

#include <string>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"
#include "labeling/formats/importer.h"

namespace jaedan::workflow {

/// Adds the label files of `format` below `source` with their photos: that beside a label file (same name, or the one
/// that the file names; also one folder up or in images/ there, for files in labels/ or masks/), else the one of this
/// name and size in the project. A photo that has labels already keeps them. Defects become warnings; a label file
/// without a photo is listed and left out, and so is a file beside a photo that has nothing of the format in it.
Result<BatchReport> import_labels(Project& project, const std::string& source, const labeling::ImportFormat& format,
                                  const std::string& who, const Watch& watch);

}  // namespace jaedan::workflow
