// What the model would have said instead, one key away. The real program in a real window.

#include "tests/app/gui/studio/studio_fixture.h"

namespace jaedan::gui::testing {
namespace {

/// A top whose fit is "normal", or else "loose".
class StudioSecondGuess : public StudioFixture {
 protected:
  void SetUp() override {
    StudioFixture::SetUp();
    ASSERT_OK(project_.open().store().save_prediction(project_.photo(0), made_prediction()));
  }
  /// The top's fit after the script, and who said it; no word without a top.
  static AttributeValue fit_of(const Annotation& annotation) {
    for (const Garment& garment : annotation.garments) {
      if (garment.part != Part::kTop) continue;
      if (const AttributeValue* fit = find_value(garment.attributes, "fit")) return *fit;
    }
    return {};
  }
};

const std::string kSelectProposal = "image-click 100 110\nwait widget second.fit.key\n";

TEST_F(StudioSecondGuess, AProposalShowsItAndTheKeyTakesItWithTheGarment) {
  const Annotation taken = play_on(kSelectProposal + "key Right\n");
  ASSERT_EQ(taken.garments.size(), 1U) << "the other proposal is open still";
  EXPECT_EQ(fit_of(taken).value, "loose");
  EXPECT_EQ(fit_of(taken).provenance, Provenance::human("tester"));
  const AttributeValue* colour = find_value(taken.garments[0].attributes, "colour");
  ASSERT_NE(colour, nullptr);
  EXPECT_EQ(colour->provenance, Provenance::model("made-model", 0.97)) << "the model said that, and nobody else";
  EXPECT_TRUE(play_on("key Ctrl+Z\n").garments.empty()) << "one step";
}

TEST_F(StudioSecondGuess, EnterTakesTheFirst) {
  const Annotation taken = play_on(kSelectProposal + "key Enter\n");
  EXPECT_EQ(fit_of(taken).value, "normal");
  EXPECT_EQ(fit_of(taken).provenance, Provenance::model("made-model", 0.61));
}

TEST_F(StudioSecondGuess, TheButtonDoesWhatTheKeyDoes) {
  EXPECT_EQ(fit_of(play_on(kSelectProposal + "press second.fit\n")).value, "loose");
}

TEST_F(StudioSecondGuess, WhatTheModelOnlyGuessesIsTakenWithEnterWhereItIsAsked) {
  Prediction unsure = made_prediction();
  unsure.readings[0].garments[0].guesses = {
      {"sleeve_length", "short", "", Provenance::model("made-model", 0.4), {{"cap", 0.3}}}};
  ASSERT_OK(project_.open().store().save_prediction(project_.photo(0), unsure));
  const auto sleeve_of = [](const Annotation& annotation) {
    for (const Garment& garment : annotation.garments) {
      const AttributeValue* sleeve = find_value(garment.attributes, "sleeve_length");
      if (sleeve) return *sleeve;
    }
    return AttributeValue{};
  };
  EXPECT_EQ(sleeve_of(play_on("key Enter\n")).value, "") << "accepting takes what the model is sure of";
  const Annotation taken = play_on("image-click 100 110\nkey Down\nkey Enter\nkey Enter\nwait idle\n");
  EXPECT_EQ(sleeve_of(taken), (AttributeValue{"sleeve_length", "short", "", Provenance::human("tester")}));
}

TEST_F(StudioSecondGuess, OfAGarmentTheKeyAnswersTheDoubtfulLabel) {
  const Annotation answered = play_on("key Enter\nwait idle\nkey Esc\nimage-click 100 110\nwait 3\nkey Right\n");
  EXPECT_EQ(answered.garments.size(), 2U);
  EXPECT_EQ(fit_of(answered).value, "loose");
  EXPECT_EQ(fit_of(answered).provenance, Provenance::human("tester"));
}

}  // namespace
}  // namespace jaedan::gui::testing
