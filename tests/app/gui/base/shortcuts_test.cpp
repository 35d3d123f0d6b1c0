#include "app/gui/base/shortcuts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <set>
#include <string>

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

TEST(Shortcuts, IdsAreThereOnce) {
  std::set<std::string> ids;
  for (const Shortcut& shortcut : shortcuts_of(KeyPreset::kDesktop)) EXPECT_TRUE(ids.insert(shortcut.id).second);
  for (const Shortcut& shortcut : shortcuts_of(KeyPreset::kCvat)) EXPECT_EQ(ids.count(shortcut.id), 1U) << shortcut.id;
}

TEST(KeyMap, ThePresetsDifferInTheNextPhoto) {
  const KeyMap desktop(KeyPreset::kDesktop), cvat(KeyPreset::kCvat);
  EXPECT_EQ(desktop.text_of(Ask::kNextPhoto), "D");
  EXPECT_EQ(desktop.text_of(Ask::kPreviousPhoto), "A");
  EXPECT_EQ(cvat.text_of(Ask::kNextPhoto), "F");
  EXPECT_EQ(cvat.text_of(Ask::kPreviousPhoto), "D");
}

TEST(KeyMap, AChosenKeyGoesBeforeWhatThePresetSays) {
  const KeyMap keys(KeyPreset::kDesktop, {{"rectangle_tool", "B"}});
  ASSERT_NE(keys.find(*parse_chord("B")), nullptr);
  EXPECT_EQ(keys.find(*parse_chord("B"))->ask, Ask::kRectangleTool);
  EXPECT_EQ(keys.find(*parse_chord("R")), nullptr);
  EXPECT_EQ(keys.text_of(Ask::kBrushTool), "") << "a key means one thing";
  EXPECT_TRUE(keys.by_id("rectangle_tool")->changed);
}

TEST(KeyMap, NoKeyAndNonsenseLeaveNone) {
  const KeyMap keys(KeyPreset::kDesktop, {{"help", ""}, {"settings", "Hyper+Q"}, {"of_another_version", "Q"}});
  EXPECT_EQ(keys.text_of(Ask::kHelp), "");
  EXPECT_EQ(keys.text_of(Ask::kSettings), "");
  EXPECT_EQ(keys.find(Chord{}), nullptr);
  EXPECT_EQ(keys.text_of(Ask::kClickTool), "Q");
  EXPECT_EQ(keys.by_id("of_another_version"), nullptr);
}

TEST(Shortcuts, AKeyWithoutANameIsNotTakenForAnother) {
  EXPECT_EQ(text_of(Chord{321, 0}), "") << "a keypad's 1";
  EXPECT_EQ(text_of(Chord{301, 0}), "F12");
  EXPECT_TRUE(is_modifier(parse_chord("Ctrl")->key));
  EXPECT_FALSE(is_modifier(parse_chord("K")->key));
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
