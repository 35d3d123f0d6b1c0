#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "labeling/base/result.h"

namespace jaedan {

/// Bytes of the character that starts at `at` (1–4); 0 when the bytes there are no valid UTF-8 (too long a form,
/// half a surrogate pair, cut off) or `at` is the end.
std::size_t utf8_length_at(std::string_view text, std::size_t at);
/// Code point of the character at `at`, which must be valid there.
std::uint32_t utf8_code_at(std::string_view text, std::size_t at);
/// All of a text's characters. A byte that is part of none becomes U+FFFD.
std::vector<std::uint32_t> utf8_codes(std::string_view text);
/// Appends `code`; anything that is no character becomes U+FFFD.
void append_utf8(std::string& out, std::uint32_t code);
/// Whether `text` is valid UTF-8 (RFC 3629) without a NUL, so that any database and JSON can hold it.
bool is_plain_text(std::string_view text);
/// `text` with U+FFFD for each byte that is part of no character, as tables and XML need it.
std::string valid_utf8(std::string_view text);
/// `text` in Unicode's normalisation form C: "가" typed as two letters and as one is the same then. File names of macOS
/// come as letters apart. kCorrupt when it is no UTF-8; libutf8proc does the work.
Result<std::string> utf8_nfc(std::string_view text);
/// The same for names, which may be any bytes: what is no UTF-8 stays as it is.
std::string utf8_composed(std::string_view text);
/// What texts have in common that differ in case or in the width of their letters only (Unicode's NFKC_Casefold), for
/// comparing. What is no UTF-8 stays as it is.
std::string utf8_caseless(std::string_view text);
/// Whether a character leaves something on paper: no control character, no blank, nothing that is of no width or turns
/// the writing of others, nothing that Unicode has not given a meaning.
bool is_visible(std::uint32_t code);
/// The same, or the blank U+0020.
bool is_visible_or_blank(std::uint32_t code);

}  // namespace jaedan
