#pragma once

#include <string_view>

namespace jaedan {

/// Whether what a person typed so far means `text`. Latin letters match without regard to case. Korean
/// matches while it is still being typed: consonants match the first sounds of syllables (ㅂㄹ → 블랙), and an
/// unfinished syllable matches the ones it can become (브 → 블랙). Anywhere in the text; empty matches all.
bool matches_typed(std::string_view text, std::string_view typed);
/// The same where others stand between what was typed: ㄴㅂ → 네이비. The first character must begin the text, so that
/// a few letters do not find everything.
bool matches_with_gaps(std::string_view text, std::string_view typed);

}  // namespace jaedan
