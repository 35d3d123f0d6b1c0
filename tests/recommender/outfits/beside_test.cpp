#include "recommender/outfits/beside.h"

#include <gtest/gtest.h>

#include "tests/recommender/outfits/wardrobe.h"
#include "tests/support/matchers.h"

namespace jaedan::recommender::outfits {
namespace {

using namespace testing;

const CompatibilityModel& model() {
  static const CompatibilityModel kModel = learnt(office_and_gym());
  return kModel;
}

TEST(Beside, TheBestIsWhatIsWornWithIt) {
  const Piece shirt = garment("top", {"category=shirt", "colour=white"});
  const std::vector<Piece> bottoms = {garment("bottom", {"category=jogger_pants", "colour=black"}),
                                      garment("bottom", {"category=slacks", "colour=black"})};
  ASSERT_OK_AND_ASSIGN(const auto found, best_beside(model(), pointers_to(bottoms), {&shirt}));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].piece, 1u);
  EXPECT_NEAR(found[0].score, found[0].compatibility + 0.5 * found[0].harmony.value(), 1e-12);
  ASSERT_EQ(found[0].reasons.size(), 1u);
  EXPECT_NEAR(found[0].reasons[0].gain, found[0].compatibility, 1e-12) << "alone it says all there is to say";
}

TEST(Beside, WhoSpeaksMostForItComesFirst) {
  const Piece coat = garment("outer", {"category=coat"}), shirt = garment("top", {"category=shirt"});
  const std::vector<Piece> bottoms = {garment("bottom", {"category=slacks"})};
  ASSERT_OK_AND_ASSIGN(const auto found, best_beside(model(), pointers_to(bottoms), {&coat, &shirt}));
  ASSERT_EQ(found[0].reasons.size(), 2u);
  EXPECT_EQ(found[0].reasons[0].other, 1u) << "the model never saw a coat";
  EXPECT_EQ(found[0].reasons[1].gain, 0);
}

TEST(Beside, AModelThatLearntNothingLeavesColoursAndTaste) {
  const CompatibilityModel nothing;
  const Piece orange = garment("top", {"colour=orange"});
  const std::vector<Piece> bottoms = {garment("bottom", {"colour=green"}), garment("bottom", {"colour=black"}),
                                      garment("bottom", {"colour=green", "fit=loose"}),
                                      garment("bottom", {"fit=slim"})};
  ASSERT_OK_AND_ASSIGN(const auto by_colour, best_beside(nothing, pointers_to(bottoms), {&orange}));
  EXPECT_EQ(by_colour[0].piece, 1u);
  EXPECT_EQ(by_colour[1].piece, 3u) << "an unknown colour is neither good nor bad";
  EXPECT_FALSE(by_colour[1].harmony);
  EXPECT_EQ(by_colour[2].piece, 0u) << "equals by their places";
  const PieceTaste taste({{{"fit", "loose"}}, {}}, pointers_to(bottoms), {});
  SearchOptions options;
  options.taste = &taste;
  options.taste_weight = 2;
  options.results = 1;
  ASSERT_OK_AND_ASSIGN(const auto to_taste, best_beside(nothing, pointers_to(bottoms), {&orange}, options));
  ASSERT_EQ(to_taste.size(), 1u);
  EXPECT_EQ(to_taste[0].piece, 2u);
}

TEST(Beside, NothingBesideNothingIsNothing) {
  ASSERT_OK_AND_ASSIGN(const auto none, best_beside(model(), {}, {}));
  EXPECT_TRUE(none.empty());
  const std::vector<Piece> alone = {garment("top", {"category=shirt"})};
  ASSERT_OK_AND_ASSIGN(const auto one, best_beside(model(), pointers_to(alone), {}));
  ASSERT_EQ(one.size(), 1u);
  EXPECT_EQ(one[0].compatibility, 0);
}

}  // namespace
}  // namespace jaedan::recommender::outfits
