#pragma once

#include <string>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"
#include "labeling/review/actor.h"

namespace jaedan::workflow {

/// Adds every photo below `source` (or the one file). A photo of the project whose file is gone and lies here now is no
/// new one: it gets its new path, which the log says `manager` gave it. Photos stay where they are; the project keeps
/// their paths. Only headers are read. Files that are no readable photo are listed and left out; photos that are in the
/// project already count as skipped; those whose file has another size than what is said of them are a warning.
/// kForbidden for who is no manager.
Result<BatchReport> import_images(Project& project, const std::string& source, const Actor& manager,
                                  const Watch& watch);

/// What `choose_import` (import_choice.h) makes of `format`: photos alone, label files (import_labels.h), or
/// outfit tables (recommend/import_outfits.h). Its errors, and nothing_found's where nothing is to import.
Result<BatchReport> import_any(Project& project, const std::string& source, const std::string& format,
                               const Actor& manager, const Watch& watch);

}  // namespace jaedan::workflow
