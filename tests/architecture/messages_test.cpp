// Every message has one key, one English sentence and one Korean one.
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>

#include "tests/architecture/source_tree.h"

namespace jaedan::testing {
namespace {

constexpr char kLiteral[] = "\"((?:[^\"\\\\\n]|\\\\.)*)\"";

struct Said {
  std::string sentence;
  std::string file;
};

/// The literals that stand one after another from `at` on, as the compiler joins them.
std::string joined_literals(const std::string& text, std::size_t at) {
  static const std::regex next("\\s*" + std::string(kLiteral));
  std::string whole;
  for (std::smatch found; std::regex_search(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), found, next,
                                            std::regex_constants::match_continuous);) {
    whole += found[1];
    at += static_cast<std::size_t>(found.length());
  }
  return whole;
}

/// Each `"key.of_it", "sentence"` of the sources: how a Message is written.
std::multimap<std::string, Said> read_messages() {
  const std::regex key("\"([a-z][a-z0-9_]+\\.[a-z][a-z0-9_]*)\",\\s*(?=\")");
  const std::regex file_name("\\.(png|jpg|jpeg|json|txt|csv|db|html|xml|yaml|yml|st|safetensors|pt|so|ttf)$");
  std::multimap<std::string, Said> found;
  for (const SourceFile& file : product_code()) {
    if (file.below("app/gui/words/")) continue;
    for (std::sregex_iterator it(file.text.begin(), file.text.end(), key), end; it != end; ++it) {
      const std::string name = (*it)[1];
      if (std::regex_search(name, file_name)) continue;
      const auto at = static_cast<std::size_t>(it->position() + it->length());
      found.insert({name, {joined_literals(file.text, at), file.path}});
    }
  }
  return found;
}

const std::multimap<std::string, Said>& messages_in_code() {
  static const std::multimap<std::string, Said> messages = read_messages();
  return messages;
}

std::multimap<std::string, Said> korean_rows() {
  const std::regex row("JAEDAN_MESSAGE\\(\"([^\"]+)\",\\s*");
  std::multimap<std::string, Said> found;
  for (const SourceFile& file : source_files({"app/gui/words/messages"}, {".inc"})) {
    for (std::sregex_iterator it(file.text.begin(), file.text.end(), row), end; it != end; ++it) {
      const auto at = static_cast<std::size_t>(it->position() + it->length());
      found.insert({(*it)[1], {joined_literals(file.text, at), file.path}});
    }
  }
  return found;
}

std::set<std::string> gaps_of(const std::string& sentence) {
  const std::regex gap("\\{([0-9])(\\|[^}]*)?\\}");  // what is counted is English alone
  return {std::sregex_token_iterator(sentence.begin(), sentence.end(), gap, 1), std::sregex_token_iterator()};
}

TEST(Messages, AKeyHasOneEnglishSentence) {
  std::map<std::string, Said> first;
  for (const auto& [key, said] : messages_in_code()) {
    const auto& known = first.insert({key, said}).first->second;
    EXPECT_EQ(known.sentence, said.sentence) << key << " in " << known.file << " and " << said.file;
  }
  EXPECT_GT(first.size(), 300u) << "the way to write a message is no longer found";
}

TEST(Messages, EveryKeyHasOneKoreanSentenceWithTheSameGaps) {
  const auto rows = korean_rows();
  const std::regex hangul("[\xEA-\xED][\x80-\xBF][\x80-\xBF]");
  for (const auto& [key, said] : messages_in_code()) {
    EXPECT_EQ(rows.count(key), 1u) << key << " of " << said.file << ": \"" << said.sentence << "\"";
    if (rows.count(key) == 0 || key == "name.in_both") continue;  // each language takes its own gap
    const std::string korean = rows.find(key)->second.sentence;
    EXPECT_EQ(gaps_of(korean), gaps_of(said.sentence)) << key << ": " << korean;
    EXPECT_TRUE(std::regex_search(korean, hangul)) << key << ": " << korean;
  }
}

TEST(Messages, NoKoreanSentenceIsLeftOver) {
  const auto said = messages_in_code();
  for (const auto& [key, korean] : korean_rows()) EXPECT_GT(said.count(key), 0u) << key << " in " << korean.file;
}

}  // namespace
}  // namespace jaedan::testing
