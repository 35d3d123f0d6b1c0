// A few views that do not change by themselves, pixel by pixel beside pictures that a person has looked at
// (tests/golden/views). $JAEDAN_WRITE_GOLDEN=1 writes the pictures anew; look at them before they are committed.

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "tests/app/gui/studio/made_project.h"
#include "tests/app/gui/studio/studio_runner.h"
#include "tests/support/matchers.h"

namespace jaedan::gui::testing {
namespace {

// Fonts are drawn a little differently by every version of their library; a panel that moved, a colour or a missing
// word are more than that.
constexpr int kTolerance = 48;
constexpr double kMostDiffering = 0.01;

class Views : public ::testing::Test {
 protected:
  void SetUp() override { JAEDAN_REQUIRE_DISPLAY(); }

  void expect_as_before(const std::string& name, const std::string& script, std::vector<std::string> arguments) const {
    const std::string golden = jaedan::testing::source_dir() + "/tests/golden/views/" + name + ".png";
    const bool write = std::getenv("JAEDAN_WRITE_GOLDEN") != nullptr;
    const std::string picture = write ? golden : folder_ / (name + ".png");
    std::ofstream(folder_ / "script") << script << "move 2 2\nwait idle\nwait 4\nscreenshot " << picture << "\n";
    arguments.insert(arguments.end(), {"--script", folder_ / "script"});
    const auto result = run_studio(arguments);
    ASSERT_EQ(result.exit_code, 0) << result.err;
    EXPECT_LT(differing_share(read_picture(golden), read_picture(picture)), kMostDiffering) << name;
  }

  static double differing_share(const Image& a, const Image& b) {
    if (a.width != b.width || a.height != b.height) return 1;
    std::size_t differing = 0;
    for (std::size_t i = 0; i < a.rgb.size(); i += 3) {
      bool differs = false;
      for (std::size_t c = 0; c < 3; ++c)
        differs = differs || std::abs(int(a.rgb[i + c]) - int(b.rgb[i + c])) > kTolerance;
      differing += differs ? 1 : 0;
    }
    return 3.0 * static_cast<double>(differing) / static_cast<double>(a.rgb.size());
  }

  const jaedan::testing::TemporaryFolder folder_;
};

TEST_F(Views, Welcome) {
  expect_as_before("welcome", "wait idle\n", {"--lang", "ko", "--theme", "dark", "--size", "1000x640"});
}

TEST_F(Views, Keys) {
  expect_as_before("keys", "wait idle\nkey F1\nwait 3\n", {"--lang", "en", "--theme", "dark", "--size", "1280x800"});
}

TEST_F(Views, AGarmentIsLabelled) {
  const MadeProject project(3);
  ASSERT_OK(project.open().store().save_prediction(project.photo(0), made_prediction()));
  expect_as_before("labels", "wait idle\nkey Enter\nwait idle\nimage-click 100 100\nkey Down\nwait idle\n",
                   {project.path(), "--lang", "en", "--theme", "light", "--size", "1000x640"});
}

}  // namespace
}  // namespace jaedan::gui::testing
