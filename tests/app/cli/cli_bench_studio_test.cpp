#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "tests/app/cli/cli.h"
#include "tests/support/matchers.h"

namespace jaedan::testing {
namespace {

namespace fs = std::filesystem;

bool can_open_windows() {
  const char* display = std::getenv("DISPLAY");
  return (display != nullptr && *display != '\0') || std::system("command -v Xvfb > /dev/null") == 0;
}

TEST(CliBenchStudio, MeasuresARealWindow) {
  if (!fs::exists(fs::path(JAEDAN_PROGRAM).parent_path() / "jaedan-studio")) GTEST_SKIP() << "built without the studio";
  ASSERT_TRUE(can_open_windows()) << "needs a display, or Xvfb to make one; install the package xvfb";
  const auto result = jaedan({"bench", "studio", "polygons", "--polygons", "12", "--json"});
  ASSERT_EQ(result.exit_code, 0) << result.err;
  const auto document = nlohmann::json::parse(result.out);
  EXPECT_FALSE(document.at("renderer").get<std::string>().empty());
  ASSERT_EQ(document.at("frames").size(), 3U);
  for (const auto& row : document.at("frames")) {
    EXPECT_EQ(row.at("scene"), "12 polygons");
    EXPECT_GT(row.at("frames"), 20);
    EXPECT_GT(row.at("own_ms").at("p95"), 0);
    EXPECT_GE(row.at("own_ms").at("p95"), row.at("own_ms").at("median"));
    EXPECT_GT(row.at("draw_ms").at("median"), 0);
  }
  ASSERT_EQ(document.at("answers").size(), 1U);
  EXPECT_EQ(document.at("answers").at(0).at("times"), 10);
  EXPECT_GE(document.at("answers").at(0).at("median_ms"), document.at("answers").at(0).at("own_ms").at("median"));
}

TEST(CliBenchStudio, MeasuresWhatIsLikeAGarmentAndTheMapOfAll) {
  if (!fs::exists(fs::path(JAEDAN_PROGRAM).parent_path() / "jaedan-studio")) GTEST_SKIP() << "built without the studio";
  ASSERT_TRUE(can_open_windows()) << "needs a display, or Xvfb to make one; install the package xvfb";
  const auto result = jaedan({"bench", "studio", "recommend", "map", "--garments", "60", "--json"});
  ASSERT_EQ(result.exit_code, 0) << result.err;
  const auto document = nlohmann::json::parse(result.out);
  ASSERT_EQ(document.at("answers").size(), 1U);
  EXPECT_EQ(document.at("answers").at(0).at("scene"), "60 garments");
  EXPECT_EQ(document.at("answers").at(0).at("times"), 40);
  EXPECT_GT(document.at("answers").at(0).at("own_ms").at("median"), 0);
  ASSERT_EQ(document.at("frames").size(), 5U);
  for (const auto& row : document.at("frames")) {
    EXPECT_EQ(row.at("scene"), "a map of 60 garments");
    EXPECT_GT(row.at("frames"), 5) << row;
    EXPECT_GT(row.at("own_ms").at("p95"), 0);
    EXPECT_NEAR(row.at("allowed_ms"), 16.7, 0.01);
  }
  ASSERT_EQ(document.at("figures").size(), 2U);
  EXPECT_GT(document.at("figures").at(0).at("value"), 0);
}

TEST(CliBenchStudio, AnUnknownSceneIsWrongUsage) { EXPECT_EQ(jaedan({"bench", "studio", "clouds"}).exit_code, 2); }

}  // namespace
}  // namespace jaedan::testing
