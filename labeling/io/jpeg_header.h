#pragma once

#include <string_view>

#include "labeling/io/image_header.h"

namespace jaedan::labeling {

/// Walks over the segments of a JPEG (ITU T.81 annex B) to its end mark. `bytes` must start with FF D8.
Result<ImageHeader> read_jpeg_header(std::string_view bytes);

}  // namespace jaedan::labeling
