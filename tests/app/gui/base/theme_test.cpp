#include "app/gui/base/theme.h"

#include <gtest/gtest.h>

#include "labeling/domain/part_colours.h"

namespace jaedan::gui {
namespace {

TEST(Theme, APartHasTheColourThatOverlaysAndReportsGiveIt) {
  for (const ThemeKind kind : {ThemeKind::kDark, ThemeKind::kLight}) {
    for (const Part part : kAllParts) {
      const jaedan::Colour wanted = colour_of(part);
      const Colour shown = make_theme(kind).part(part);  // 0xAABBGGRR
      EXPECT_EQ(shown & 0xFF, wanted.r) << id_of(part);
      EXPECT_EQ(shown >> 8 & 0xFF, wanted.g) << id_of(part);
      EXPECT_EQ(shown >> 16 & 0xFF, wanted.b) << id_of(part);
      EXPECT_EQ(shown >> 24, 255U) << id_of(part);
    }
  }
}

}  // namespace
}  // namespace jaedan::gui
