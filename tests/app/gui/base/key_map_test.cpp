#include "app/gui/base/key_map.h"

#include <gtest/gtest.h>

namespace jaedan::gui {
namespace {

const std::vector<ActionInfo>& actions() {
  static const std::vector<ActionInfo> kActions = {
      {"next_photo", {"D", "F", "PageDown"}, Text::kNextPhoto, ActionGroup::kPhotos, true, {}},
      {"rectangle_tool", "R", Text::kRectangleTool, ActionGroup::kDraw, false, {}},
      {"brush_tool", "B", Text::kBrushTool, ActionGroup::kDraw, false, {}},
      {"help", "F1", Text::kHelp, ActionGroup::kView, false, {}},
      {"settings", "F2", Text::kSettings, ActionGroup::kView, false, {}},
      {"keep_mine", "", Text::kKeepMine, ActionGroup::kPhotos, false, {}},
  };
  return kActions;
}

TEST(KeyMap, ThePresetsDifferInTheNextPhoto) {
  const KeyMap desktop(actions(), KeyPreset::kDesktop), cvat(actions(), KeyPreset::kCvat);
  EXPECT_EQ(desktop.text_of("next_photo"_action), "D");
  EXPECT_EQ(cvat.text_of("next_photo"_action), "F");
  EXPECT_TRUE(desktop.find(*parse_chord("D"))->repeats);
}

TEST(KeyMap, ASecondKeyDoesTheSameUnderAnIdOfItsOwn) {
  const KeyMap keys(actions(), KeyPreset::kDesktop, {{"next_photo_2", "N"}});
  EXPECT_EQ(keys.action_of(*parse_chord("N")), "next_photo"_action);
  EXPECT_EQ(keys.action_of(*parse_chord("D")), "next_photo"_action);
  EXPECT_EQ(keys.action_of(*parse_chord("PageDown")), ActionId{});
  EXPECT_TRUE(keys.by_id("next_photo_2")->standard == *parse_chord("PageDown"));
}

TEST(KeyMap, WhatOnlyButtonsLeadToHasNoKey) {
  EXPECT_EQ(KeyMap(actions(), KeyPreset::kDesktop).by_id("keep_mine"), nullptr);
}

TEST(KeyMap, AChosenKeyGoesBeforeWhatThePresetSays) {
  const KeyMap keys(actions(), KeyPreset::kDesktop, {{"rectangle_tool", "B"}});
  EXPECT_EQ(keys.action_of(*parse_chord("B")), "rectangle_tool"_action);
  EXPECT_EQ(keys.find(*parse_chord("R")), nullptr);
  EXPECT_EQ(keys.text_of("brush_tool"_action), "") << "a key means one thing";
  EXPECT_TRUE(keys.by_id("rectangle_tool")->changed);
}

TEST(KeyMap, NoKeyAndNonsenseLeaveNone) {
  const KeyMap keys(actions(), KeyPreset::kDesktop,
                    {{"help", ""}, {"settings", "Hyper+Q"}, {"of_another_version", "Q"}});
  EXPECT_EQ(keys.text_of("help"_action), "");
  EXPECT_EQ(keys.text_of("settings"_action), "");
  EXPECT_EQ(keys.find(Chord{}), nullptr);
  EXPECT_EQ(keys.text_of("brush_tool"_action), "B");
  EXPECT_EQ(keys.by_id("of_another_version"), nullptr);
}

TEST(Chord, AKeyWithoutANameIsNotTakenForAnother) {
  EXPECT_EQ(text_of(Chord{321, 0}), "") << "a keypad's 1";
  EXPECT_EQ(text_of(Chord{301, 0}), "F12");
  EXPECT_TRUE(is_modifier(parse_chord("Ctrl")->key));
  EXPECT_FALSE(is_modifier(parse_chord("K")->key));
}

TEST(Chord, DigitsAreThoseAboveTheLettersAndThoseOfTheKeypad) {
  EXPECT_EQ(digit_of(parse_chord("0")->key), 0);
  EXPECT_EQ(digit_of(parse_chord("9")->key), 9);
  EXPECT_EQ(digit_of(321), 1) << "a keypad's 1";
  EXPECT_EQ(digit_of(parse_chord("K")->key), std::nullopt);
  EXPECT_TRUE(is_letter_key(parse_chord("K")->key));
  EXPECT_FALSE(is_letter_key(parse_chord("Enter")->key));
}

TEST(Chord, NonsenseIsNoKey) {
  EXPECT_FALSE(parse_chord("").has_value());
  EXPECT_FALSE(parse_chord("Ctrl+").has_value());
  EXPECT_FALSE(parse_chord("Hyper+A").has_value());
}

}  // namespace
}  // namespace jaedan::gui
