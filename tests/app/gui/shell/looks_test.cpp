#include "app/gui/shell/looks.h"

#include <gtest/gtest.h>

namespace jaedan::gui {
namespace {

Settings letters_of(float font_scale) {
  Settings settings;
  settings.font_scale = font_scale;
  return settings;
}

TEST(Looks, LettersGrowOnlyAsFarAsTheWindowHasRoom) {
  EXPECT_EQ(scale_for(letters_of(2), 1, 1920, 1080), 2);
  EXPECT_EQ(scale_for(letters_of(2), 1, 1280, 800), 1.5F);
  EXPECT_EQ(scale_for(letters_of(1.5F), 1, 1280, 800), 1.5F);
  EXPECT_EQ(scale_for(letters_of(2), 1, 1920, 500), 1) << "a low window, too";
  EXPECT_EQ(scale_for(letters_of(1), 2, 1280, 800), 1.75F) << "on a screen of high density";
  EXPECT_EQ(scale_for(letters_of(1), 1, 640, 480), 0.875F) << "the smallest, where nothing has room";
  EXPECT_EQ(scale_for(letters_of(1.1F), 1, 1280, 800), 1.1F) << "as the file says, though no button does";
}

}  // namespace
}  // namespace jaedan::gui
