#include "recommender/outfits/outfit_questions.h"

#include <gtest/gtest.h>

#include <limits>
#include <map>
#include <set>

#include "tests/recommender/outfits/wardrobe.h"

namespace jaedan::recommender::outfits {
namespace {

using namespace testing;

std::set<std::string> types_of(const PieceList& pieces) {
  std::set<std::string> types;
  for (const Piece* piece : pieces) types.insert(piece->type);
  return types;
}

TEST(OutfitQuestions, WrongAnswersAreOfTypesThatTheOutfitLacks) {
  const std::vector<Outfit> outfits = beach_and_snow(20);
  const OutfitQuestions questions = make_questions(outfits, Rivals::kOtherTypes, 1);
  ASSERT_EQ(questions.blanks.size(), outfits.size());
  EXPECT_EQ(questions.not_asked, 0u);
  std::map<std::size_t, int> places;
  for (const BlankQuestion& question : questions.blanks) {
    const std::vector<Piece>& own = outfits[question.outfit].pieces;
    EXPECT_EQ(question.others.size() + 1, own.size());
    const std::set<std::string> worn = types_of(pointers_to(own));
    std::set<std::string> offered;
    for (std::size_t i = 0; i < 4; ++i) {
      EXPECT_EQ(worn.count(question.answers[i]->type), i == question.right ? 1u : 0u);
      offered.insert(question.answers[i]->type);
    }
    EXPECT_EQ(offered.size(), 4u) << "no two alike";
    EXPECT_EQ(types_of(question.others).count(question.answers[question.right]->type), 0u);
    ++places[question.right];
  }
  for (std::size_t place = 0; place < 4; ++place) EXPECT_GT(places[place], 2) << "the right one stands anywhere";
}

TEST(OutfitQuestions, MadeUpOutfitsAreAsLargeAndHoldNothingOfTheOutfit) {
  const std::vector<Outfit> outfits = beach_and_snow(20);
  for (const CompatibilityQuestion& pair : make_questions(outfits, Rivals::kOtherTypes, 1).pairs) {
    EXPECT_EQ(pair.worn.size(), pair.made_up.size());
    const std::set<std::string> made_up = types_of(pair.made_up);
    EXPECT_EQ(made_up.size(), pair.made_up.size());
    for (const std::string& type : types_of(pair.worn)) EXPECT_EQ(made_up.count(type), 0u);
  }
}

// A hat is in 30 of 33 outfits that do not have the shoes.
TEST(OutfitQuestions, WhatIsWornOftenIsDrawnOften) {
  std::vector<Outfit> outfits;
  for (int i = 0; i < 30; ++i) outfits.push_back(table_row("hat" + std::to_string(i), {"hat", "cap"}));
  outfits.push_back(table_row("rare", {"ring", "belt"}));
  for (int i = 0; i < 60; ++i) outfits.push_back(table_row("shoe" + std::to_string(i), {"shoe", "sock"}));
  int hats_first = 0;
  int asked = 0;
  for (const BlankQuestion& question : make_questions(outfits, Rivals::kOtherTypes, 5).blanks) {
    if (question.answers[question.right]->type != "shoe") continue;
    const Piece* first = question.answers[question.right == 0 ? 1 : 0];
    hats_first += first->type == "hat" || first->type == "cap";
    ++asked;
  }
  ASSERT_GT(asked, 10);
  EXPECT_GT(hats_first, asked * 8 / 10);
}

TEST(OutfitQuestions, GarmentsAreAskedAmongThoseOfTheirType) {
  std::vector<Outfit> outfits;
  const std::vector<std::string> names = {"shirt", "hoodie", "blouse", "sweater", "tank_top", "vest"};
  for (std::size_t i = 0; i < names.size(); ++i) {
    outfits.push_back(
        {names[i], {garment("top", {"category=" + names[i]}), garment("bottom", {"length=" + names[i]})}});
  }
  const OutfitQuestions questions = make_questions(outfits, Rivals::kSameType, 1);
  ASSERT_EQ(questions.blanks.size(), names.size());
  for (const BlankQuestion& question : questions.blanks) {
    std::set<std::string> tokens;
    for (const Piece* answer : question.answers) {
      EXPECT_EQ(answer->type, question.answers[0]->type);
      tokens.insert(answer->tokens[0]);
    }
    EXPECT_EQ(tokens.size(), 4u);
  }
}

TEST(OutfitQuestions, WhatHasNoRivalsIsNotAskedAndCounted) {
  const OutfitQuestions few = make_questions(
      {table_row("1", {"hat", "shoe"}), table_row("2", {"ring", "belt"}), table_row("3", {"hat"}), table_row("4", {})},
      Rivals::kOtherTypes, 1);
  EXPECT_TRUE(few.blanks.empty());
  EXPECT_EQ(few.not_asked, 4u);
  EXPECT_TRUE(make_questions({}, Rivals::kOtherTypes, 1).blanks.empty());
}

TEST(OutfitQuestions, TheSameSeedAsksTheSame) {
  const std::vector<Outfit> outfits = beach_and_snow(10);
  const auto signature = [&](std::uint64_t seed) {
    std::string all;
    for (const BlankQuestion& question : make_questions(outfits, Rivals::kOtherTypes, seed).blanks) {
      for (const Piece* answer : question.answers) all += answer->type + " ";
    }
    return all;
  };
  EXPECT_EQ(signature(1), signature(1));
  EXPECT_NE(signature(1), signature(2));
}

TEST(OutfitQuestions, EqualAnswersShareAndNoNumberNeverWins) {
  const std::vector<Outfit> outfits = beach_and_snow(3);
  const OutfitQuestions questions = make_questions(outfits, Rivals::kOtherTypes, 1);
  const double nan = std::numeric_limits<double>::quiet_NaN();
  for (const double share : answer_blanks(questions.blanks, [](const Piece&, const PieceList&) { return 1.0; })) {
    EXPECT_EQ(share, 0.25);
  }
  for (const double share : answer_blanks(questions.blanks, [&](const Piece&, const PieceList&) { return nan; })) {
    EXPECT_EQ(share, 0);
  }
  const auto knows = [&](const Piece& piece, const PieceList& others) {
    const bool of_beach = others[0]->type == "bikini" || others[0]->type == "sandals";
    const bool is_beach =
        piece.type != "parka" && piece.type != "boots" && piece.type != "gloves" && piece.type != "beanie";
    return of_beach == is_beach ? 1.0 : 0.0;
  };
  EXPECT_EQ(answer_blanks(questions.blanks, knows).size(), questions.blanks.size());
}

TEST(OutfitQuestions, TheAreaUnderTheCurveCountsPairs) {
  EXPECT_DOUBLE_EQ(area_under_curve({3, 2}, {1, 2}), (1 + 1 + 1 + 0.5) / 4);
  EXPECT_DOUBLE_EQ(area_under_curve({0, 0}, {0, 0}), 0.5);
  EXPECT_DOUBLE_EQ(area_under_curve({1}, {2}), 0);
  EXPECT_DOUBLE_EQ(area_under_curve({}, {2}), 0.5);
}

}  // namespace
}  // namespace jaedan::recommender::outfits
