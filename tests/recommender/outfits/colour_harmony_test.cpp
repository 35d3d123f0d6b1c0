#include "recommender/outfits/colour_harmony.h"

#include <gtest/gtest.h>

#include "labeling/domain/attribute.h"
#include "labeling/formats/taxonomy_json.h"
#include "tests/recommender/outfits/wardrobe.h"
#include "tests/support/matchers.h"

namespace jaedan::recommender::outfits {
namespace {

using namespace testing;

TEST(ColourHarmony, EveryColourOfTheVocabularyStandsOnTheWheel) {
  ASSERT_OK_AND_ASSIGN(const Taxonomy taxonomy, labeling::load_default_taxonomy());
  const TaxonomyAttribute* colour = taxonomy.attribute(attribute::kColour);
  ASSERT_TRUE(colour && colour->values.size() > 15);
  for (const TaxonomyValue& value : colour->values) EXPECT_TRUE(wheel_colour(value.id)) << value.id;
}

TEST(ColourHarmony, NeutralColoursGoWithAll) {
  for (const char* neutral : {"black", "white", "grey", "silver", "beige"}) {
    for (const char* other : {"red", "neon", "purple", "black", "navy"}) {
      EXPECT_EQ(colour_harmony(neutral, other), 1) << neutral << " and " << other;
    }
  }
}

TEST(ColourHarmony, TheSameNeighboursAndOppositesAreGood) {
  EXPECT_EQ(colour_harmony("red", "red"), 1);
  EXPECT_EQ(colour_harmony("red", "orange"), 1) << "neighbours";
  EXPECT_EQ(colour_harmony("blue", "sky_blue"), 1);
  EXPECT_EQ(colour_harmony("wine", "red"), 1) << "across 0°";
  EXPECT_EQ(colour_harmony("yellow", "blue"), 1) << "opposite";
}

TEST(ColourHarmony, TheRestClashesTheMoreTheStronger) {
  const double strong = *colour_harmony("red", "green");
  EXPECT_LT(strong, 0.6);
  EXPECT_LT(strong, *colour_harmony("wine", "khaki")) << "duller colours clash less";
  EXPECT_LT(strong, *colour_harmony("red", "mint")) << "nearer to opposite, and paler";
  EXPECT_EQ(colour_harmony("red", "green"), colour_harmony("green", "red"));
  EXPECT_GE(strong, 0);
}

TEST(ColourHarmony, AnOutfitIsTheMeanOfItsKnownPairs) {
  const std::vector<Piece> pieces = {garment("top", {"colour=red"}), garment("bottom", {"colour=green"}),
                                     garment("outer", {"colour=black"}), garment("shoes", {"colour=rainbow"})};
  EXPECT_NEAR(*colour_harmony(pointers_to(pieces)), (2 + *colour_harmony("red", "green")) / 3, 1e-12);
  EXPECT_FALSE(colour_harmony("red", "rainbow"));
  EXPECT_FALSE(colour_harmony(pointers_to(words({"hat", "shoe"}))));
  EXPECT_FALSE(colour_harmony(PieceList{}));
}

}  // namespace
}  // namespace jaedan::recommender::outfits
