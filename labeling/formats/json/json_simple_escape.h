#pragma once

#include <string>
#include <string_view>

namespace jaedan::labeling {

/// `text` (UTF-8) in quotes, escaped as json-simple 1.1's JSONValue.escape does: `"` `\` `/` and the
/// control characters by a backslash; U+0000–001F, U+007F–009F and U+2000–20FF as \uXXXX in upper case. Everything
/// else, Hangul included, stands as it is.
std::string json_simple_quoted(std::string_view text);

}  // namespace jaedan::labeling
