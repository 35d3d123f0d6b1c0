// The program from outside: its command line, its exit codes, its messages.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/app/gui/studio/made_project.h"
#include "tests/app/gui/studio/studio_runner.h"

namespace jaedan::gui::testing {
namespace {

using ::testing::HasSubstr;

TEST(StudioProgram, WithoutADisplayItSaysSoAndEndsWithThree) {
  const MadeProject project(1);
  const auto result = jaedan::testing::run_program(
      JAEDAN_STUDIO, {project.path(), "--screenshot", project.file("a.png")}, {"DISPLAY=:987", "WAYLAND_DISPLAY="});
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_THAT(result.err, HasSubstr("no display"));
  EXPECT_THAT(result.err, HasSubstr("xvfb-run"));
}

TEST(StudioProgram, AProjectThatIsNotThereEndsWithThree) {
  const auto result = run_studio({"/nowhere/at/all.jaedan"});
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_THAT(result.err, HasSubstr("/nowhere/at/all.jaedan"));
}

TEST(StudioProgram, AFolderOfPhotosGetsAProjectBesideItAndTakesNewPhotosIn) {
  JAEDAN_REQUIRE_DISPLAY();
  const jaedan::testing::TemporaryFolder folder;
  std::filesystem::create_directories(folder / "photos/deeper");
  MadeProject::write_photo(folder / "photos/a.png");
  MadeProject::write_photo(folder / "photos/deeper/b.png");
  ASSERT_EQ(play(folder / "photos/", "wait idle\n").exit_code, 0);
  const auto count = [&] {
    const auto project = workflow::Project::open(folder / "photos.jaedan");
    return project.ok() ? project->store().list({}, PhotoId{}, 10)->size() : 0;
  };
  EXPECT_EQ(count(), 2u);
  MadeProject::write_photo(folder / "photos/c.png");
  const auto again = play(folder / "photos", "wait idle\n");
  EXPECT_EQ(again.exit_code, 0) << again.err;
  EXPECT_EQ(count(), 3u);
}

TEST(StudioProgram, AFolderWithoutPhotosEndsWithThree) {
  const jaedan::testing::TemporaryFolder folder;
  EXPECT_EQ(run_studio({folder / "."}).exit_code, 3);
}

TEST(StudioProgram, WrongUsageEndsWithTwo) {
  EXPECT_EQ(run_studio({"--size", "12"}).exit_code, 2);
  EXPECT_EQ(run_studio({"--lang", "fr"}).exit_code, 2);
  EXPECT_EQ(run_studio({"--nonsense"}).exit_code, 2);
  EXPECT_EQ(run_studio({"--script", "/nowhere/script"}).exit_code, 2);
}

TEST(StudioProgram, HelpIsOneScreenOnStandardOutput) {
  const auto result = run_studio({"--help"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, HasSubstr("--screenshot"));
}

TEST(StudioProgram, AScriptThatPressesWhatIsNotThereEndsWithOne) {
  JAEDAN_REQUIRE_DISPLAY();
  const MadeProject project(1);
  const auto result = play(project.path(), "wait idle\npress no.such.thing\n");
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.err, HasSubstr("line 2"));
}

}  // namespace
}  // namespace jaedan::gui::testing
