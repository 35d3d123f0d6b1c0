#include "labeling/synth/random.h"

#include <gtest/gtest.h>

#include "labeling/synth/palette.h"
#include "labeling/synth/weighted_words.h"

namespace jaedan::labeling::synth {
namespace {

TEST(Random, TheSameSeedGivesTheSameNumbers) {
  Random a(7);
  Random b(7);
  Random other(8);
  bool differs = false;
  for (int i = 0; i < 100; ++i) {
    const std::uint64_t bits = a.bits();
    EXPECT_EQ(bits, b.bits());
    differs |= bits != other.bits();
  }
  EXPECT_TRUE(differs);
}

TEST(Random, AForkDoesNotDependOnWhatWasDrawnBefore) {
  Random fresh(5);
  Random used(5);
  for (int i = 0; i < 10; ++i) {
    used.bits();
  }
  EXPECT_EQ(fresh.fork(3).bits(), used.fork(3).bits());
  EXPECT_NE(fresh.fork(3).bits(), fresh.fork(4).bits());
}

TEST(Random, NumbersStayInTheirRange) {
  Random random(1);
  bool low = false;
  bool high = false;
  double sum = 0;
  for (int i = 0; i < 2000; ++i) {
    const double u = random.uniform(-2, 3);
    EXPECT_GE(u, -2);
    EXPECT_LT(u, 3);
    const int k = random.integer(4, 6);
    EXPECT_GE(k, 4);
    EXPECT_LE(k, 6);
    low |= k == 4;
    high |= k == 6;
    sum += random.normal(10, 2);
  }
  EXPECT_TRUE(low && high);
  EXPECT_NEAR(sum / 2000, 10, 0.2);
}

TEST(WeightedWords, WordsComeInProportion) {
  Random random(2);
  int a = 0;
  int none = 0;
  for (int i = 0; i < 4000; ++i) {
    const std::string word = draw_word("a:3 - b:0", random);
    EXPECT_NE(word, "b");
    a += word == "a";
    none += word.empty();
  }
  EXPECT_NEAR(a / 4000.0, 0.75, 0.04);
  EXPECT_EQ(a + none, 4000);
  EXPECT_EQ(draw_word("", random), "");
}

TEST(Palette, KnowsTheTwentyOneColours) {
  EXPECT_EQ(colour_names().size(), 21u);
  Random random(3);
  for (const std::string& name : colour_names()) {
    EXPECT_EQ(dye_of(name, random).name, name);
  }
}

}  // namespace
}  // namespace jaedan::labeling::synth
