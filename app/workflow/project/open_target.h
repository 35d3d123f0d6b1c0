#pragma once

#include <string>

#include "labeling/base/result.h"

namespace jaedan::workflow {

/// What to do with a path that a person named to be opened.
struct OpenTarget {
  std::string project;  ///< to open; absolute
  std::string images;   ///< photos to import after that; empty: none
};

/// A project folder is opened as it is. A folder of photos gets a project beside it, FOLDER.jaedan, made here
/// when it is missing, and its photos are imported each time, so that new ones come in.
/// kNotFound: neither, a folder without photos too, which says so; kIo: nothing may be written beside the photos, which
/// names the way out; otherwise as Project::create.
Result<OpenTarget> open_target(const std::string& path);

}  // namespace jaedan::workflow
