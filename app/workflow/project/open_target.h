#pragma once

#include <string>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "labeling/base/result.h"

namespace jaedan::workflow {

/// What to do with a path that a person named to be opened.
struct OpenTarget {
  std::string project;             ///< to open; absolute
  std::string images;              ///< photos to import after that; empty: none
  std::vector<Message> news = {};  ///< to be told: an older project was taken over
};

/// A project folder is opened as it is. A folder of photos gets a project beside it, FOLDER.jaedan, made here
/// when it is missing, and its photos are imported each time, so that new ones come in.
/// kNotFound: neither, a folder without photos too, which says so; kIo: nothing may be written beside the photos, which
/// names the way out; otherwise as Project::create. `watch` sees how far the taking over of an older project is.
Result<OpenTarget> open_target(const std::string& path, const Watch& watch = {});

}  // namespace jaedan::workflow
