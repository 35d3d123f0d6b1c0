#pragma once

#include <optional>
#include <string_view>

#include "labeling/base/result.h"
#include "labeling/domain/image.h"
#include "labeling/io/image_header.h"

namespace jaedan::labeling {

/// Whether `bytes` start like a HEIC or AVIF picture, and which: both are HEIF files (ISO/IEC 23008-12).
std::optional<ImageFormat> heif_kind(std::string_view bytes);

/// The main picture's header, by libheif; turned already, so its orientation is 1. kCorrupt also when `bytes` end
/// before the file does.
Result<ImageHeader> read_heif_header(std::string_view bytes);

/// The main picture as the file shows it (turned, cropped, its tiles put together), what is transparent on white.
/// kCorrupt, kUnsupported where the libraries lack the codec.
Result<Image> decode_heif(std::string_view bytes);

}  // namespace jaedan::labeling
