#include "app/gui/panels/photo_title.h"

#include <gtest/gtest.h>

#include "tests/app/gui/panels/null_window.h"

namespace jaedan::gui::testing {
namespace {

Rect strip(const NullWindow& window) {
  const Rect left = left_side(window), right = right_side(window);
  return {left.right(), left.y, right.x - left.right(), 46.0 * window.looks().font_scale};
}

TEST(PhotoTitle, SaysThePlaceInBothLanguages) {
  EXPECT_EQ(place_in_list(Strings(Language::kEnglish), 2, 30), "3 of 30");
  EXPECT_EQ(place_in_list(Strings(Language::kKorean), 2, 30), "3 / 30");
  EXPECT_EQ(place_in_list(Strings(Language::kEnglish), 1199999, 1234567), "1,200,000 of 1,234,567");
  EXPECT_EQ(place_in_list(Strings(Language::kEnglish), std::nullopt, 30), "") << "filtered out";
}

TEST(PhotoTitle, NameAndPlaceFitBesideEachOtherInEveryLook) {
  for (const std::string& name : {std::string("1070263"), std::string(300, 'w')}) {
    draw_in_all_looks(
        strip, false, [&] { return [name](const Ui& ui) { photo_title(ui, name, "1,200,000 of 1,234,567"); }; },
        [](const NullWindow& window) {
          ASSERT_TRUE(window.shows("photo.name"));
          EXPECT_LE(window.items().find("photo.name")->rect.right(), window.items().find("photo.place")->rect.x);
        });
  }
}

}  // namespace
}  // namespace jaedan::gui::testing
