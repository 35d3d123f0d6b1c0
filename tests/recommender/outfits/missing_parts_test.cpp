#include "recommender/outfits/missing_parts.h"

#include <gtest/gtest.h>

#include "tests/recommender/outfits/wardrobe.h"
#include "tests/support/matchers.h"

namespace jaedan::recommender::outfits {
namespace {

using namespace testing;

TEST(MissingParts, WhoSwimsLacksWhatSwimmersWear) {
  const CompatibilityModel model = learnt(beach_and_snow());
  MissingOptions options;
  options.search.bodies = {};
  ASSERT_OK_AND_ASSIGN(const MissingParts missing,
                       missing_parts(model, words({"bikini", "sandals", "sunglasses"}), options));
  ASSERT_FALSE(missing.parts.empty());
  EXPECT_EQ(missing.parts[0].type, "straw_hat");
  EXPECT_GT(missing.parts[0].gain, 0);
  EXPECT_EQ(missing.parts[0].completes, missing.outfits);
  for (const MissingPart& part : missing.parts) {
    EXPECT_NE(part.type, "bikini") << "that is there";
    EXPECT_NE(part.type, "parka");
  }
}

TEST(MissingParts, OfGarmentsAKindIsNamed) {
  const CompatibilityModel model = learnt(office_and_gym());
  const std::vector<Piece> wardrobe = {garment("top", {"category=shirt", "colour=white"}, 1, 1),
                                       garment("bottom", {"category=jogger_pants", "colour=black"}, 2, 1)};
  ASSERT_OK_AND_ASSIGN(const MissingParts missing, missing_parts(model, wardrobe));
  EXPECT_FALSE(missing.of_single_pieces);
  ASSERT_EQ(missing.parts.size(), 2u);
  EXPECT_TRUE(missing.parts[0].token == "bottom/category=slacks" || missing.parts[0].token == "top/category=hoodie");
  EXPECT_NE(missing.parts[0].token, missing.parts[1].token);
}

TEST(MissingParts, WithoutAWholeOutfitEachPieceIsAsked) {
  const CompatibilityModel model = learnt(office_and_gym());
  ASSERT_OK_AND_ASSIGN(const MissingParts missing,
                       missing_parts(model, {garment("top", {"category=shirt", "colour=white"}, 1, 1)}));
  EXPECT_TRUE(missing.of_single_pieces);
  EXPECT_EQ(missing.outfits, 1u);
  ASSERT_FALSE(missing.parts.empty());
  EXPECT_EQ(missing.parts[0].token, "bottom/category=slacks");
}

TEST(MissingParts, AnEmptyWardrobeIsSaid) {
  EXPECT_ERROR(missing_parts(learnt(office_and_gym(3)), {}), ErrorCode::kNotFound);
}

}  // namespace
}  // namespace jaedan::recommender::outfits
