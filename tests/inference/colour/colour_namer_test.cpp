#include "inference/colour/colour_namer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "inference/colour/colour_prototypes.h"

namespace jaedan::inference {
namespace {

struct Swatch {
  const char* name;
  int r, g, b;
};

// One shade a person would not argue about for each name, as a shop shows it.
const std::vector<Swatch>& swatches() {
  static const std::vector<Swatch> all = {
      {"black", 20, 20, 22},       {"white", 246, 246, 243}, {"grey", 135, 136, 138},     {"red", 205, 28, 36},
      {"pink", 246, 172, 190},     {"orange", 240, 125, 30}, {"beige", 216, 196, 164},    {"brown", 102, 66, 40},
      {"yellow", 250, 217, 50},    {"green", 38, 140, 62},   {"khaki", 104, 104, 66},     {"mint", 160, 225, 205},
      {"blue", 34, 92, 200},       {"navy", 24, 32, 66},     {"sky_blue", 150, 200, 236}, {"purple", 112, 48, 160},
      {"lavender", 200, 180, 232}, {"wine", 100, 22, 40},
  };
  return all;
}

constexpr int kSide = 120;

Region square(double from, double to) { return {{{{from, from}, {to, from}, {to, to}, {from, to}}}}; }

/// A white picture whose middle square has the colours of `shade(x, y)`.
template <typename Shade>
Image picture(Shade shade) {
  Image image = Image::of_size(kSide, kSide);
  std::fill(image.rgb.begin(), image.rgb.end(), 255);
  for (int y = 10; y < kSide - 10; ++y) {
    for (int x = 10; x < kSide - 10; ++x) {
      const std::vector<double> colour = shade(x, y);
      for (int c = 0; c < 3; ++c) {
        image.pixel(x, y)[c] = static_cast<std::uint8_t>(std::clamp(colour[c], 0.0, 255.0));
      }
    }
  }
  return image;
}

std::string named(const Image& image) { return name_colours(image.view(), square(10, kSide - 10)).main.id; }

std::vector<double> lit(const Swatch& swatch, double light) {
  return {swatch.r * light, swatch.g * light, swatch.b * light};
}

TEST(ColourNamer, FlatSwatchesGetTheirNames) {
  for (const Swatch& swatch : swatches()) {
    EXPECT_EQ(named(picture([&](int, int) { return lit(swatch, 1); })), swatch.name);
  }
}

TEST(ColourNamer, ShadingDoesNotChangeTheName) {
  for (const Swatch& swatch : swatches()) {
    // Round folds: the light falls to two thirds in the valleys.
    const Image image = picture([&](int x, int y) { return lit(swatch, 0.86 + 0.16 * std::sin(x * 0.25 + y * 0.05)); });
    EXPECT_EQ(named(image), swatch.name);
  }
}

TEST(ColourNamer, NoiseDoesNotChangeTheName) {
  std::uint32_t state = 1;
  const auto noise = [&] {
    state = state * 1664525u + 1013904223u;
    return (state >> 8) * (24.0 / 16777216.0) - 12.0;
  };
  for (const Swatch& swatch : swatches()) {
    const Image image = picture([&](int, int) {
      return std::vector<double>{swatch.r + noise(), swatch.g + noise(), swatch.b + noise()};
    });
    EXPECT_EQ(named(image), swatch.name);
  }
}

TEST(ColourNamer, PixelsAtTheBorderDoNotCount) {
  // The region is drawn too large by four pixels all around, on white.
  for (const Swatch& swatch : swatches()) {
    const Image image = picture([&](int, int) { return lit(swatch, 1); });
    const ColourNames names = name_colours(image.view(), square(6, kSide - 6));
    EXPECT_EQ(names.main.id, swatch.name);
    EXPECT_FALSE(names.sub.has_value()) << swatch.name << " with " << (names.sub ? names.sub->id : "");
  }
}

TEST(ColourNamer, PlainClothHasNoSubColour) {
  for (const Swatch& swatch : swatches()) {
    const Image image = picture([&](int x, int y) { return lit(swatch, 0.90 + 0.10 * std::sin(x * 0.2 + y * 0.04)); });
    const ColourNames names = name_colours(image.view(), square(10, kSide - 10));
    EXPECT_FALSE(names.sub.has_value()) << swatch.name << " with " << (names.sub ? names.sub->id : "");
  }
}

TEST(ColourNamer, StripesGiveMainAndSubColour) {
  const Swatch white = swatches()[1];
  for (const Swatch& swatch : swatches()) {
    if (std::string(swatch.name) == "white") continue;
    const Image image = picture([&](int, int y) { return lit(y % 18 < 12 ? swatch : white, 1); });
    const ColourNames names = name_colours(image.view(), square(10, kSide - 10));
    EXPECT_EQ(names.main.id, swatch.name);
    ASSERT_TRUE(names.sub.has_value()) << swatch.name;
    EXPECT_EQ(names.sub->id, "white") << swatch.name;
  }
}

TEST(ColourNamer, TheNextNameIsThatOfTheNearestOtherColour) {
  const auto names_of = [](double r, double g, double b) {
    return name_colours(picture([&](int, int) { return std::vector<double>{r, g, b}; }).view(), square(10, kSide - 10));
  };
  const ColourNames dark = names_of(24, 26, 44);  // between black and navy
  const std::set<std::string> both = {dark.main.id, dark.main.next_id};
  EXPECT_EQ(both, (std::set<std::string>{"black", "navy"}));
  EXPECT_GT(dark.main.score, dark.main.next_score);
  EXPECT_GE(dark.main.next_score, 0.01);
  for (const Swatch& swatch : swatches()) {
    const NamedColour colour = names_of(swatch.r, swatch.g, swatch.b).main;
    EXPECT_NE(colour.next_id, colour.id);
    EXPECT_EQ(colour.next_id.empty(), colour.next_score == 0);
  }
}

TEST(ColourNamer, GoldAndSilverNeedHighlights) {
  const Swatch mustard = {"yellow", 190, 150, 60};
  const Swatch grey = {"grey", 165, 166, 168};
  const auto metal = [](const Swatch& swatch) {
    return [swatch](int x, int y) {
      const double wave = std::sin(x * 0.10 + y * 0.03);
      return lit(swatch, 0.62 + 0.42 * wave + 0.75 * std::pow(std::max(0.0, wave), 5));
    };
  };
  EXPECT_EQ(named(picture(metal(mustard))), "gold");
  EXPECT_EQ(named(picture(metal(grey))), "silver");
  EXPECT_NE(named(picture([&](int, int) { return lit(mustard, 1); })), "gold");
  EXPECT_EQ(named(picture([&](int, int) { return lit(grey, 1); })), "grey");
}

TEST(ColourNamer, NeonIsBeyondGreenAndYellow) {
  EXPECT_EQ(named(picture([](int, int) { return std::vector<double>{198, 255, 40}; })), "neon");
  EXPECT_NE(named(picture([](int, int) { return std::vector<double>{250, 217, 50}; })), "neon");
}

TEST(ColourNamer, AnEmptyOrOutsideRegionHasNoName) {
  const Image image = picture([](int, int) { return std::vector<double>{0, 0, 0}; });
  EXPECT_EQ(name_colours(image.view(), Region{}).main.id, "");
  EXPECT_EQ(name_colours(image.view(), square(500, 600)).main.id, "");
  EXPECT_EQ(name_colours(ImageView{}, square(10, 20)).main.id, "");
}

TEST(ColourNamer, SomePixelsAreEnough) {
  const Image image = picture([](int, int) { return std::vector<double>{205, 28, 36}; });
  EXPECT_EQ(name_colours(image.view(), square(50, 53)).main.id, "red");
}

TEST(ColourNamer, TheSameGarmentGivesTheSameAnswer) {
  const Image image = picture([](int x, int y) { return std::vector<double>{x * 2.0, y * 2.0, 90}; });
  const ColourNames first = name_colours(image.view(), square(10, 110));
  const ColourNames second = name_colours(image.view(), square(10, 110));
  EXPECT_EQ(first.main.id, second.main.id);
  EXPECT_EQ(first.main.score, second.main.score);
}

TEST(ColourPrototypes, ScoresAddUpToOneAndComeInOrder) {
  const std::vector<ColourScore> scores = score_names(oklab_of(34, 92, 200));
  double sum = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    sum += scores[i].score;
    EXPECT_LE(scores[i].score, scores[i == 0 ? 0 : i - 1].score);
  }
  EXPECT_NEAR(sum, 1, 1e-9);
}

TEST(Oklab, MatchesThePublishedValues) {
  // From the table in Ottosson's article, by way of sRGB red.
  const Oklab red = oklab_of(255, 0, 0);
  EXPECT_NEAR(red.l, 0.62796, 1e-4);
  EXPECT_NEAR(red.a, 0.22486, 1e-4);
  EXPECT_NEAR(red.b, 0.12585, 1e-4);
  EXPECT_NEAR(oklab_of(255, 255, 255).l, 1, 1e-6);
}

}  // namespace
}  // namespace jaedan::inference
