#include "app/gui/base/theme.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "labeling/domain/part_colours.h"

namespace jaedan::gui {
namespace {

/// Relative luminance of sRGB, as WCAG 2 defines it.
double luminance(Colour colour) {
  const auto linear = [](Colour channel) {
    const double c = (channel & 0xFF) / 255.0;
    return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour >> 16);
}

double contrast(Colour a, Colour b) {
  const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
  return (light + 0.05) / (dark + 0.05);
}

TEST(Theme, WordsAreReadOnWhatTheyStandOn) {
  for (const ThemeKind kind : {ThemeKind::kDark, ThemeKind::kLight}) {
    const Theme t = make_theme(kind);
    const std::pair<Colour, Colour> pairs[] = {
        {t.text, t.panel},  {t.text, t.card},  {t.text, t.card_hot},    {t.text, t.accent_soft},
        {t.muted, t.panel}, {t.muted, t.card}, {t.on_accent, t.accent}, {t.on_soft, t.accent_soft},
        {t.good, t.panel},  {t.warn, t.panel}, {t.bad, t.panel},        {t.model, t.panel}};
    for (std::size_t i = 0; i < std::size(pairs); ++i) {
      EXPECT_GE(contrast(pairs[i].first, pairs[i].second), 4.5) << static_cast<int>(kind) << ", pair " << i;
    }
  }
}

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
