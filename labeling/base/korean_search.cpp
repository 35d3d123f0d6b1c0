#include "labeling/base/korean_search.h"

#include <vector>

#include "labeling/base/utf8.h"

namespace jaedan {
namespace {

// Unicode 3.12: a syllable is 0xAC00 + (initial · 21 + vowel) · 28 + final.
constexpr char32_t kFirstSyllable = 0xAC00;
constexpr char32_t kLastSyllable = 0xD7A3;
constexpr int kFinals = 28;
constexpr int kVowelsTimesFinals = 21 * kFinals;
// Compatibility jamo of the 19 initial sounds, in syllable order.
constexpr char32_t kInitials[] = {U'ㄱ', U'ㄲ', U'ㄴ', U'ㄷ', U'ㄸ', U'ㄹ', U'ㅁ', U'ㅂ', U'ㅃ', U'ㅅ',
                                  U'ㅆ', U'ㅇ', U'ㅈ', U'ㅉ', U'ㅊ', U'ㅋ', U'ㅌ', U'ㅍ', U'ㅎ'};

bool is_syllable(char32_t c) { return c >= kFirstSyllable && c <= kLastSyllable; }
char32_t initial_of(char32_t syllable) { return kInitials[(syllable - kFirstSyllable) / kVowelsTimesFinals]; }
bool has_final(char32_t syllable) { return (syllable - kFirstSyllable) % kFinals != 0; }

std::vector<char32_t> folded_code_points(std::string_view utf8) {
  std::vector<char32_t> points;
  for (char32_t point : utf8_codes(utf8)) {
    if (point >= U'A' && point <= U'Z') point += U'a' - U'A';
    if (point != U' ' && point != U'-') points.push_back(point);
  }
  return points;
}

bool matches_character(char32_t text, char32_t typed) {
  if (text == typed) return true;
  if (!is_syllable(text)) return false;
  if (!is_syllable(typed)) return initial_of(text) == typed;
  return !has_final(typed) && text - typed < kFinals;
}

}  // namespace

bool matches_typed(std::string_view text, std::string_view typed) {
  const std::vector<char32_t> t = folded_code_points(text);
  const std::vector<char32_t> q = folded_code_points(typed);
  for (std::size_t start = 0; start + q.size() <= t.size(); ++start) {
    std::size_t i = 0;
    while (i < q.size() && matches_character(t[start + i], q[i])) ++i;
    if (i == q.size()) return true;
  }
  return false;
}

bool matches_with_gaps(std::string_view text, std::string_view typed) {
  const std::vector<char32_t> t = folded_code_points(text);
  const std::vector<char32_t> q = folded_code_points(typed);
  if (q.empty()) return true;
  if (t.empty() || !matches_character(t.front(), q.front())) return false;
  std::size_t found = 0;
  for (std::size_t i = 0; i < t.size() && found < q.size(); ++i) found += matches_character(t[i], q[found]) ? 1 : 0;
  return found == q.size();
}

}  // namespace jaedan
