#pragma once

#include <string>

#include "labeling/domain/image.h"

namespace jaedan::labeling::testing {

/// A picture without symmetry: red top left, green top right, blue bottom left, white bottom right, in quarters.
Image quarters(int width, int height);
/// `jpeg` with an EXIF segment that says this orientation, in either byte order.
std::string with_orientation(const std::string& jpeg, int orientation, bool big_endian = true);
/// A PNG header for a picture of this size, with no pixels behind it.
std::string png_header(unsigned width, unsigned height);
/// Which quarter's colour is at this place: 'r', 'g', 'b', 'w' or '?'.
char colour_at(const Image& image, double x_share, double y_share);
/// The four quarters, row by row: "rgbw" when upright.
std::string quarters_of(const Image& image);

}  // namespace jaedan::labeling::testing
