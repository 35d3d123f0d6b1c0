#pragma once

#include <string>
#include <string_view>

#include "labeling/io/image_header.h"

namespace jaedan::labeling {

/// The first picture of a TIFF. kCorrupt also when its directory lies behind the end of `bytes`: many writers put it
/// last. `bytes` must start like a TIFF.
Result<ImageHeader> read_tiff_header(std::string_view bytes);

/// `bytes` with the picture marked as upright: decoders obey a TIFF's orientation by halves.
std::string marked_upright(std::string_view bytes);

}  // namespace jaedan::labeling
