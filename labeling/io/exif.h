#pragma once

#include <string_view>

namespace jaedan::labeling {

/// EXIF tag 0x0112 of the TIFF block `tiff` (what follows "Exif\0\0" in a JPEG; the whole eXIf or EXIF chunk of a PNG
/// or WebP): 1–8, where 1 is upright and anything broken or missing counts as 1.
int exif_orientation(std::string_view tiff);

}  // namespace jaedan::labeling
