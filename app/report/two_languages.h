#pragma once

#include <string>
#include <utility>

namespace jaedan::report {

/// What a page says in both of its languages: the reader chooses on the page itself (kLanguageStyle), without a script.
struct Words {
  std::string english;
  std::string korean;

  Words() = default;
  /// The same in both: a name, a number.
  Words(const std::string& same) : english(same), korean(same) {}  // NOLINT: implicit by design
  Words(const char* same) : Words(std::string(same)) {}            // NOLINT: implicit by design
  Words(std::string english_words, std::string korean_words)
      : english(std::move(english_words)), korean(std::move(korean_words)) {}

  bool same() const { return english == korean; }
};
Words operator+(const Words& a, const Words& b);

/// As HTML between tags: escaped; both of them where they differ.
std::string html_of(const Words& words);
/// The same as <text> elements of a drawing; `attributes` are written as they are.
std::string svg_text(const std::string& attributes, const Words& words);

/// Where the reader chooses, before <main>; `korean_first`: which is shown at first.
std::string language_choice(bool korean_first);
/// Style sheet of that choice.
extern const char* const kLanguageStyle;

}  // namespace jaedan::report
