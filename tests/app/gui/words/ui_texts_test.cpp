#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>
#include <string>

#include "app/gui/words/strings.h"
#include "tests/architecture/source_tree.h"

namespace jaedan::gui {
namespace {

constexpr const char* kIds[] = {
#define JAEDAN_TEXT(id, english, korean) #id,
#include "app/gui/words/ui_texts.inc"
#undef JAEDAN_TEXT
};

/// What stands in Latin letters in a Korean text too: keys, names, and the words of a filter expression.
const std::set<std::string> kNames = {"Ctrl",      "Shift", "Alt",       "Enter",  "Esc",     "Tab",      "Del",
                                      "Backspace", "Space", "K-Fashion", "OpenCV", "GrabCut", "CVAT",     "colour",
                                      "black",     "score", "worker",    "mina",   "status",  "approved", "UTC"};

/// The text without what printf replaces.
std::string without_formats(const std::string& text) {
  static const std::regex kFormat("%[-+0-9.]*(ll|z)?[a-zA-Z]");
  return std::regex_replace(text, kFormat, " ");
}

/// UTF-8 of a syllable or a letter of Hangul.
bool has_hangul(const std::string& text) {
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    const auto a = static_cast<unsigned char>(text[i]), b = static_cast<unsigned char>(text[i + 1]);
    const bool syllable = (a >= 0xEA && a <= 0xED) && !(a == 0xEA && b < 0xB0);
    const bool letter = a == 0xE3 && (b == 0x84 || b == 0x85 || b == 0x86);
    if (syllable || letter) return true;
  }
  return false;
}

TEST(UiTexts, EachIsThereInBothLanguages) {
  for (std::size_t i = 0; i < std::size(kIds); ++i) {
    EXPECT_STRNE(Strings(Language::kEnglish)(static_cast<Text>(i)), "") << kIds[i];
    EXPECT_STRNE(Strings(Language::kKorean)(static_cast<Text>(i)), "") << kIds[i];
  }
}

TEST(UiTexts, EnglishOnesAreWithoutHangul) {
  for (std::size_t i = 0; i < std::size(kIds); ++i) {
    const std::string text = Strings(Language::kEnglish)(static_cast<Text>(i));
    EXPECT_FALSE(has_hangul(text)) << kIds[i] << ": " << text;
  }
}

TEST(UiTexts, KoreanOnesHaveNoLatinWordsButNames) {
  const std::regex word("[A-Za-z]+(-[A-Za-z]+)*");
  for (std::size_t i = 0; i < std::size(kIds); ++i) {
    const std::string text = without_formats(Strings(Language::kKorean)(static_cast<Text>(i)));
    for (std::sregex_iterator found(text.begin(), text.end(), word), end; found != end; ++found) {
      const bool is_key = found->length() == 1 || std::regex_match(found->str(), std::regex("F[0-9]+"));
      EXPECT_TRUE(is_key || kNames.count(found->str())) << kIds[i] << ": " << found->str();
    }
  }
}

TEST(UiTexts, BothLanguagesTakeTheSameValues) {
  const auto formats = [](const std::string& text) {
    std::vector<std::string> found;
    static const std::regex kFormat("%(%|[-+0-9.]*(ll|z)?[a-zA-Z])");
    for (std::sregex_iterator one(text.begin(), text.end(), kFormat), end; one != end; ++one)
      found.push_back(one->str());
    return found;
  };
  for (std::size_t i = 0; i < std::size(kIds); ++i) {
    const auto text = static_cast<Text>(i);
    EXPECT_EQ(formats(Strings(Language::kEnglish)(text)), formats(Strings(Language::kKorean)(text))) << kIds[i];
  }
}

TEST(UiTexts, BothLanguagesHaveTheSameGaps) {
  const auto gaps = [](const std::string& text) {
    std::multiset<std::string> found;
    static const std::regex kGap("\\{([0-9])[^}]*\\}");
    for (std::sregex_iterator one(text.begin(), text.end(), kGap), end; one != end; ++one) found.insert((*one)[1]);
    return found;
  };
  for (std::size_t i = 0; i < std::size(kIds); ++i) {
    const auto text = static_cast<Text>(i);
    EXPECT_EQ(gaps(Strings(Language::kEnglish)(text)), gaps(Strings(Language::kKorean)(text))) << kIds[i];
  }
}

/// A gap {0} that printf is given stays as it is, and so does a %d that fill_gaps is given.
TEST(UiTexts, GapsAreFilledByWhoKnowsThem) {
  std::map<std::string, std::string> wrong;  // text → what must not fill it
  for (std::size_t i = 0; i < std::size(kIds); ++i) {
    const std::string text = Strings(Language::kEnglish)(static_cast<Text>(i));
    if (std::regex_search(text, std::regex("\\{[0-9]"))) wrong[kIds[i]] = "snprintf";
    if (text != without_formats(text)) wrong[kIds[i]] = "fill_gaps";
  }
  ASSERT_GT(wrong.size(), 20U);
  const std::regex statement("(snprintf|fill_gaps)\\(([^;]*);"), use("Text::(k[A-Za-z0-9]+)");
  for (const jaedan::testing::SourceFile& file : jaedan::testing::source_files({"app/gui"}, {".cpp", ".h"})) {
    for (std::sregex_iterator call(file.text.begin(), file.text.end(), statement), end; call != end; ++call) {
      const std::string arguments = (*call)[2];
      for (std::sregex_iterator found(arguments.begin(), arguments.end(), use); found != end; ++found) {
        const auto row = wrong.find((*found)[1]);
        EXPECT_FALSE(row != wrong.end() && row->second == (*call)[1]) << file.path << ": " << (*found)[1];
      }
    }
  }
}

TEST(UiTexts, EachIsUsedSomewhere) {
  std::set<std::string> used;
  const std::regex use("Text::(k[A-Za-z0-9]+)");
  for (const jaedan::testing::SourceFile& file : jaedan::testing::source_files({"app/gui"}, {".cpp", ".h"})) {
    for (std::sregex_iterator found(file.text.begin(), file.text.end(), use), end; found != end; ++found) {
      used.insert((*found)[1].str());
    }
  }
  for (const char* id : kIds) EXPECT_TRUE(used.count(id)) << id << " is used by no source file";
}

}  // namespace
}  // namespace jaedan::gui
