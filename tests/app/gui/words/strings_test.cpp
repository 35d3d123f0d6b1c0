#include "app/gui/words/strings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <string>

namespace jaedan::gui {
namespace {

TEST(Strings, EveryTextIsThereInBothLanguages) {
  for (int i = 0; i < static_cast<int>(Text::kCount); ++i) {
    for (const Language language : {Language::kKorean, Language::kEnglish}) {
      EXPECT_GT(std::strlen(Strings(language)(static_cast<Text>(i))), 0u) << i;
    }
  }
}

TEST(Strings, FormatsTakeTheSameArgumentsInBothLanguages) {
  const auto arguments = [](const char* text) {
    std::string found;
    for (const char* p = std::strchr(text, '%'); p; p = std::strchr(p, '%')) {
      const std::size_t length = std::min(std::strcspn(p + 1, "dsufzl% ") + 2, std::strlen(p));
      found += std::string(p, length) + ";";
      p += length;
    }
    return found;
  };
  for (int i = 0; i < static_cast<int>(Text::kCount); ++i) {
    const auto text = static_cast<Text>(i);
    EXPECT_EQ(arguments(Strings(Language::kKorean)(text)), arguments(Strings(Language::kEnglish)(text)))
        << Strings(Language::kEnglish)(text);
  }
}

}  // namespace
}  // namespace jaedan::gui
