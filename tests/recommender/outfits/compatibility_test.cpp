#include "recommender/outfits/compatibility.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "recommender/outfits/dice.h"
#include "tests/recommender/outfits/wardrobe.h"
#include "tests/support/matchers.h"

namespace jaedan::recommender::outfits {
namespace {

using namespace testing;

double score_of(const CompatibilityModel& model, const Piece& piece, const std::vector<Piece>& others) {
  const auto scores = model.scores({&piece}, pointers_to(others));
  EXPECT_OK(scores);
  return scores.ok() ? scores->front() : 0;
}

double outfit_score(const CompatibilityModel& model, const std::vector<Piece>& pieces) {
  return model.score(pointers_to(pieces)).value();
}

TEST(Compatibility, WhatIsWornTogetherGoesTogether) {
  const CompatibilityModel model = learnt(beach_and_snow());
  const std::vector<Piece> beach = words({"bikini", "sandals"});
  EXPECT_GT(score_of(model, word("sunglasses"), beach), 0.3);
  EXPECT_LT(score_of(model, word("gloves"), beach), -1);
  EXPECT_GT(outfit_score(model, words({"parka", "boots", "beanie"})), outfit_score(model, words({"parka", "sandals"})));
}

// Three of four wear jeans, one a skirt, whatever the top. Of all pieces the two are half: both are log 2 likelier
// beside a top.
TEST(Compatibility, BeingPopularEarnsNothing) {
  std::vector<Outfit> outfits;
  for (int i = 0; i < 160; ++i) {
    outfits.push_back(
        table_row(std::to_string(i), {i % 2 == 0 ? "shirt" : "blouse", i / 2 % 4 == 0 ? "skirt" : "jeans"}));
  }
  const CompatibilityModel model = learnt(outfits);
  for (const char* top : {"shirt", "blouse"}) {
    EXPECT_NEAR(score_of(model, word("jeans"), words({top})), std::log(2.0), 0.15);
    EXPECT_NEAR(score_of(model, word("skirt"), words({top})), std::log(2.0), 0.15);
  }
}

TEST(Compatibility, WhatIsUnknownScoresNothing) {
  const CompatibilityModel model = learnt(beach_and_snow());
  EXPECT_EQ(score_of(model, word("kimono"), words({"bikini"})), 0);
  EXPECT_EQ(score_of(model, word("bikini"), {}), 0);
  EXPECT_EQ(score_of(model, word("bikini"), words({"kimono"})), 0);
  EXPECT_EQ(score_of(model, word("bikini"), words({"sandals", "kimono"})),
            score_of(model, word("bikini"), words({"sandals"})));
  EXPECT_EQ(outfit_score(model, {}), 0);
  EXPECT_EQ(outfit_score(model, words({"bikini"})), 0);
}

TEST(Compatibility, TheReasonsSayWhoSpeaksMostForAPiece) {
  const CompatibilityModel model = learnt(beach_and_snow());
  const std::vector<Piece> outfit = words({"bikini", "watch", "sandals"});
  ASSERT_OK_AND_ASSIGN(const OutfitScore explained, model.explain(pointers_to(outfit)));
  ASSERT_EQ(explained.pieces.size(), 3u);
  const PieceScore& bikini = explained.pieces[0];
  ASSERT_EQ(bikini.reasons.size(), 2u);
  EXPECT_EQ(bikini.reasons[0].other, 2u) << "the sandals, not the watch";
  EXPECT_GT(bikini.reasons[0].gain, bikini.reasons[1].gain);
  EXPECT_NEAR(explained.score, outfit_score(model, outfit), 1e-12);
  EXPECT_NEAR(bikini.reasons[0].gain, bikini.score - score_of(model, outfit[0], {outfit[1]}), 1e-12);
}

TEST(Compatibility, TheSameSeedLearnsTheSame) {
  const std::vector<Outfit> outfits = beach_and_snow(10);
  TrainingOptions options = small_training();
  const CompatibilityModel one = CompatibilityModel::train(outfits, options).value();
  const CompatibilityModel again = CompatibilityModel::train(outfits, options).value();
  options.seed = 2;
  const CompatibilityModel other = CompatibilityModel::train(outfits, options).value();
  EXPECT_EQ(one.to_bytes(), again.to_bytes());
  EXPECT_NE(one.to_bytes(), other.to_bytes());
}

TEST(Compatibility, GarmentsAreComparedWithThoseOfTheirType) {
  const CompatibilityModel model = learnt(office_and_gym());
  ASSERT_TRUE(model.of_garments());
  const std::vector<Piece> shirt = {garment("top", {"category=shirt", "colour=white"})};
  const Piece slacks = garment("bottom", {"category=slacks", "colour=black"});
  const Piece joggers = garment("bottom", {"category=jogger_pants", "colour=black"});
  EXPECT_GT(score_of(model, slacks, shirt), 0.3);
  EXPECT_LT(score_of(model, joggers, shirt), -0.5);
  // Half are slacks: whoever is sure wins log 2.
  EXPECT_LT(score_of(model, slacks, shirt), std::log(2.0) + 0.2);
}

/// The vector of the bottom says whether the top's points up or down.
TEST(Compatibility, VectorsSpeakForEachOther) {
  Dice dice(3);
  std::vector<std::vector<float>> vectors(400);
  for (std::size_t i = 0; i < vectors.size(); ++i) {
    const double sign = i / 2 % 2 == 0 ? 1 : -1;
    vectors[i] = {static_cast<float>(dice.normal(0.3)), static_cast<float>(sign + dice.normal(0.1)),
                  static_cast<float>(dice.normal(0.3))};
  }
  std::vector<Outfit> outfits;
  for (std::size_t i = 0; i < vectors.size(); i += 2) {
    Outfit outfit{std::to_string(i), {word("top"), word("bottom")}};
    outfit.pieces[0].vector = &vectors[i];
    outfit.pieces[1].vector = &vectors[i + 1];
    outfits.push_back(outfit);
  }
  const CompatibilityModel model = learnt(outfits);
  EXPECT_GT(score_of(model, outfits[0].pieces[1], {outfits[0].pieces[0]}),
            score_of(model, outfits[1].pieces[1], {outfits[0].pieces[0]}) + 1);
  const std::vector<float> wrong_length = {1, 2};
  const std::vector<float> endless = {0, std::numeric_limits<float>::infinity(), 0};
  for (const auto* bad : {&wrong_length, &endless}) {
    Piece piece = word("top");
    piece.vector = bad;
    EXPECT_ERROR(model.scores({&piece}, {}), ErrorCode::kInvalidArgument);
    EXPECT_ERROR(model.scores({&outfits[0].pieces[0]}, {&piece}), ErrorCode::kInvalidArgument);
  }
}

TEST(Compatibility, TooFewOutfitsAreRefused) {
  EXPECT_ERROR(CompatibilityModel::train({}), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(CompatibilityModel::train({table_row("1", {"hat", "shoes"}), table_row("2", {"hat"})}),
               ErrorCode::kInvalidArgument);
}

TEST(Compatibility, ATypeThatWasOnlyWornAloneScoresNothing) {
  std::vector<Outfit> outfits = office_and_gym(5);
  outfits.push_back({"alone", {garment("dress", {"category=gown"})}});
  const CompatibilityModel model = learnt(outfits);
  EXPECT_EQ(score_of(model, garment("dress", {"category=gown"}), {garment("top", {"category=shirt"})}), 0);
}

TEST(Compatibility, LearningStopsWhenAsked) {
  TrainingOptions options = small_training();
  int epochs = 0;
  options.progress = [&](int done, int) { return (epochs = done) < 2; };
  EXPECT_ERROR(CompatibilityModel::train(beach_and_snow(5), options), ErrorCode::kCancelled);
  EXPECT_EQ(epochs, 2);
}

}  // namespace
}  // namespace jaedan::recommender::outfits
