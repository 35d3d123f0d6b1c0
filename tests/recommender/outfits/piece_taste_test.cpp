#include "recommender/outfits/piece_taste.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/recommender/outfits/wardrobe.h"

namespace jaedan::recommender::outfits {
namespace {

using namespace testing;

Piece top(const std::string& colour) { return garment("top", {"colour=" + colour}); }

/// Three black tops and a white one; one bottom of which no colour is known.
std::vector<Piece> everyone() {
  return {top("black"), top("black"), top("black"), top("white"), garment("bottom", {})};
}

PieceTaste taste_of(const std::vector<LabelValue>& values, const std::vector<Piece>& all,
                    const std::vector<Piece>& theirs = {}) {
  return {{values, {}}, pointers_to(all), pointers_to(theirs)};
}
PieceTaste wishing(const std::vector<LabelValue>& values) { return taste_of(values, everyone()); }

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
  std::vector<Piece> all = everyone();
  all.back().tokens = {"bottom/colour=white"};
  const PieceTaste white_tops = taste_of({{"top/colour", "white"}}, all);
  EXPECT_GT(white_tops.of(top("white")), 0);
  EXPECT_EQ(white_tops.of(garment("bottom", {"colour=white"})), 0);
  const PieceTaste white = taste_of({{"colour", "white"}}, all);
  EXPECT_GT(white.of(top("white")), white.of(top("black")));
  EXPECT_GT(white.of(top("white")), 0) << "tops and bottoms alike";
}

TEST(PieceTaste, SeveralStatedValuesAreEquallyWelcome) {
  std::vector<Piece> all = everyone();
  all.insert(all.end(), 2, top("red"));
  const PieceTaste both = taste_of({{"colour", "white"}, {"colour", "red"}}, all);
  EXPECT_GT(both.of(top("white")), 0);
  EXPECT_GT(both.of(top("red")), 0);
  EXPECT_LT(both.of(top("black")), 0);
}

TEST(PieceTaste, APersonIsWhatTheyWear) {
  const PieceTaste after_one = taste_of({}, everyone(), {top("white")});
  const PieceTaste after_many = taste_of({}, everyone(), std::vector<Piece>(50, top("white")));
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
