#include "app/gui/panels/toolbar_panel.h"

#include <gtest/gtest.h>

#include <memory>

#include "labeling/edit/commands/set_flags.h"
#include "tests/app/gui/panels/made_documents.h"
#include "tests/app/gui/panels/null_window.h"
#include "tests/support/matchers.h"

namespace jaedan::gui::testing {
namespace {

struct ShownToolbar {
  std::optional<Document> document;
  PhotoView view;
  ToolbarState state;
  std::string project = "project";

  void operator()(const Ui& ui) { toolbar_panel(ui, project, document ? &*document : nullptr, view, state); }
};

TEST(ToolbarPanel, FitsInEveryLookWithAndWithoutAPhoto) {
  draw_in_all_looks(top_bar, false, [] { return content_of(std::make_shared<ShownToolbar>()); });
  draw_in_all_looks(
      top_bar, false,
      [] {
        auto shown = std::make_shared<ShownToolbar>();
        shown->document.emplace(mixed_document());
        shown->project = std::string(200, 'w');
        return content_of(shown);
      },
      [](const NullWindow& window) {
        for (const char* item : {"menu", "tool.select", "tool.contour", "part.dress", "undo", "redo", "fit", "look",
                                 "return", "approve", "settings", "help"}) {
          EXPECT_TRUE(window.shows(item)) << item;
        }
      });
}

TEST(ToolbarPanel, At800PixelsEveryButtonIsInSightOrInTheMenuOfTheRest) {
  for (const Language language : {Language::kKorean, Language::kEnglish}) {
    NullWindow window({language, ThemeKind::kDark, 1, 800, 640});
    auto shown = std::make_shared<ShownToolbar>();
    shown->document.emplace(mixed_document());
    shown->project = "a project with a long name";
    for (int i = 0; i < 3; ++i) window.draw_panel(top_bar(window), content_of(shown));
    expect_items_inside(window, top_bar(window), false, "800 pixels");
    for (const ToolRow& tool : tool_table()) EXPECT_TRUE(window.shows(std::string("tool.") + tool.id)) << tool.id;
    for (const char* item : {"menu", "part.outer", "part.dress", "more", "return", "approve"}) {
      ASSERT_TRUE(window.shows(item)) << item;
    }
    EXPECT_LT(window.items().find("more")->rect.right(), window.items().find("return")->rect.x);
    window.press("more");
    window.draw_panel(top_bar(window), content_of(shown));
    for (const char* item : {"undo", "redo", "fit", "look", "settings", "help"}) {
      ASSERT_TRUE(window.shows(item)) << item;
      EXPECT_TRUE(window.items().find(item)->in_sight) << item;
    }
    window.press("help");
    window.draw_panel(top_bar(window), content_of(shown));
    EXPECT_TRUE(window.asked_for("help"_action));
  }
}

TEST(ToolbarPanel, LeavesOutWordsOneAfterTheOtherUntilTheRestFits) {
  const auto squeeze_at = [](int width) {
    NullWindow window({Language::kEnglish, ThemeKind::kDark, 1, width, 900});
    auto shown = std::make_shared<ShownToolbar>();
    shown->document.emplace(mixed_document());
    window.draw_panel(top_bar(window), content_of(shown));
    return shown->state.squeeze;
  };
  EXPECT_EQ(squeeze_at(2560), 0);
  EXPECT_GT(squeeze_at(1000), 0);
  EXPECT_GE(squeeze_at(700), squeeze_at(1000));
}

TEST(ToolbarPanel, WhatMayNotBeUsedAsksForNothing) {
  NullWindow window;
  window.set_usable(false);
  const auto content = content_of(std::make_shared<ShownToolbar>());
  for (const char* item : {"tool.polygon", "part.top", "undo", "fit", "return", "approve"}) {
    window.draw_panel(top_bar(window), content);
    window.press(item);
    window.draw_panel(top_bar(window), content);
    EXPECT_EQ(window.request_count(), 0u) << item;
  }
  window.set_usable(true);
  window.press("settings");
  window.draw_panel(top_bar(window), content);
  EXPECT_TRUE(window.asked_for("settings"_action));
}

/// In a conflict neither of them does anything, and so neither looks as if it did.
TEST(ToolbarPanel, ReturnAndApproveAreNoButtonsWhereTheyDoNothing) {
  NullWindow window;
  window.set_usable(false);
  auto shown = std::make_shared<ShownToolbar>();
  shown->document.emplace(mixed_document());
  for (const char* item : {"return", "approve"}) {
    window.draw_panel(top_bar(window), content_of(shown));
    window.press(item);
    window.draw_panel(top_bar(window), content_of(shown));
    EXPECT_EQ(window.request_count(), 0u) << item;
  }
}

TEST(ToolbarPanel, WhoIsNoInspectorNeitherReturnsNorApproves) {
  for (const Role role : Roles::all().list()) {
    NullWindow window;
    window.actor.roles = {role};
    auto shown = std::make_shared<ShownToolbar>();
    shown->document.emplace(mixed_document());
    ASSERT_OK(shown->document->session.run(SetFlags({kOwn}, {true, std::nullopt}), Actor::alone("kim")));
    for (const char* item : {"return", "approve"}) {
      window.draw_panel(top_bar(window), content_of(shown));
      window.forget_requests();
      window.press(item);
      window.draw_panel(top_bar(window), content_of(shown));
      const bool inspects = role == Role::kInspector || role == Role::kManager;
      EXPECT_EQ(window.request_count(), inspects ? 1u : 0u) << item << ", " << id_of(role);
    }
  }
}

TEST(ToolbarPanel, EachButtonAsksForWhatItSays) {
  NullWindow window;
  auto shown = std::make_shared<ShownToolbar>();
  shown->document.emplace(mixed_document());
  ASSERT_OK(shown->document->session.run(SetFlags({kOwn}, {true, std::nullopt}), Actor::alone("kim")));
  constexpr std::pair<const char*, ActionId> kButtons[] = {{"tool.select", "select_tool"_action},
                                                           {"tool.polygon", "polygon_tool"_action},
                                                           {"tool.brush", "brush_tool"_action},
                                                           {"part.outer", "start_outer"_action},
                                                           {"part.dress", "start_dress"_action},
                                                           {"undo", "undo"_action},
                                                           {"fit", "fit"_action},
                                                           {"return", "return_photo"_action},
                                                           {"approve", "approve"_action},
                                                           {"settings", "settings"_action},
                                                           {"help", "help"_action}};
  window.draw_panel(top_bar(window), content_of(shown));
  for (const auto& [item, ask] : kButtons) {
    window.forget_requests();
    window.press(item);
    window.draw_panel(top_bar(window), content_of(shown));
    EXPECT_TRUE(window.asked_for(ask)) << item;
    EXPECT_EQ(window.request_count(), 1u) << item;
  }
  window.forget_requests();
  window.press("redo");
  window.draw_panel(top_bar(window), content_of(shown));
  EXPECT_EQ(window.request_count(), 0u) << "there is nothing to redo";
}

TEST(ToolbarPanel, TheProjectsMenuLeadsToItsDialogs) {
  constexpr std::pair<const char*, ActionId> kEntries[] = {{"menu.open", "open_dialog"_action},
                                                           {"menu.import", "import_dialog"_action},
                                                           {"menu.export", "export_dialog"_action},
                                                           {"menu.snapshot", "snapshot_dialog"_action},
                                                           {"menu.figures", "figures"_action},
                                                           {"menu.verify", "verify"_action},
                                                           {"menu.relocate", "relocate"_action},
                                                           {"menu.last_report", "last_report"_action},
                                                           {"menu.prefill", "prefill_photo"_action},
                                                           {"menu.prefill_all", "prefill_project"_action},
                                                           {"menu.accept_all", "accept_everywhere"_action},
                                                           {"menu.user", "switch_user"_action},
                                                           {"menu.settings", "settings"_action},
                                                           {"menu.help", "help"_action}};
  NullWindow window;
  const auto content = content_of(std::make_shared<ShownToolbar>());
  for (const auto& [item, ask] : kEntries) {
    window.draw_panel(top_bar(window), content);
    window.forget_requests();
    window.press("menu");
    window.draw_panel(top_bar(window), content);
    window.press(item);
    window.draw_panel(top_bar(window), content);
    EXPECT_TRUE(window.asked_for(ask)) << item;
  }
}

TEST(LookMenu, OpensWhenAskedForAndChangesWhatIsShown) {
  for (const Looks& looks : all_looks()) {
    SCOPED_TRACE(name_of(looks));
    NullWindow window(looks);
    auto shown = std::make_shared<ShownToolbar>();
    shown->document.emplace(mixed_document());
    shown->state.open_look = true;
    shown->view.look.contrast = 2;
    window.draw_panel(top_bar(window), content_of(shown));
    EXPECT_FALSE(shown->state.open_look);
    ASSERT_TRUE(window.shows("look.regions"));
    expect_items_inside(window, whole(window), false, "look");
    window.press("look.regions");
    window.draw_panel(top_bar(window), content_of(shown));
    EXPECT_TRUE(
        window.asked_some<ChangeSettings>([](const ChangeSettings& change) { return !change.settings.show_fill; }));
    window.press("look.reset");
    window.draw_panel(top_bar(window), content_of(shown));
    EXPECT_TRUE(shown->view.look.plain());
  }
}

}  // namespace
}  // namespace jaedan::gui::testing
