#pragma once

#include <string>
#include <string_view>

#include "labeling/base/result.h"

namespace jaedan {

/// RFC 4648 section 4, with padding.
std::string base64_from_bytes(std::string_view bytes);
/// The bytes again. kCorrupt for letters outside the alphabet or a length that is no multiple of four.
Result<std::string> bytes_from_base64(std::string_view text);

}  // namespace jaedan
