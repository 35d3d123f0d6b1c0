#include "inference/train/measure/operator/label_keys.h"

#include <gtest/gtest.h>

#include "inference/train/measure/operator/label_work.h"
#include "tests/inference/train/measure/operator/made_photo.h"

namespace jaedan::inference {
namespace {

using Keys = std::vector<std::string>;
using Values = std::vector<std::string>;

LabelQuestion question_of(const std::string& attribute, const Values& truth, const AttributeValues& said = {}) {
  return {made_taxonomy().attribute(attribute), Part::kTop, {said, {}}, truth, {}};
}

Keys keys_for(const LabelQuestion& question, const LabelMemory& memory = {}) {
  return answer_by_keys(question, memory).keys;
}

TEST(LabelKeys, AGuessTakesEnterAndTheSecondOneItsKey) {
  EXPECT_EQ(keys_for(question_of("colour", {"red"}, {guess("colour", "red")})), Keys{"Enter"});
  const LabelQuestion wavers = question_of("colour", {"red"}, {guess("colour", "pink", "red")});
  EXPECT_EQ(keys_for(wavers), Keys{"Right"});
  EXPECT_EQ(answer_by_keys(wavers, {}).values, Values{"red"});
}

TEST(LabelKeys, WhatIsGuessedAndNotFilledInTakesEnterAsWellAndTurnsNoPage) {
  LabelQuestion question = question_of("colour", {"red"});
  question.words.guesses = {guess("colour", "red")};
  EXPECT_EQ(keys_for(question), Keys{"Enter"});
  question.words.guesses = {guess("colour", "mint", "red")};
  EXPECT_EQ(keys_for(question), Keys{"Right"});
  question.words.guesses = {guess("colour", "mint")};
  EXPECT_EQ(keys_for(question), Keys{"4"});
  LabelMemory memory;
  memory.remember(Part::kTop, "colour", {"red"});
  EXPECT_EQ(keys_for(question, memory), Keys{"1"}) << "Enter would take the guess";
  question = question_of("material", {"knit", "lace"});
  question.words.guesses = {guess("material", "lace"), guess("material", "knit")};
  EXPECT_EQ(keys_for(question), Keys{"Enter"});
  question.words.guesses = {guess("material", "lace")};
  EXPECT_EQ(keys_for(question), (Keys{"2", "Shift+3"}));
}

TEST(LabelKeys, ADigitTakesAValueAndNoughtTurnsThePage) {
  EXPECT_EQ(keys_for(question_of("colour", {"white"})), Keys{"2"});
  EXPECT_EQ(keys_for(question_of("colour", {"green"})), (Keys{"0", "1"}));
  // The page of the guess is the one that is shown.
  EXPECT_EQ(keys_for(question_of("colour", {"white"}, {guess("colour", "mint")})), (Keys{"0", "2"}));
  EXPECT_EQ(keys_for(question_of("colour", {"khaki"}, {guess("colour", "mint")})), Keys{"2"});
}

TEST(LabelKeys, LettersFindWhatIsPagesAway) {
  std::vector<std::string> many;
  for (char letter = 'a'; letter <= 'z'; ++letter) many.emplace_back(3, letter);
  const TaxonomyAttribute alphabet = made_attribute("alphabet", many);
  const LabelQuestion question{&alphabet, Part::kTop, {}, {"zzz"}, {}};
  EXPECT_EQ(keys_for(question), (Keys{"z", "Enter"})) << "two pages on and a digit are three keys";
}

TEST(LabelKeys, WhatWasSaidLastIsOfferedToTheSamePart) {
  LabelMemory memory;
  memory.remember(Part::kTop, "colour", {"mint"});
  EXPECT_EQ(keys_for(question_of("colour", {"mint"}), memory), Keys{"Enter"});
  EXPECT_EQ(keys_for(question_of("colour", {"white"}), memory), Keys{"3"}) << "mint has the first digit now";
  LabelQuestion of_bottom = question_of("colour", {"mint"});
  of_bottom.part = Part::kBottom;
  EXPECT_NE(keys_for(of_bottom, memory), Keys{"Enter"});
  // A guess goes before what was said last.
  EXPECT_EQ(keys_for(question_of("colour", {"mint"}, {guess("colour", "red")}), memory), Keys{"1"});
}

TEST(LabelKeys, AnyOfTwoTruthsWillDo) {
  const LabelAnswer answer = answer_by_keys(question_of("colour", {"green", "white"}), {});
  EXPECT_EQ(answer.keys, Keys{"2"});
  EXPECT_EQ(answer.values, Values{"white"});
}

TEST(LabelKeys, OfSeveralValuesTheLastIsSaidToBeTheLast) {
  EXPECT_EQ(keys_for(question_of("material", {"lace"})), Keys{"Shift+3"});
  EXPECT_EQ(keys_for(question_of("material", {"denim", "cotton"})), (Keys{"4", "Shift+1"}));
  EXPECT_EQ(key_count({"1", "Shift+4"}), 3);
  const AttributeValues cotton = {guess("material", "cotton")};
  EXPECT_EQ(keys_for(question_of("material", {"cotton"}, cotton)), Keys{"Enter"});
  EXPECT_EQ(keys_for(question_of("material", {"cotton", "lace"}, cotton)), Keys{"Shift+3"});
  // Taken and given back, or cleared: what takes fewer keys.
  EXPECT_EQ(keys_for(question_of("material", {"knit"}, cotton)), (Keys{"Del", "Shift+2"}));
  LabelMemory memory;
  memory.remember(Part::kTop, "material", {"denim", "cotton"});
  EXPECT_EQ(keys_for(question_of("material", {"cotton", "denim"}), memory), Keys{"Enter"});
}

TEST(LabelKeys, WhatWasChosenHasTheFirstDigitFromThenOn) {
  TaxonomyAttribute print = *made_taxonomy().attribute("colour");
  print.id = "print", print.multiple = true;
  // khaki on the second page, then mint beside it; mint stays where it was, for khaki came from before it.
  const LabelQuestion two{&print, Part::kTop, {}, {"khaki", "mint"}, {}};
  EXPECT_EQ(keys_for(two), (Keys{"0", "2", "Shift+3"}));
  // black has moved one place on when mint is first.
  LabelMemory memory;
  memory.remember(Part::kTop, "print", {"mint"});
  EXPECT_EQ(keys_for({&print, Part::kTop, {}, {"mint", "black"}, {}}, memory), (Keys{"1", "Shift+2"}));
}

TEST(LabelKeys, WhatMostGarmentsHaveNoneOfIsGoneBackTo) {
  EXPECT_EQ(keys_for(question_of("sub_colour", {"black"})), (Keys{"Up", "Down", "1"}));
  EXPECT_EQ(keys_for(question_of("sub_colour", {"black"}, {guess("sub_colour", "black")})), Keys{"Enter"});
}

TEST(LabelKeys, QuestionsAreWhatIsKnownAndMayBeSaid) {
  KnownLabels known;
  known["material"] = {"lace", "wood"};
  known["sub_colour"] = {"red", "white"};
  known["colour"] = {"red"};
  known["sleeve_length"] = {"long"};
  const auto questions =
      questions_about(made_taxonomy(), Part::kTop, known, {{guess("colour", "pink"), guess("colour", "azure")}, {}});
  ASSERT_EQ(questions.size(), 3U);
  EXPECT_EQ(questions[0].attribute->id, "colour");
  ASSERT_EQ(questions[0].words.said.size(), 1U) << "there is no azure";
  EXPECT_EQ(questions[1].attribute->id, "sub_colour");
  EXPECT_EQ(questions[1].truth, Values{"white"}) << "red is the colour";
  EXPECT_EQ(keys_for(questions[1]), (Keys{"Up", "Down", "2"}));
  EXPECT_EQ(questions[2].truth, Values{"lace"});
  KnownLabels of_photo;
  of_photo["style"] = {"street"};
  of_photo["gender"] = {"women"};
  const auto asked = questions_about_photo(made_taxonomy(), of_photo, {});
  ASSERT_EQ(asked.size(), 1U);
  EXPECT_EQ(left_out_of(asked, of_photo), Values{"gender"});
  EXPECT_EQ(left_out_of(questions, known), Values{"sleeve_length"});
}

TEST(LabelWork, EveryLabelIsLookedAtAndTakesItsKeys) {
  const std::vector<LabelQuestion> questions = {question_of("colour", {"red"}, {guess("colour", "red")}),
                                                question_of("material", {"lace"})};
  LabelMemory memory;
  const LabelWork work = label(questions, memory);
  EXPECT_EQ(work.acts(), (Acts{3, 0, 2, 0})) << "a key takes the colour";
  EXPECT_EQ(work.pressed(), (Keys{kTakeFilledInKey, "Shift+3"}));
  EXPECT_TRUE(memory.past(Part::kTop, "colour").last.empty()) << "nothing is remembered yet";
  remember(work, memory);
  EXPECT_EQ(memory.past(Part::kTop, "colour").last, Values{"red"});
  EXPECT_EQ(memory.past(Part::kTop, "material").used, Values{"lace"});
}

TEST(LabelWork, WhatIsRightAtTheEndStaysWithoutAKey) {
  std::vector<LabelQuestion> questions = {question_of("material", {"lace"})};
  questions.insert(questions.end(), 5, question_of("colour", {"red"}, {guess("colour", "red")}));
  LabelWork work = label(questions, {});
  EXPECT_EQ(work.pressed(), (Keys{"Shift+3", kTakeFilledInKey})) << "which leads on to the next garment";
  EXPECT_EQ(work.answered(), 6U);
  work.ends = true;
  EXPECT_EQ(work.keys(), 2);
  EXPECT_EQ(work.answered(), 1U);
  EXPECT_EQ(work.acts().thinks, 6) << "each was looked at";
  questions.erase(questions.begin());
  EXPECT_EQ(label(questions, {}).pressed(), Keys{kTakeFilledInKey}) << "however many they are";
  work = label(questions, {});
  EXPECT_FALSE(work.needs_keys());
  work.ends = true;
  EXPECT_EQ(work.acts(), (Acts{0, 0, 5, 0}));
  // What is only guessed is not said yet.
  LabelQuestion guessed = question_of("colour", {"red"});
  guessed.words.guesses = {guess("colour", "red")};
  work = label({guessed}, {});
  work.ends = true;
  EXPECT_EQ(work.keys(), 1);
}

TEST(LabelWork, OneKeyTakesAllThatIsFilledInOnceNothingOfThatIsWrong) {
  const LabelQuestion right = question_of("colour", {"red"}, {guess("colour", "red")}),
                      wrong = question_of("colour", {"white"}, {guess("colour", "red")}),
                      open = question_of("material", {"lace"});
  EXPECT_EQ(label({open, right, right, open, right}, {}).pressed(), (Keys{"Shift+3", kTakeFilledInKey, "Shift+3"}));
  // On the way to the wrong one Enter is no more than an arrow would be; what is behind it is taken then.
  EXPECT_EQ(label({right, right, wrong, right, right}, {}).pressed(), (Keys{"Enter", "Enter", "2", kTakeFilledInKey}));
  EXPECT_EQ(label({right, right, wrong}, {}).pressed(), (Keys{"Enter", "Enter", "2"}));
  LabelWork work = label({right, wrong, right}, {});
  work.ends = true;
  EXPECT_EQ(work.pressed(), (Keys{"Enter", "2"})) << "what is right behind it stays as it is";
  EXPECT_EQ(work.answered(), 2U);
}

TEST(LabelWork, WhatIsGoneBackToIsGoneBackToFromWhereTheKeyWasPressed) {
  const LabelQuestion right = question_of("colour", {"red"}, {guess("colour", "red")}),
                      open = question_of("material", {"lace"}), passed_over = question_of("sub_colour", {"black"});
  EXPECT_EQ(label({right, passed_over, right}, {}).pressed(), (Keys{kTakeFilledInKey, "Up", "Down", "1"}));
  EXPECT_EQ(label({right, right, passed_over, right}, {}).pressed(),
            (Keys{"Enter", kTakeFilledInKey, "Up", "Down", "1"}));
  EXPECT_EQ(label({right, right, open, passed_over}, {}).pressed(),
            (Keys{kTakeFilledInKey, "Shift+3", "Up", "Down", "1"}));
}

TEST(LabelWork, TheKeyNeverTakesMoreKeysThanEnterAtEachLabel) {
  const std::vector<LabelQuestion> kinds = {
      question_of("colour", {"red"}, {guess("colour", "red")}),
      question_of("colour", {"white"}, {guess("colour", "red")}),
      question_of("material", {"lace"}),
      question_of("sub_colour", {"black"}),
  };
  for (std::size_t drawn = 0; drawn < 4 * 4 * 4 * 4 * 4; ++drawn) {
    std::vector<LabelQuestion> questions;
    int one_by_one = 0, up_to_last = 0;
    for (std::size_t i = 0, rest = drawn; i < 5; ++i, rest /= 4) {
      questions.push_back(kinds[rest % 4]);
      one_by_one += key_count(keys_for(questions.back()));
      if (rest % 4 != 0) up_to_last = one_by_one;
    }
    LabelWork work = label(questions, {});
    EXPECT_LE(work.keys(), one_by_one) << drawn;
    EXPECT_EQ(work.answered(), 5U) << drawn;
    work.ends = true;
    EXPECT_LE(work.keys(), up_to_last) << drawn;
  }
}

}  // namespace
}  // namespace jaedan::inference
