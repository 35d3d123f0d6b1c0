#include "recommender/outfits/piece_taste.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/recommender/outfits/wardrobe.h"

namespace jaedan::recommender::outfits {
namespace {

using namespace testing;

Piece top(const std::string& colour) { return garment("top", {"colour=" + colour}); }

/// Three black tops and a white one; one bottom of which no colour is known.
std::vector<Outfit> everyone() {
  return {{"1", {top("black"), top("black")}}, {"2", {top("black"), top("white")}}, {"3", {garment("bottom", {})}}};
}

PieceTaste wishing(const std::vector<LabelValue>& values) { return {{values, {}}, everyone(), {}}; }

TEST(PieceTaste, NobodyInParticularLikesAllTheSame) {
  const PieceTaste nobody = wishing({});
  EXPECT_EQ(nobody.of(top("white")), 0);
  EXPECT_EQ(nobody.of(PieceList{}), 0);
}

TEST(PieceTaste, AStatedValueIsLikedAsTheRuleOfPreferencesSays) {
  const PieceTaste wants_white = wishing({{"colour", "white"}});
  // A stated value counts as 10 garments, beside 5 like all others; all: 1 of 4 is white, and each value one more.
  const double of_all = 2.0 / 6;
  EXPECT_NEAR(wants_white.of(top("white")), std::tanh(std::log((10 + 5 * of_all) / 15 / of_all)), 1e-12);
  EXPECT_LT(wants_white.of(top("black")), 0);
  EXPECT_EQ(wants_white.of(garment("bottom", {})), 0) << "its colour is not known";
}

TEST(PieceTaste, AValueOfOneTypeSaysNothingOfOthers) {
  std::vector<Outfit> all = everyone();
  all[2].pieces[0].tokens = {"bottom/colour=white"};
  const PieceTaste white_tops({{{"top/colour", "white"}}, {}}, all, {});
  EXPECT_GT(white_tops.of(top("white")), 0);
  EXPECT_EQ(white_tops.of(garment("bottom", {"colour=white"})), 0);
  const PieceTaste white({{{"colour", "white"}}, {}}, all, {});
  EXPECT_GT(white.of(top("white")), white.of(top("black")));
  EXPECT_GT(white.of(top("white")), 0) << "tops and bottoms alike";
}

TEST(PieceTaste, SeveralStatedValuesAreEquallyWelcome) {
  std::vector<Outfit> all = everyone();
  all.push_back({"4", {top("red"), top("red")}});
  const PieceTaste both({{{"colour", "white"}, {"colour", "red"}}, {}}, all, {});
  EXPECT_GT(both.of(top("white")), 0);
  EXPECT_GT(both.of(top("red")), 0);
  EXPECT_LT(both.of(top("black")), 0);
}

TEST(PieceTaste, APersonIsWhatTheyWear) {
  const Outfit white = {"own", {top("white")}};
  const PieceTaste after_one({}, everyone(), {white});
  const PieceTaste after_many({}, everyone(), std::vector<Outfit>(50, white));
  EXPECT_GT(after_one.of(top("white")), after_one.of(top("black")));
  EXPECT_GT(after_many.of(top("white")), after_one.of(top("white"))) << "who approved much is known better";
  EXPECT_LT(after_many.of(garment("bottom", {})), 0) << "they never wear one";
}

TEST(PieceTaste, OfSeveralPiecesItIsTheMean) {
  const PieceTaste taste = wishing({{"colour", "white"}});
  const Piece white = top("white"), black = top("black");
  EXPECT_NEAR(taste.of({&white, &black}), (taste.of(white) + taste.of(black)) / 2, 1e-12);
}

}  // namespace
}  // namespace jaedan::recommender::outfits
