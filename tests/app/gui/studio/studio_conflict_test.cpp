// Two studios on one project: what one of them cannot save is seen, and nothing of it is lost. Real windows.

#include <gmock/gmock.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <future>
#include <thread>

#include "tests/app/gui/studio/studio_fixture.h"

namespace jaedan::gui::testing {
namespace {

using jaedan::testing::ProgramResult;
using ::testing::HasSubstr;

const std::string kDrawTop = "key R\nkey 2\nimage-drag 60 70 80 100 140 150\n";
const std::string kDrawTrousers = "key R\nkey 3\nimage-drag 65 160 80 200 135 280\n";
const std::string kUntilAsked = "wait widget conflict.mine\n";

class StudioConflict : public StudioFixture {
 protected:
  /// A studio draws a top and goes on with `script`; another one has drawn trousers since the first one read the photo.
  ProgramResult play_second(const std::string& script, const std::vector<std::string>& more = {}) const {
    const std::string ready = project_.file("ready.png"), go = project_.file("go");
    auto second = std::async(std::launch::async, [&] {
      return play(project_.path(), "wait idle\nscreenshot " + ready + "\nwait file " + go + "\n" + kDrawTop + script,
                  more);
    });
    while (!std::filesystem::exists(ready) &&
           second.wait_for(std::chrono::milliseconds(20)) != std::future_status::ready)
      continue;
    play_on(kDrawTrousers);
    std::ofstream(go) << "go";
    return second.get();
  }
  std::vector<Part> parts() const {
    std::vector<Part> all;
    for (const Garment& garment : project_.annotation(0).garments) all.push_back(garment.part);
    return all;
  }
};

TEST_F(StudioConflict, MineIsKeptAndUndoBringsTheirsBack) {
  const ProgramResult result = play_second(kUntilAsked + "press conflict.mine\nwait idle\n");
  ASSERT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(parts(), std::vector<Part>{Part::kTop});
  play_on("key Ctrl+Z\n");
  EXPECT_EQ(parts(), std::vector<Part>{Part::kBottom});
}

TEST_F(StudioConflict, AfterTheirsWasKeptRedoBringsMineBack) {
  const ProgramResult result = play_second(kUntilAsked + "press conflict.theirs\nwait idle\nkey Ctrl+Y\nwait idle\n");
  ASSERT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(parts(), std::vector<Part>{Part::kTop});
}

TEST_F(StudioConflict, BothAreKept) {
  const ProgramResult result = play_second(kUntilAsked + "press conflict.both\nwait idle\n");
  ASSERT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(parts(), (std::vector<Part>{Part::kBottom, Part::kTop}));
}

TEST_F(StudioConflict, APhotoThatOneHasLeftStaysMarkedAndIsFoundAgain) {
  const ProgramResult result =
      play_second(kUntilAsked + "key D\nwait widget photo.0.unsaved\nwait widget part.top\npress part.top\nkey Esc\n" +
                  "press status.unsaved\n" + kUntilAsked + "press conflict.both\nwait idle\n");
  ASSERT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(parts().size(), 2U);
}

TEST_F(StudioConflict, WaitingForWhatCannotBeSavedEndsWithTheError) {
  const ProgramResult result = play_second("wait idle\nkey D\nwait idle\n");
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.err, HasSubstr("photo 'photo_000' is not saved"));
  EXPECT_THAT(result.err, HasSubstr("script line"));
  EXPECT_EQ(parts(), std::vector<Part>{Part::kBottom});
}

TEST_F(StudioConflict, NoKeyChangesWhatIsNotSeenMeanwhile) {
  const ProgramResult result = play_second(kUntilAsked +
                                           "key Del\nkey Ctrl+Z\nkey Down\nkey 1\nwait 3\n"
                                           "press conflict.mine\nwait idle\n");
  ASSERT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(parts(), std::vector<Part>{Part::kTop});
}

TEST_F(StudioConflict, WhatNoHandCouldPressIsNoSuccess) {
  const ProgramResult covered = play(project_.path(), "wait idle\nkey F1\nwait 3\npress tool.brush\nwait idle\n");
  EXPECT_EQ(covered.exit_code, 1);
  EXPECT_THAT(covered.err, HasSubstr("no hand could press 'tool.brush': something lies over it"));
  EXPECT_EQ(play(project_.path(), "wait idle\npress tool.brush\npress splitter.left\nwait idle\n").exit_code, 0);
}

TEST_F(StudioConflict, AProjectThatCannotBeOpenedEndsAScriptThatWaits) {
  std::ofstream(project_.path() + "/project.db") << "no database";
  const ProgramResult result = play(project_.path(), "wait idle\n");
  EXPECT_NE(result.exit_code, 0);
  EXPECT_THAT(result.err, HasSubstr("the file is not a database"));
}

}  // namespace
}  // namespace jaedan::gui::testing
