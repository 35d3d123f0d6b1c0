#include "app/gui/base/settings.h"

#include <gtest/gtest.h>

#include <fstream>

#include "labeling/base/file_system.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::gui {
namespace {

using testing::TemporaryFolder;

TEST(Settings, ComeBackAsTheyWereSaved) {
  const TemporaryFolder folder;
  Settings settings;
  settings.language = Language::kEnglish;
  settings.theme = ThemeKind::kLight;
  settings.keys = KeyPreset::kCvat;
  settings.font_scale = 1.25F;
  settings.left_width = 300;
  settings.brush_px = 33;
  settings.snap = false;
  settings.prefill_ahead = false;
  settings.photo_order = {labeling::PhotoKey::kScore, true};
  settings.key_changes[KeyPreset::kCvat] = {{"rectangle_tool", "Z"}, {"help", ""}};
  settings.user = "민지";
  settings.first_start = false;
  settings.last_photo["/p/가을.jaedan"] = 42;
  settings.export_format = "coco";
  settings.export_folders["/p/가을.jaedan"] = "/p/나감";
  remember_project(settings, "/p/가을.jaedan");
  ASSERT_OK(disk().write_atomically(folder / "new/studio.json", settings_text(settings)));
  ASSERT_OK_AND_ASSIGN(const Settings read, load_settings(folder / "new/studio.json"));
  EXPECT_EQ(read.language, Language::kEnglish);
  EXPECT_EQ(read.theme, ThemeKind::kLight);
  EXPECT_EQ(read.keys, KeyPreset::kCvat);
  EXPECT_FLOAT_EQ(read.font_scale, 1.25F);
  EXPECT_FLOAT_EQ(read.left_width, 300);
  EXPECT_FLOAT_EQ(read.brush_px, 33);
  EXPECT_FALSE(read.snap);
  EXPECT_FALSE(read.prefill_ahead);
  EXPECT_EQ(read.photo_order, settings.photo_order);
  EXPECT_EQ(changes_of(read), changes_of(settings));
  EXPECT_EQ(read.user, "민지");
  EXPECT_FALSE(read.first_start);
  EXPECT_EQ(read.recent, std::vector<std::string>{"/p/가을.jaedan"});
  EXPECT_EQ(read.last_photo.at("/p/가을.jaedan"), 42);
  EXPECT_EQ(read.export_format, "coco");
  EXPECT_EQ(read.export_folders, settings.export_folders);
}

TEST(Settings, AMissingFileMeansDefaults) {
  const TemporaryFolder folder;
  ASSERT_OK_AND_ASSIGN(const Settings read, load_settings(folder / "none.json"));
  EXPECT_TRUE(read.first_start);
  EXPECT_EQ(read.language, Language::kKorean);
}

TEST(Settings, ValuesThatMakeNoSenseBecomeSensible) {
  const TemporaryFolder folder;
  std::ofstream(folder / "odd.json")
      << R"({"font_scale": 900, "left_width": "wide", "recent": 7, "theme": null, "photo_order": "size"})";
  ASSERT_OK_AND_ASSIGN(const Settings read, load_settings(folder / "odd.json"));
  EXPECT_FLOAT_EQ(read.font_scale, 2.0F);
  EXPECT_EQ(read.photo_order, labeling::PhotoOrder{});
  EXPECT_FLOAT_EQ(read.left_width, Settings().left_width);
  EXPECT_TRUE(read.recent.empty());
}

TEST(Settings, ABrokenFileIsToldAndNotOverwrittenByReading) {
  const TemporaryFolder folder;
  std::ofstream(folder / "broken.json") << "{\"theme\": ";
  EXPECT_ERROR(load_settings(folder / "broken.json"), ErrorCode::kCorrupt);
}

TEST(Settings, AProjectIsRememberedOnce) {
  Settings settings;
  for (int i = 0; i < 20; ++i) remember_project(settings, "/p/" + std::to_string(i % 12));
  EXPECT_LE(settings.recent.size(), 10u);
  EXPECT_EQ(settings.recent.front(), "/p/7");
  remember_project(settings, "/p/5");
  EXPECT_EQ(std::count(settings.recent.begin(), settings.recent.end(), "/p/5"), 1);
}

TEST(Settings, ANameOfAUserIsOneThatTheProjectCouldHave) {
  EXPECT_EQ(name_of_user("  mina\t"), "mina");
  EXPECT_EQ(name_of_user("\u1106\u1175\u11AB\u110C\u1175"), "민지");
  EXPECT_EQ(name_of_user(std::string(64, 'a')).size(), 64u);
  for (const std::string& none :
       {std::string(" "), std::string(65, 'a'), std::string("a\nb"), std::string("a\u200Bb")}) {
    EXPECT_EQ(name_of_user(none), "");
  }
}

}  // namespace
}  // namespace jaedan::gui
