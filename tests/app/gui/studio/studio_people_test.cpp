// A photo of two people, so that two proposals are of one part. The real program in a real window.

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/app/gui/studio/made_project.h"
#include "tests/app/gui/studio/studio_runner.h"
#include "tests/support/matchers.h"

namespace jaedan::gui::testing {
namespace {

const Region kOthersTop{{{{150, 80}, {190, 80}, {190, 140}, {150, 140}}}};
const std::string kAcceptMain = "image-click 100 100\nkey Enter\nwait idle\n";
const std::string kAcceptOther = "image-click 170 110\nkey Enter\nwait idle\n";

/// The main figure's top and trousers, or a dress; and the top of somebody beside it, whose score differs a little.
Prediction two_people() {
  Prediction prediction = made_prediction();
  Proposal other = prediction.readings[0].garments[0];
  other.region = kOthersTop;
  other.score = 0.6;
  Proposal dress = prediction.readings[0].garments[0];
  dress.part = Part::kDress;
  dress.region = {{{{60, 70}, {140, 70}, {135, 280}, {65, 280}}}};
  prediction.readings[0].garments.push_back(other);
  other.score = 0.58;
  prediction.readings.push_back({0.1, {dress, other}});
  return prediction;
}

class StudioPeople : public ::testing::Test {
 protected:
  void SetUp() override {
    JAEDAN_REQUIRE_DISPLAY();
    ASSERT_OK(project_.open().store().save_prediction(project_.photo(0), two_people()));
  }
  /// Which parts the photo has after `script`.
  std::vector<Part> play_on(const std::string& script) const {
    const auto result = play(project_.path(), "wait idle\n" + script + "wait idle\n");
    EXPECT_EQ(result.exit_code, 0) << result.err;
    std::vector<Part> parts;
    for (const Garment& garment : project_.annotation(0).garments) parts.push_back(garment.part);
    std::sort(parts.begin(), parts.end());
    return parts;
  }
  bool others_top_is_there() const {
    const auto& garments = project_.annotation(0).garments;
    return std::any_of(garments.begin(), garments.end(), [](const Garment& g) { return g.region == kOthersTop; });
  }

  MadeProject project_{1};
};

const std::vector<Part> kTwoTops = {Part::kTop, Part::kTop};

std::vector<Part> sorted(std::vector<Part> parts) {
  std::sort(parts.begin(), parts.end());
  return parts;
}

TEST_F(StudioPeople, TheTopsOfBothAreAcceptedByClickOneAfterTheOther) {
  EXPECT_EQ(play_on(kAcceptMain), std::vector<Part>{Part::kTop});
  EXPECT_EQ(play_on(kAcceptOther), kTwoTops);
  EXPECT_TRUE(others_top_is_there());
  EXPECT_EQ(play_on("key Enter\n"), sorted({Part::kTop, Part::kTop, Part::kBottom})) << "the rest";
  EXPECT_EQ(play_on("key Enter\n").size(), 3u) << "nothing is left";
}

TEST_F(StudioPeople, TheButtonsInTheListDoTheSame) {
  EXPECT_EQ(play_on("press proposal.0.accept\nwait idle\npress proposal.2.accept\n"), kTwoTops);
}

TEST_F(StudioPeople, ATopTakenAwayStaysAwayAndTheOtherOneIsStillOffered) {
  EXPECT_EQ(play_on(kAcceptMain + "key Esc\nimage-click 100 100\nkey Del\nwait idle\nkey Enter\n"),
            sorted({Part::kTop, Part::kBottom}));
  EXPECT_TRUE(others_top_is_there());
}

TEST_F(StudioPeople, AnotherReadingOfTheMainFigureLeavesTheOtherPersonAlone) {
  EXPECT_EQ(play_on("key Enter\nwait idle\nkey S\n"), sorted({Part::kDress, Part::kTop}));
  const auto& garments = project_.annotation(0).garments;
  const auto top =
      std::find_if(garments.begin(), garments.end(), [](const Garment& g) { return g.part == Part::kTop; });
  ASSERT_NE(top, garments.end());
  EXPECT_EQ(top->region_provenance.score, 0.6) << "the garment that was accepted, not another one like it";
}

TEST_F(StudioPeople, ATouchedTopOfTheOtherPersonDoesNotHinderTheMainFiguresSwap) {
  const std::string touch = "key Esc\nimage-click 170 110\nimage-drag 190 140 193 144 195 146\nkey Esc\nwait idle\n";
  EXPECT_EQ(play_on("key Enter\nwait idle\n" + touch + "key S\n"), sorted({Part::kDress, Part::kTop}));
  EXPECT_FALSE(others_top_is_there()) << "it was dragged";
}

}  // namespace
}  // namespace jaedan::gui::testing
