#include "recommender/words/letters.h"

#include "labeling/base/utf8.h"

namespace jaedan::recommender {
namespace {

constexpr char32_t kFirstSyllable = 0xAC00, kLastSyllable = 0xD7A3;
constexpr char32_t kFirstKoreanLetter = 0x3131, kLastConsonant = 0x314E, kLastKoreanLetter = 0x318E;
constexpr char32_t kLastLatin = 0x024F;
constexpr char32_t kVowels = 21, kFinals = 28;

bool is_ascii_word(char32_t c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_minus(char32_t c) { return c == '-' || c == 0x2212 || c == 0x2013; }
bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019; }
bool is_separator(char32_t c) {
  constexpr std::u32string_view kSeparators = U",;+&|.\n!?:()、。·ㆍ";
  return kSeparators.find(c) != std::u32string_view::npos;
}
/// Quotation marks, bullets and the like of all languages.
bool is_punctuation(char32_t c) { return (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F) || c == 0xFFFD; }

bool is_word(char32_t c) {
  if (c < 0x80) return is_ascii_word(c);
  return !is_separator(c) && !is_minus(c) && !is_apostrophe(c) && !is_punctuation(c) && is_visible(c);
}

/// Without case and width. Korean letters by themselves stay: Unicode would fold them into others that cannot be typed.
std::vector<std::uint32_t> without_case(char32_t c) {
  if (c < 0x80) return {c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c};
  if (c >= kFirstKoreanLetter && c <= kLastKoreanLetter) return {c};
  std::string bytes;
  append_utf8(bytes, c);
  return utf8_codes(utf8_caseless(bytes));
}

struct Character {
  char32_t code;
  std::size_t at, end;
};

std::vector<Character> characters_of(std::string_view text) {
  std::vector<Character> characters;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_length_at(text, at);
    const char32_t code = length == 0 ? 0xFFFD : utf8_code_at(text, at);
    const std::size_t end = at + (length == 0 ? 1 : length);
    for (const char32_t folded_code : without_case(code)) characters.push_back({folded_code, at, end});
    at = end;
  }
  return characters;
}

}  // namespace

std::vector<Letter> letters_of(std::string_view text) {
  const std::vector<Character> all = characters_of(text);
  const auto word_at = [&](std::size_t i) { return i < all.size() && is_word(all[i].code); };
  std::vector<Letter> letters;
  Gap gap = Gap::kSeparator;
  bool minus = false;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const char32_t c = all[i].code;
    if (word_at(i)) {
      letters.push_back({c, all[i].at, all[i].end, gap, minus});
      gap = Gap::kNone;
      minus = false;
      continue;
    }
    if (is_apostrophe(c) && i > 0 && word_at(i - 1) && word_at(i + 1)) {
      if (all[i + 1].code == 's' && !word_at(i + 2)) ++i;  // women's
      continue;
    }
    minus = is_minus(c) && (i == 0 || !word_at(i - 1)) && word_at(i + 1);
    if (is_separator(c)) gap = Gap::kSeparator;
    if (gap == Gap::kNone) gap = Gap::kBlank;
  }
  return letters;
}

std::u32string folded(std::string_view word) {
  std::u32string text;
  for (const Letter& letter : letters_of(word)) text += letter.code;
  return text;
}

Script script_of(char32_t code) {
  if (code >= kFirstSyllable && code <= kLastSyllable) return Script::kHangul;
  if (code >= kFirstKoreanLetter && code <= kLastConsonant) return Script::kConsonant;
  return code <= kLastLatin ? Script::kLatin : Script::kOther;
}

std::u32string typed_letters(std::u32string_view folded_word) {
  std::u32string typed;
  for (const char32_t c : folded_word) {
    if (script_of(c) != Script::kHangul) {
      typed += c;
      continue;
    }
    // Unicode 3.12. Private codes for the three places: a letter of one place is never that of another.
    const char32_t syllable = c - kFirstSyllable;
    typed.push_back(0xE000 + syllable / (kVowels * kFinals));
    typed.push_back(0xE100 + syllable / kFinals % kVowels);
    if (syllable % kFinals != 0) typed.push_back(0xE200 + syllable % kFinals);
  }
  return typed;
}

}  // namespace jaedan::recommender
