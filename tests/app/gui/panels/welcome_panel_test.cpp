#include "app/gui/panels/welcome_panel.h"

#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include "tests/app/gui/panels/null_window.h"

namespace jaedan::gui::testing {
namespace {

NullWindow::Content welcome() {
  return [user = UserField()](const Ui& ui) mutable { welcome_panel(ui, user); };
}

TEST(WelcomePanel, FitsInEveryLook) {
  draw_in_all_looks(whole, true, welcome, [](const NullWindow& window) {
    for (const char* item : {"welcome.open", "welcome.help", "welcome.ko", "welcome.en", "welcome.cvat", "user"}) {
      EXPECT_TRUE(window.shows(item)) << item;
    }
  });
}

TEST(WelcomePanel, TheEmptyProjectFitsInEveryLook) {
  draw_in_all_looks(whole, true, [] { return empty_project_panel; });
}

TEST(WelcomePanel, LeadsToProjectsAndToTheKeys) {
  Settings settings;
  for (int i = 0; i < 9; ++i) settings.recent.push_back("/photos/" + std::string(60, 'n') + std::to_string(i));
  NullWindow window({}, settings);
  const auto content = welcome();
  window.draw_panel(whole(window), content);
  EXPECT_TRUE(window.shows("recent.5"));
  EXPECT_FALSE(window.shows("recent.6"));
  window.press("recent.2");
  window.draw_panel(whole(window), content);
  ASSERT_TRUE(window.asked<OpenProject>());
  EXPECT_EQ(window.asked<OpenProject>()->path, settings.recent[2]);
  window.press("welcome.open");
  window.draw_panel(whole(window), content);
  EXPECT_TRUE(window.asked_for("open_dialog"_action));
  window.press("welcome.help");
  window.draw_panel(whole(window), content);
  EXPECT_TRUE(window.asked_for("help"_action));
}

TEST(WelcomePanel, AChoiceIsAskedForOnceAndOnlyWhenItIsMade) {
  NullWindow window;
  const auto content = welcome();
  window.draw_panel(whole(window), content);
  EXPECT_EQ(window.request_count(), 0u);
  window.press("welcome.en");
  window.draw_panel(whole(window), content);
  ASSERT_EQ(window.request_count(), 1u);
  EXPECT_EQ(window.asked<ChangeSettings>()->settings.language, Language::kEnglish);
}

TEST(WelcomePanel, ANameCountsWhenItsFieldIsLeft) {
  NullWindow window;
  const auto content = welcome();
  window.draw_panel(whole(window), content);
  window.press("user");
  window.draw_panel(whole(window), content);
  window.type("mina");
  window.draw_panel(whole(window), content);
  EXPECT_EQ(window.request_count(), 0u) << "changes that are saved meanwhile are logged under the old name";
  window.key(GLFW_KEY_ENTER);
  window.draw_panel(whole(window), content);
  ASSERT_TRUE(window.asked<ChangeSettings>());
  EXPECT_EQ(window.asked<ChangeSettings>()->settings.user, "mina");
}

TEST(WelcomePanel, AnEmptyProjectAsksForPhotos) {
  NullWindow window;
  window.draw_panel(whole(window), empty_project_panel);
  window.press("empty.import");
  window.draw_panel(whole(window), empty_project_panel);
  EXPECT_TRUE(window.asked_for("import_dialog"_action));
}

}  // namespace
}  // namespace jaedan::gui::testing
