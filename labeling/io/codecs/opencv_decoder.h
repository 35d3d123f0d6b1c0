#pragma once

#include <string_view>

#include "labeling/io/image_codecs.h"

namespace jaedan::labeling {

/// ImageCodecs::decode and decode_grey, by OpenCV.
ImageCodecs::Decoded decode_by_opencv(std::string_view bytes, const ImageHeader& header, int max_side);
ImageCodecs::DecodedMask decode_grey_by_opencv(std::string_view bytes);

}  // namespace jaedan::labeling
