#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace jaedan::recommender {

enum class Script {
  kLatin,      ///< and digits
  kHangul,     ///< whole syllables
  kConsonant,  ///< Korean letters by themselves, as ㅂ
  kOther,
};

/// What stands before a letter.
enum class Gap {
  kNone,
  kBlank,      ///< a blank, a hyphen, …: may be left out of a word
  kSeparator,  ///< a comma, a plus, a full stop, …: no word goes across it
};

/// A letter without its case and width, and where it stands.
struct Letter {
  char32_t code = 0;
  std::size_t at = 0;   ///< bytes from the start of the text
  std::size_t end = 0;  ///< where the next character starts
  Gap before = Gap::kNone;
  bool minus_before = false;  ///< a minus that belongs to it, as in -red
};

/// The letters of a text that is in form C (labeling/base/utf8.h); what is not UTF-8 or cannot be seen counts as a
/// blank.
std::vector<Letter> letters_of(std::string_view text);

/// A word as it is compared: its letters alone, so that "T-Shirt" and "t shirt" are the same.
std::u32string folded(std::string_view word);

Script script_of(char32_t code);

/// With syllables taken apart into the letters that they are typed with: 한 → ㅎㅏㄴ. A mistake is one of these.
std::u32string typed_letters(std::u32string_view folded_word);

}  // namespace jaedan::recommender
