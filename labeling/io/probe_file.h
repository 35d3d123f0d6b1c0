#pragma once

#include <string>

#include "labeling/base/result.h"
#include "labeling/io/image_decoder.h"

namespace jaedan::labeling {

/// Upright size of an image file, from as few of its first bytes as will do: a folder of a million photos is
/// listed without reading the photos. Errors as read_image_header, check_limits and check_decodable, with the path in
/// front; kNotFound, kIo, kTooLarge over `limits.file_bytes`. A file that is cut off is told; that its header is sound
/// does not mean that all of its middle is.
Result<ImageSize> probe_image_file(const std::string& path, const DecodeLimits& limits = {});

/// The first `most` bytes of a file, or all; none for what cannot be read.
std::string first_bytes_of(const std::string& path, std::size_t most);

}  // namespace jaedan::labeling
