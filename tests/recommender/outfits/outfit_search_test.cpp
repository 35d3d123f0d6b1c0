#include "recommender/outfits/outfit_search.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/recommender/outfits/wardrobe.h"
#include "tests/support/matchers.h"

namespace jaedan::recommender::outfits {
namespace {

using namespace testing;

const CompatibilityModel& model() {
  static const CompatibilityModel kModel = learnt(office_and_gym());
  return kModel;
}

std::vector<Piece> small_wardrobe() {
  return {garment("top", {"category=shirt", "colour=white"}, 1, 1),
          garment("top", {"category=hoodie", "colour=white"}, 2, 1),
          garment("bottom", {"category=jogger_pants", "colour=black"}, 3, 1),
          garment("bottom", {"category=slacks", "colour=black"}, 4, 1)};
}

TEST(OutfitSearch, TheBestOutfitGoesTogether) {
  const std::vector<Piece> wardrobe = small_wardrobe();
  ASSERT_OK_AND_ASSIGN(const WardrobeOutfits found, best_outfits(model(), wardrobe));
  ASSERT_EQ(found.outfits.size(), 4u) << "each top with each bottom";
  EXPECT_EQ(found.empty_slots, std::vector<std::string>{"dress"});
  const std::set<std::vector<std::size_t>> best = {found.outfits[0].pieces, found.outfits[1].pieces};
  EXPECT_EQ(best, (std::set<std::vector<std::size_t>>{{0, 3}, {1, 2}}));
  for (const FoundOutfit& outfit : found.outfits) {
    EXPECT_NEAR(outfit.score, outfit.compatibility + 0.5 * outfit.harmony.value(), 1e-12);
  }
}

TEST(OutfitSearch, TheSearchFindsWhatTryingAllFinds) {
  std::vector<Piece> wardrobe;
  for (int i = 0; i < 12; ++i) {
    wardrobe.push_back(garment(i % 2 == 0 ? "top" : "bottom",
                               {i % 3 == 0 ? (i % 2 == 0 ? "category=shirt" : "category=slacks")
                                           : (i % 2 == 0 ? "category=hoodie" : "category=jogger_pants"),
                                i % 4 < 2 ? "colour=red" : "colour=green"},
                               i + 1, 1));
  }
  SearchOptions options;
  options.beam = 8;
  ASSERT_OK_AND_ASSIGN(const WardrobeOutfits found, best_outfits(model(), wardrobe, options));
  options.beam = 1000;
  ASSERT_OK_AND_ASSIGN(const WardrobeOutfits all, best_outfits(model(), wardrobe, options));
  EXPECT_EQ(found.outfits.at(0).pieces, all.outfits.at(0).pieces);
}

TEST(OutfitSearch, NoFirstPieceIsDroppedBeforeAnythingStandsBesideIt) {
  std::vector<Piece> wardrobe(9, garment("top", {"category=hoodie"}));
  wardrobe.push_back(garment("top", {"category=shirt"}));
  wardrobe.push_back(garment("bottom", {"category=slacks"}));
  SearchOptions options;
  options.beam = 2;
  ASSERT_OK_AND_ASSIGN(const WardrobeOutfits found, best_outfits(model(), wardrobe, options));
  EXPECT_EQ(found.outfits.at(0).pieces, (std::vector<std::size_t>{9, 10}));
}

TEST(OutfitSearch, ADressStandsForTopAndBottom) {
  std::vector<Piece> wardrobe = small_wardrobe();
  wardrobe.push_back(garment("dress", {"category=dress"}, 5, 1));
  wardrobe.push_back(garment("outer", {"category=coat"}, 6, 1));
  SearchOptions options;
  options.results = 100;
  ASSERT_OK_AND_ASSIGN(const WardrobeOutfits found, best_outfits(model(), wardrobe, options));
  bool has_dress = false;
  for (const FoundOutfit& outfit : found.outfits) {
    std::set<std::string> slots;
    for (const std::size_t place : outfit.pieces) EXPECT_TRUE(slots.insert(wardrobe[place].type).second);
    EXPECT_NE(slots.count("dress"), slots.count("top")) << "one of them";
    EXPECT_EQ(slots.count("top"), slots.count("bottom"));
    has_dress = has_dress || slots.count("dress") > 0;
  }
  EXPECT_TRUE(has_dress);
}

TEST(OutfitSearch, WhatIsToBeWornIsWorn) {
  std::vector<Piece> wardrobe = small_wardrobe();
  wardrobe.push_back(garment("outer", {"category=coat"}, 6, 1));
  SearchOptions options;
  options.worn = {1, 4};
  ASSERT_OK_AND_ASSIGN(const WardrobeOutfits found, best_outfits(model(), wardrobe, options));
  EXPECT_EQ(found.outfits.size(), 2u);
  for (const FoundOutfit& outfit : found.outfits) {
    EXPECT_EQ(std::count(outfit.pieces.begin(), outfit.pieces.end(), 1u), 1);
    EXPECT_EQ(std::count(outfit.pieces.begin(), outfit.pieces.end(), 4u), 1);
  }
  options.worn = {0, 1};
  EXPECT_ERROR(best_outfits(model(), wardrobe, options), ErrorCode::kInvalidArgument);
  options.worn = {9};
  EXPECT_ERROR(best_outfits(model(), wardrobe, options), ErrorCode::kInvalidArgument);
}

TEST(OutfitSearch, AClashCostsAndAWishShifts) {
  const std::vector<Piece> wardrobe = {garment("top", {"category=shirt", "colour=red"}, 1, 1),
                                       garment("bottom", {"category=slacks", "colour=green"}, 2, 1),
                                       garment("bottom", {"category=slacks", "colour=red"}, 3, 1)};
  SearchOptions options;
  options.harmony_weight = 5;
  ASSERT_OK_AND_ASSIGN(const WardrobeOutfits harmonic, best_outfits(model(), wardrobe, options));
  EXPECT_EQ(harmonic.outfits.at(0).pieces, (std::vector<std::size_t>{0, 2}));
  const PieceTaste taste({{{"bottom/colour", "green"}}, {}}, pointers_to(wardrobe), {});
  options.harmony_weight = 0;
  options.taste_weight = 5;
  options.taste = &taste;
  ASSERT_OK_AND_ASSIGN(const WardrobeOutfits wished, best_outfits(model(), wardrobe, options));
  EXPECT_EQ(wished.outfits.at(0).pieces, (std::vector<std::size_t>{0, 1}));
  EXPECT_GT(wished.outfits.at(0).taste, 0);
}

TEST(OutfitSearch, WhatIsMissingIsSaid) {
  const auto nothing = best_outfits(model(), {});
  EXPECT_ERROR(nothing, ErrorCode::kNotFound);
  EXPECT_NE(nothing.error().text().find("dress; top; bottom"), std::string::npos) << nothing.error().text();
  EXPECT_ERROR(best_outfits(model(), {small_wardrobe()[0]}), ErrorCode::kNotFound);
  SearchOptions any;
  any.bodies = {};
  EXPECT_ERROR(best_outfits(model(), {small_wardrobe()[0]}, any), ErrorCode::kNotFound);
}

TEST(OutfitSearch, AGarmentThatIsThereTwiceCountsOnce) {
  std::vector<Piece> wardrobe = small_wardrobe();
  wardrobe.push_back(wardrobe[0]);
  ASSERT_OK_AND_ASSIGN(const WardrobeOutfits found, best_outfits(model(), wardrobe));
  EXPECT_EQ(found.doubled, 1u);
  EXPECT_EQ(found.outfits.size(), 4u);
}

TEST(OutfitSearch, WordsOfATableNeedNoBody) {
  const CompatibilityModel of_words = learnt(beach_and_snow());
  const std::vector<Piece> wardrobe = words({"bikini", "boots", "sandals", "parka", "gloves", "sunglasses"});
  SearchOptions options;
  options.bodies = {};
  options.most_pieces = 3;
  ASSERT_OK_AND_ASSIGN(const WardrobeOutfits found, best_outfits(of_words, wardrobe, options));
  const std::set<std::size_t> beach = {0, 2, 5};
  for (const std::size_t place : found.outfits.at(0).pieces) {
    EXPECT_EQ(beach.count(place), beach.count(found.outfits[0].pieces[0])) << "beach or snow, not both";
  }
  for (const FoundOutfit& outfit : found.outfits) EXPECT_LE(outfit.pieces.size(), 3u);
}

}  // namespace
}  // namespace jaedan::recommender::outfits
