// Every panel in both languages and both themes, with nothing, something and far too much to show.

#include <gtest/gtest.h>

#include <cmath>

#include "labeling/edit/proposals/accept_proposals.h"
#include "tests/app/gui/studio/made_project.h"
#include "tests/app/gui/studio/studio_runner.h"
#include "tests/support/matchers.h"

namespace jaedan::gui::testing {
namespace {

struct Look {
  const char* language;
  const char* theme;
  const char* size;
};

class Looks : public ::testing::TestWithParam<Look> {
 protected:
  void SetUp() override { JAEDAN_REQUIRE_DISPLAY(); }

  std::vector<std::string> arguments() const {
    const Look& look = GetParam();
    return {"--lang", look.language, "--theme", look.theme, "--size", look.size};
  }

  /// Plays `script` and looks at each of its pictures.
  void expect_painted(const MadeProject& project, const std::string& script, const std::vector<std::string>& pictures,
                      const std::string& opened, const std::vector<std::string>& more = {}) const {
    const jaedan::testing::TemporaryFolder folder;
    const std::string file = folder / "script";
    write(file, script);
    std::vector<std::string> all = arguments();
    if (!opened.empty()) all.insert(all.begin(), opened);
    all.insert(all.end(), {"--script", file});
    all.insert(all.end(), more.begin(), more.end());
    const auto result = run_studio(all);
    ASSERT_EQ(result.exit_code, 0) << result.err;
    for (const std::string& picture : pictures) {
      const Image image = read_picture(project.file(picture));
      EXPECT_GT(distinct_colours(image), 60) << picture;
    }
  }

 private:
  static void write(const std::string& path, const std::string& text) {
    FILE* file = std::fopen(path.c_str(), "w");
    ASSERT_NE(file, nullptr);
    std::fputs(text.c_str(), file);
    std::fclose(file);
  }
};

TEST_P(Looks, WelcomeAndItsDialogs) {
  const MadeProject project(1);
  expect_painted(project,
                 "wait idle\nscreenshot " + project.file("welcome.png") + "\nkey F1\nwait 3\nscreenshot " +
                     project.file("help.png") + "\nkey Esc\nkey F2\nwait 3\nscreenshot " +
                     project.file("settings.png") + "\nkey Esc\nkey Ctrl+O\nwait idle\nscreenshot " +
                     project.file("open.png") + "\n",
                 {"welcome.png", "help.png", "settings.png", "open.png"}, {});
}

TEST_P(Looks, AnEmptyProject) {
  const MadeProject project(0);
  expect_painted(project,
                 "wait idle\nscreenshot " + project.file("empty.png") + "\nkey Ctrl+I\nwait idle\nscreenshot " +
                     project.file("import.png") + "\n",
                 {"empty.png", "import.png"}, project.path());
}

TEST_P(Looks, APhotoWithProposalsAndGarments) {
  const MadeProject project(30);
  for (std::size_t i = 0; i < 30; ++i) {
    ASSERT_OK(project.open().store().save_prediction(project.photo(i), made_prediction()));
  }
  expect_painted(project,
                 "wait idle\nscreenshot " + project.file("proposed.png") +
                     "\nkey Enter\nwait idle\nimage-click 100 100\nwait idle\nscreenshot " +
                     project.file("accepted.png") + "\nkey Down\nwait 3\nscreenshot " + project.file("asking.png") +
                     "\nkey Esc\nkey M\nwait idle\nscreenshot " + project.file("recommend.png") + "\n",
                 {"proposed.png", "accepted.png", "asking.png", "recommend.png"}, project.path());
}

TEST_P(Looks, DrawingTickedPhotosAndTheFirstStart) {
  const MadeProject project(5);
  expect_painted(project,
                 "wait idle\nkey P\nimage-click 60 70\nimage-click 140 70\nimage-move 120 150\nwait 3\nscreenshot " +
                     project.file("draw.png") + "\nkey Esc\nkey Ctrl+A\nkey Ctrl+L\nwait 3\nscreenshot " +
                     project.file("label.png") + "\nkey Esc\nkey I\nwait 3\nscreenshot " + project.file("look.png") +
                     "\nkey Esc\nwheel 400 300 6\nwait 3\nscreenshot " + project.file("navigator.png") +
                     "\nkey F1\nwait 3\npress key.polygon_tool\nkey R\nwait 3\nscreenshot " +
                     project.file("conflict.png") + "\n",
                 {"draw.png", "label.png", "look.png", "navigator.png", "conflict.png"}, project.path());
  expect_painted(project, "wait idle\nwait 3\nscreenshot " + project.file("first.png") + "\n", {"first.png"},
                 project.path(), {"--first-start"});
}

TEST_P(Looks, FarTooMuch) {
  const MadeProject project(1);
  workflow::Project opened = project.open();
  std::vector<Photo> photos(20000);
  for (std::size_t i = 0; i < photos.size(); ++i) {
    photos[i].name = "몹시 긴 이름의 사진 with a very long name indeed " + std::to_string(i);
    photos[i].path = "/nowhere/" + std::to_string(i) + ".jpg";
    photos[i].width = photos[i].height = 100;
  }
  ASSERT_OK(opened.store().add_photos(photos));
  ASSERT_OK_AND_ASSIGN(Annotation annotation, opened.store().annotation(project.photo(0)));
  for (int i = 0; i < 300; ++i) {
    Garment garment;
    garment.id = {i + 1};
    garment.part = kAllParts[static_cast<std::size_t>(i) % 4];
    Ring ring;
    for (int k = 0; k < 60; ++k) {
      const double angle = k * 2 * 3.14159265 / 60;
      ring.push_back({20 + i % 20 * 8 + 6 * std::cos(angle), 20 + i / 20 * 16 + 6 * std::sin(angle)});
    }
    garment.region.rings = {ring};
    annotation.garments.push_back(garment);
  }
  ASSERT_OK(opened.store().save(annotation, {"tester", "edit"}));
  expect_painted(project, "wait idle\nscreenshot " + project.file("much.png") + "\n", {"much.png"}, project.path());
}

INSTANTIATE_TEST_SUITE_P(All, Looks,
                         ::testing::Values(Look{"ko", "dark", "1280x800"}, Look{"ko", "light", "1920x1080"},
                                           Look{"en", "dark", "1920x1080"}, Look{"en", "light", "1280x800"},
                                           Look{"en", "dark", "640x480"}),
                         [](const auto& made) {
                           return std::string(made.param.language) + "_" + made.param.theme + "_" + made.param.size;
                         });

}  // namespace
}  // namespace jaedan::gui::testing
