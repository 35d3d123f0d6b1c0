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

/// What a shell does with the studio, in its own process group, with `$studio`, `$project` and settings in
/// `$XDG_CONFIG_HOME`.
jaedan::testing::ProgramResult shell_with_studio(const MadeProject& project, const std::string& commands) {
  return jaedan::testing::run_program(
      "/bin/bash", {"-c", commands},
      {"DISPLAY=" + shared_display().name(), "LIBGL_ALWAYS_SOFTWARE=1", "XDG_CONFIG_HOME=" + project.file("config"),
       std::string("studio=") + JAEDAN_STUDIO, "project=" + project.path()});
}

// The file says that the studio is there; one of an earlier start would say so too soon.
constexpr const char* kStartAndWaitForSettings = R"(
rm -f "$XDG_CONFIG_HOME/jaedan/studio.json"
"$studio" "$project" & studio_process=$!
for i in $(seq 1200); do [ -s "$XDG_CONFIG_HOME/jaedan/studio.json" ] && break; sleep 0.1; done
)";

TEST(StudioProgram, WhatIsChosenIsOnDiskBeforeTheWindowCloses) {
  JAEDAN_REQUIRE_DISPLAY();
  const MadeProject project(1);
  const auto result =
      shell_with_studio(project, std::string(kStartAndWaitForSettings) +
                                     "kill -KILL $studio_process; cat \"$XDG_CONFIG_HOME/jaedan/studio.json\"");
  EXPECT_THAT(result.out, HasSubstr(project.path())) << "the project is among the recent ones: " << result.err;
}

TEST(StudioProgram, ALogoutClosesTheWindowAsAPersonDoes) {
  JAEDAN_REQUIRE_DISPLAY();
  const MadeProject project(1);
  for (const char* signal : {"TERM", "HUP", "INT"}) {
    const auto result = shell_with_studio(
        project, std::string(kStartAndWaitForSettings) + "kill -" + signal + " $studio_process; wait $studio_process");
    EXPECT_EQ(result.exit_code, 0) << signal << result.err;
  }
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
