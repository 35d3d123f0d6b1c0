// Photos that are pre-filled before anybody looks at them. The real program in a real window, with the real model.

#include <filesystem>

#include "tests/app/gui/studio/studio_fixture.h"

namespace jaedan::gui::testing {
namespace {

class StudioPrefill : public StudioFixture {
 protected:
  void SetUp() override {
    StudioFixture::SetUp();
    const auto module = std::filesystem::path(JAEDAN_STUDIO).parent_path() / "libjaedan_torch.so";
    if (!std::filesystem::exists(module)) GTEST_SKIP() << "built without LibTorch";
  }
  void play_ahead(const std::string& script) {
    const auto result = play(project_.path(), script, {"--prefill-ahead"});
    EXPECT_EQ(result.exit_code, 0) << result.err;
  }
  std::optional<Prediction> prediction(std::size_t photo) const {
    return project_.open().store().prediction(project_.photo(photo)).value();
  }
};

TEST_F(StudioPrefill, EveryPhotoThatComesNextHasProposals) {
  play_ahead("wait idle\n");
  for (const std::size_t photo : {0, 1}) {
    EXPECT_TRUE(prediction(photo)) << photo;
    EXPECT_EQ(project_.annotation(photo).revision, 0) << "nobody has worked on it";
  }
}

TEST_F(StudioPrefill, IsTurnedOffInTheStatusBarAndStaysOff) {
  const MadeProject many(15);
  const auto result = play(many.path(), "wait widget job.cancel\npress job.cancel\nwait idle\n", {"--prefill-ahead"});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_FALSE(many.open().store().prediction(many.photo(14)).value());
}

TEST_F(StudioPrefill, PhotosThatWereWorkedOnAreLeftAlone) {
  const auto drawn = play(project_.path(), kDrawATop);
  ASSERT_EQ(drawn.exit_code, 0) << drawn.err;
  play_ahead("wait idle\n");
  EXPECT_FALSE(prediction(0));
  EXPECT_TRUE(prediction(1));
  EXPECT_EQ(project_.annotation(0).garments.size(), 1U);
}

TEST_F(StudioPrefill, AGarmentThatAPersonBeginsToLabelIsAskedAbout) {
  const auto drawn = play(project_.path(), kDrawATop);
  ASSERT_EQ(drawn.exit_code, 0) << drawn.err;
  const Annotation before = project_.annotation(0);
  play_ahead("wait idle\nkey Down\nwait idle\n");
  EXPECT_FALSE(prediction(0)) << "no model has seen it: what a person did is not covered with proposals";
  ASSERT_TRUE(prediction(1));
  Prediction nothing_proposed;
  nothing_proposed.model_id = prediction(1)->model_id;
  nothing_proposed.readings = {Reading{1, {}}};
  ASSERT_OK(project_.open().store().save_prediction(project_.photo(0), nothing_proposed));
  play_ahead("wait idle\nkey Down\nwait idle\n");
  ASSERT_TRUE(prediction(0));
  EXPECT_TRUE(prediction(0)->readings.at(0).garments.empty());
  ASSERT_EQ(prediction(0)->of_garments.size(), 1U);
  EXPECT_EQ(prediction(0)->of_garments[0].garment, before.garments.at(0).id);
  EXPECT_EQ(project_.annotation(0), before) << "it is no more than offered";
}

TEST_F(StudioPrefill, ScriptsThatDoNotAskForItHaveNone) {
  play_on("");
  EXPECT_FALSE(prediction(0));
}

}  // namespace
}  // namespace jaedan::gui::testing
