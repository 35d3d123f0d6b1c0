#pragma once

#include <optional>
#include <string>

#include "labeling/base/message.h"

namespace jaedan::labeling {

/// Makes `folder`/`name` plus the photo's ending a link to the photo at `path`, for trainers that look for photos in a
/// folder of their own; .jpe and .jfif, which they do not know, become .jpg. The link is relative, so that export and
/// photos can be moved together. Nothing that people have is replaced: only a link of an earlier run is, and a photo
/// that lies there itself is left as it is. The sentence says why there is no link.
std::optional<Message> link_photo(const std::string& folder, const std::string& name, const std::string& path);

}  // namespace jaedan::labeling
