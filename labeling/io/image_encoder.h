#pragma once

#include <string>

#include "labeling/base/result.h"
#include "labeling/domain/image.h"
#include "labeling/domain/mask.h"

namespace jaedan::labeling {

/// A baseline JPEG; `quality` 1–100. kInvalidArgument for an empty image.
Result<std::string> encode_jpeg(ImageView image, int quality = 90);
/// An 8-bit RGB PNG. kInvalidArgument for an empty image.
Result<std::string> encode_png(ImageView image);
/// An 8-bit grey PNG with the mask's values as they are. kInvalidArgument for an empty mask.
Result<std::string> encode_png(const Mask& mask);

/// Encodes by the ending of `path` (.jpg, .jpeg, .png) and replaces the file in one step.
/// kInvalidArgument for another ending or an empty image, kIo.
Status write_image(const std::string& path, ImageView image);
/// The same for a picture that is drawn from labels and must never be taken for a photo: with the mark (own_picture.h).
Status write_drawing(const std::string& path, ImageView image);
/// Writes the mask as a grey PNG, in one step, with the mark of drawings.
Status write_mask(const std::string& path, const Mask& mask);

}  // namespace jaedan::labeling
