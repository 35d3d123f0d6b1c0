#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace jaedan::report {

/// `text` as it may stand between tags and in quoted attributes: & < > " ' as entities, control characters as blanks,
/// bytes that are no UTF-8 as U+FFFD.
std::string html_escaped(std::string_view text);

/// A number with `digits` after the point, whatever the locale; "–" for one that is not finite.
std::string fixed(double value, int digits = 3);
/// "43 %"; "–" for a share that is not finite.
std::string percent(double share);

/// The bytes as a URI that needs no file: data:MIME;base64,…
std::string data_uri(std::string_view mime, std::string_view bytes);

/// How wide a text is in letters, of which a Korean one counts as two.
std::size_t letters_of(const std::string& text);
/// As much of a name as there is room for: at most so many letters, of which a Korean one counts as two, and "…".
std::string shortened(const std::string& text, std::size_t most_letters);

}  // namespace jaedan::report
