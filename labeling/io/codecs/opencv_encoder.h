#pragma once

#include <string>

#include "labeling/base/result.h"
#include "labeling/domain/image.h"
#include "labeling/domain/mask.h"

namespace jaedan::labeling {

/// ImageCodecs::encode_jpeg and encode_png, by OpenCV.
Result<std::string> encode_jpeg_by_opencv(ImageView image, int quality);
Result<std::string> encode_png_by_opencv(ImageView image);
Result<std::string> encode_png_by_opencv(const Mask& mask);

}  // namespace jaedan::labeling
