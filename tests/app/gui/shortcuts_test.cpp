#include "app/gui/shortcuts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>

namespace jaedan::gui {
namespace {

constexpr KeyPreset kPresets[] = {KeyPreset::kDesktop, KeyPreset::kCvat};

TEST(Shortcuts, NoKeyMeansTwoThings) {
  for (const KeyPreset preset : kPresets) {
    const auto& all = shortcuts_of(preset);
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t k = i + 1; k < all.size(); ++k) {
        EXPECT_FALSE(all[i].chord == all[k].chord) << text_of(all[i].chord);
      }
    }
  }
}

TEST(Shortcuts, EveryKeyCanBeWrittenAndReadBack) {
  for (const KeyPreset preset : kPresets) {
    for (const Shortcut& shortcut : shortcuts_of(preset)) {
      const std::string text = text_of(shortcut.chord);
      ASSERT_TRUE(parse_chord(text).has_value()) << text;
      EXPECT_TRUE(*parse_chord(text) == shortcut.chord) << text;
    }
  }
}

TEST(Shortcuts, ThePresetsDifferInTheNextPhoto) {
  EXPECT_EQ(chord_text(KeyPreset::kDesktop, Ask::kNextPhoto), "D");
  EXPECT_EQ(chord_text(KeyPreset::kDesktop, Ask::kPreviousPhoto), "A");
  EXPECT_EQ(chord_text(KeyPreset::kCvat, Ask::kNextPhoto), "F");
  EXPECT_EQ(chord_text(KeyPreset::kCvat, Ask::kPreviousPhoto), "D");
}

TEST(Shortcuts, NonsenseIsNoKey) {
  EXPECT_FALSE(parse_chord("").has_value());
  EXPECT_FALSE(parse_chord("Ctrl+").has_value());
  EXPECT_FALSE(parse_chord("Hyper+A").has_value());
}

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
