#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "labeling/base/result.h"

namespace jaedan {

/// What `bytes`, a text, seem to be written in, by the name that iconv knows it by: "UTF-8", "UTF-16", "UTF-16LE",
/// "UTF-16BE", "UTF-32", "CP949" (EUC-KR with what Windows adds to it); empty for anything else. A mark at the start
/// decides; without one, zero bytes beside Latin letters do (JSON and XML begin with such), and Korean that reads as
/// CP949 and not as UTF-8. A text that is UTF-8 but for a character cut off at its end is UTF-8.
std::string encoding_of(std::string_view bytes);

/// `bytes` from `encoding` (a name that iconv knows) as UTF-8; nothing when they are not of it.
std::optional<std::string> utf8_from(std::string_view bytes, const std::string& encoding);

/// What to tell of a text that should have been UTF-8 and seems to be `encoding`: its name and how to convert it.
/// kCorrupt.
Error not_utf8(const std::string& encoding);

}  // namespace jaedan
