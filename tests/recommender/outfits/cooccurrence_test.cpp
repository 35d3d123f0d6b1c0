#include "recommender/outfits/cooccurrence.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/recommender/outfits/wardrobe.h"

namespace jaedan::recommender::outfits {
namespace {

using namespace testing;

const std::vector<Outfit>& four_outfits() {
  static const std::vector<Outfit> kOutfits = {table_row("1", {"shirt", "jeans"}), table_row("2", {"shirt", "jeans"}),
                                               table_row("3", {"shirt", "skirt"}), table_row("4", {"hat", "skirt"})};
  return kOutfits;
}

TEST(Cooccurrence, PopularityCountsOutfits) {
  const Cooccurrence counted = Cooccurrence::of(four_outfits());
  EXPECT_NEAR(counted.popularity(word("shirt")), std::log(3.5), 1e-12);
  EXPECT_NEAR(counted.popularity(word("hat")), std::log(1.5), 1e-12);
  EXPECT_NEAR(counted.popularity(word("cape")), std::log(0.5), 1e-12);
}

TEST(Cooccurrence, MutualInformationIsAgainstChance) {
  const Cooccurrence counted = Cooccurrence::of(four_outfits());
  const std::vector<Piece> shirt = words({"shirt"});
  EXPECT_NEAR(counted.mutual_information(word("jeans"), pointers_to(shirt)), std::log(2.5 * 4 / (2.5 * 3.5)), 1e-12);
  EXPECT_LT(counted.mutual_information(word("hat"), pointers_to(shirt)), 0) << "never together";
  EXPECT_EQ(counted.mutual_information(word("cape"), pointers_to(shirt)), 0);
  EXPECT_EQ(counted.mutual_information(word("jeans"), {}), 0);
}

// Jeans are worn with shirts, skirts with shirts and hats: (2, 0) and (1, 1).
TEST(Cooccurrence, SimilarityComparesWhatThingsAreWornWith) {
  const Cooccurrence counted = Cooccurrence::of(four_outfits());
  const std::vector<Piece> jeans = words({"jeans"});
  EXPECT_NEAR(counted.similarity(word("skirt"), pointers_to(jeans)), 1 / std::sqrt(2.0), 1e-12);
  EXPECT_NEAR(counted.similarity(word("jeans"), pointers_to(jeans)), 1, 1e-12);
  EXPECT_EQ(counted.similarity(word("hat"), {}), 0);
}

TEST(Cooccurrence, NothingIsKnownOfNoOutfits) {
  const Cooccurrence counted = Cooccurrence::of({});
  const std::vector<Piece> hat = words({"hat"});
  EXPECT_EQ(counted.similarity(word("hat"), pointers_to(hat)), 0);
  EXPECT_EQ(counted.mutual_information(word("hat"), pointers_to(hat)), 0);
}

}  // namespace
}  // namespace jaedan::recommender::outfits
