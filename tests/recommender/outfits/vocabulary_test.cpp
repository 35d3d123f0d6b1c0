#include "recommender/outfits/vocabulary.h"

#include <gtest/gtest.h>

#include <limits>

#include "tests/recommender/outfits/wardrobe.h"
#include "tests/support/matchers.h"

namespace jaedan::recommender::outfits {
namespace {

using namespace testing;

TEST(Vocabulary, TypesComeBeforeTokensEachByItsText) {
  const Vocabulary vocabulary = Vocabulary::of(office_and_gym(3), 100);
  ASSERT_EQ(vocabulary.types(), 2u);
  EXPECT_EQ(vocabulary.all()[0].text, "bottom");
  EXPECT_EQ(vocabulary.all()[1].text, "top");
  EXPECT_EQ(vocabulary.all()[1].count, 6);
  EXPECT_EQ(vocabulary.all()[2].text, "bottom/category=jogger_pants");
  EXPECT_EQ(vocabulary.left_out(), 0u);
}

TEST(Vocabulary, TheRarestWordsAreLeftOutAndCounted) {
  const Vocabulary vocabulary =
      Vocabulary::of({table_row("1", {"hat", "shoes", "ring"}), table_row("2", {"hat", "shoes"})}, 2);
  EXPECT_TRUE(vocabulary.type("hat") && vocabulary.type("shoes"));
  EXPECT_FALSE(vocabulary.type("ring"));
  EXPECT_EQ(vocabulary.left_out(), 1u);
}

TEST(Vocabulary, APieceOfAnUnknownTypeHasNoWords) {
  const Vocabulary vocabulary = Vocabulary::of(office_and_gym(3), 100);
  EXPECT_TRUE(vocabulary.words_of(garment("cape", {"category=shirt"})).empty());
  EXPECT_EQ(vocabulary.words_of(garment("top", {"category=shirt", "category=shirt", "category=unheard"})).size(), 2u);
}

TEST(Outfit, AValueIsFoundWithAndWithoutItsType) {
  Piece piece = garment("top", {"colour=white"});
  piece.tokens.push_back("season=summer");
  EXPECT_EQ(value_in(piece, "colour"), "white");
  EXPECT_EQ(value_in(piece, "season"), "summer");
  EXPECT_EQ(value_in(piece, "print"), "");
  EXPECT_EQ(without_type("top/colour=a/b"), "colour=a/b");
  EXPECT_EQ(without_type("colour=a/b"), "colour=a/b") << "the slash is the value's own";
}

TEST(Outfit, VectorsOfOtherLengthOrNotFiniteAreRefusedByTheOutfitsName) {
  const std::vector<float> two = {1, 0};
  const std::vector<float> three = {1, 0, 0};
  const std::vector<float> broken = {1, std::numeric_limits<float>::quiet_NaN()};
  std::vector<Outfit> outfits = {table_row("a", {"hat", "shoes"}), table_row("b", {"hat", "shoes"})};
  outfits[0].pieces[0].vector = &two;
  ASSERT_OK_AND_ASSIGN(const auto length, vector_length(outfits));
  EXPECT_EQ(length, 2u);
  for (const auto* bad : {&three, &broken}) {
    outfits[1].pieces[1].vector = bad;
    const auto refused = vector_length(outfits);
    EXPECT_ERROR(refused, ErrorCode::kInvalidArgument);
    EXPECT_NE(refused.error().text().find("outfit b"), std::string::npos) << refused.error().text();
  }
}

}  // namespace
}  // namespace jaedan::recommender::outfits
