#pragma once

#include <string>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"

namespace jaedan::workflow {

/// Adds every photo below `source` (or the one file). Photos stay where they are; the project keeps
/// their paths. Only headers are read. Files that are no readable photo are listed and left out; photos that are in the
/// project already count as skipped.
Result<BatchReport> import_images(Project& project, const std::string& source, const Watch& watch);

/// Adds K-Fashion label files below `source` with the photos beside them (same name, or the file's
/// 이미지 파일명). Defects become warnings; a label file without a photo is listed and left out, and so is a file
/// beside a photo that has nothing of a label file in it.
Result<BatchReport> import_kfashion(Project& project, const std::string& source, const std::string& who,
                                    const Watch& watch);

/// By the names of the command line: kfashion, images, … kUnsupported lists what there is.
Result<BatchReport> import_any(Project& project, const std::string& source, const std::string& format,
                               const std::string& who, const Watch& watch);

}  // namespace jaedan::workflow
