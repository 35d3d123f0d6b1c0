// The list of photos in another order, and what leads through it. The real program in a real window.

#include "tests/app/gui/studio/studio_fixture.h"

namespace jaedan::gui::testing {
namespace {

class StudioList : public ::testing::Test {
 protected:
  void SetUp() override { JAEDAN_REQUIRE_DISPLAY(); }

  /// Of four photos with these scores, in the order in which they came, those that have garments after the script:
  /// Enter takes the proposals of the one that is shown.
  static std::vector<std::size_t> taken_after(const std::string& script) {
    const double scores[] = {0.9, 0.3, 0.6, 0.45};
    const MadeProject project(4);
    for (std::size_t i = 0; i < 4; ++i) {
      Prediction prediction = made_prediction();
      for (Proposal& proposal : prediction.readings[0].garments) proposal.score = scores[i];
      EXPECT_OK(project.open().store().save_prediction(project.photo(i), prediction));
    }
    const auto result = play(project.path(), "wait idle\n" + script + "key Enter\nwait idle\n");
    EXPECT_EQ(result.exit_code, 0) << result.err;
    std::vector<std::size_t> taken;
    for (std::size_t i = 0; i < 4; ++i) {
      if (!project.annotation(i).garments.empty()) taken.push_back(i);
    }
    return taken;
  }
  static std::string ordered_by(const std::string& key) {
    return "press order\nwait widget order." + key + "\npress order." + key + "\nwait idle\n";
  }
};

const std::string kFirst = "press photo.0\nwait idle\n";
const std::string kNext = "key D\nwait idle\n";
const std::string kBack = "key A\nwait idle\n";

using Photos = std::vector<std::size_t>;

TEST_F(StudioList, TheNextPhotoIsTheNextInTheOrderOfScores) {
  EXPECT_EQ(taken_after(ordered_by("score") + kFirst), Photos{1}) << "the worst first";
  EXPECT_EQ(taken_after(ordered_by("score") + kFirst + kNext), Photos{3});
  EXPECT_EQ(taken_after(ordered_by("score") + kFirst + kNext + kNext + kNext), Photos{0});
}

TEST_F(StudioList, ThePreviousPhotoIsThePreviousInThatOrder) {
  EXPECT_EQ(taken_after(ordered_by("score") + kFirst + kNext + kNext + kBack), Photos{3});
  // The photo that is shown keeps its place: by score it is the last.
  EXPECT_EQ(taken_after(ordered_by("score") + kBack), Photos{2});
}

TEST_F(StudioList, TheOtherWayRoundToo) {
  const std::string reversed = ordered_by("name") + "press order.reverse\nwait idle\n";
  EXPECT_EQ(taken_after(reversed + kFirst), Photos{3});
  EXPECT_EQ(taken_after(reversed + kFirst + kNext), Photos{2});
  EXPECT_EQ(taken_after(reversed + kBack), Photos{1}) << "photo 0 is the last";
}

}  // namespace
}  // namespace jaedan::gui::testing
