#include "recommender/outfits/preferences.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/recommender/outfits/wardrobe.h"

namespace jaedan::recommender::outfits {
namespace {

using namespace testing;

/// Three black tops and a white one; one bottom of which no colour is known.
std::vector<Outfit> everyone() {
  const auto top = [](const std::string& colour) { return garment("top", {"colour=" + colour}); };
  return {{"1", {top("black"), top("black")}}, {"2", {top("black"), top("white")}}, {"3", {garment("bottom", {})}}};
}

TEST(TokenShares, AShareIsAmongThePiecesThatAnswerTheQuestion) {
  const TokenShares shares = TokenShares::of(everyone());
  EXPECT_EQ(shares.count("top/colour=black"), 3);
  EXPECT_EQ(shares.asked("top/colour=white"), 4);
  EXPECT_DOUBLE_EQ(shares.share("top/colour=white"), 1.5 / 5);
  EXPECT_DOUBLE_EQ(shares.share("top"), 4.5 / 6);
  EXPECT_EQ(shares.share("top/print=dots"), 0);
}

TEST(Preferences, NobodyInParticularShiftsNothing) {
  const Preferences nobody(everyone());
  EXPECT_EQ(nobody.shift(garment("top", {"colour=white"})), 0);
  EXPECT_EQ(nobody.shift(PieceList{}), 0);
}

TEST(Preferences, AWantedValueShiftsByTheStatedLogRatio) {
  Preferences wants_white(everyone());
  wants_white.want("colour=white");
  const double share = 1.5 / 5;
  EXPECT_NEAR(wants_white.shift(garment("top", {"colour=white"})), std::log(0.5 + 0.5 / share), 1e-12);
  EXPECT_NEAR(wants_white.shift(garment("top", {"colour=black"})), std::log(0.5), 1e-12);
  EXPECT_EQ(wants_white.shift(garment("bottom", {})), 0) << "its colour is not known";
  Preferences of_bottoms(everyone());
  of_bottoms.want("bottom/colour=white");
  EXPECT_EQ(of_bottoms.shift(garment("top", {"colour=white"})), 0) << "another type's";
}

TEST(Preferences, SeveralWantedValuesAreEquallyWelcome) {
  Preferences both(everyone());
  both.want("colour=white");
  both.want("colour=black");
  EXPECT_GT(both.shift(garment("top", {"colour=white"})), 0);
  EXPECT_GT(both.shift(garment("top", {"colour=black"})), 0);
}

TEST(Preferences, APersonIsWhatTheyApproved) {
  const Outfit white = {"own", {garment("top", {"colour=white"})}};
  Preferences person(everyone());
  person.set_person({white});
  const double after_one = person.shift(garment("top", {"colour=white"}));
  EXPECT_GT(after_one, 0);
  EXPECT_LT(person.shift(garment("top", {"colour=black"})), after_one);
  person.set_person(std::vector<Outfit>(50, white));
  EXPECT_GT(person.shift(garment("top", {"colour=white"})), 2 * after_one) << "who approved much is known better";
  EXPECT_LT(person.shift(garment("top", {"colour=black"})), 0);
  const double of_word = std::log((1 + 10 * 0.75) / 11 / 0.75);
  const double of_colour = std::log((1 + 10 * 0.3) / 11 / 0.3);
  EXPECT_NEAR(after_one, (of_word + of_colour) / 2, 1e-12);
}

}  // namespace
}  // namespace jaedan::recommender::outfits
