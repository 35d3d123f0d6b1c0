#pragma once

#include <string>
#include <string_view>

#include "labeling/domain/result.h"

namespace jaedan::inference {

/// SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits.
std::string sha256_of(std::string_view bytes);
/// Of a whole file. kNotFound when it cannot be opened.
Result<std::string> sha256_of_file(const std::string& path);

}  // namespace jaedan::inference
