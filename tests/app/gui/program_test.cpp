// The program from outside: its command line, its exit codes, its messages.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/app/gui/made_project.h"
#include "tests/app/gui/studio_runner.h"

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
