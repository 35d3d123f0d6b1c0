#include "app/gui/panels/conflict_panel.h"

#include <gtest/gtest.h>

#include <memory>

#include "tests/app/gui/panels/made_documents.h"
#include "tests/app/gui/panels/null_window.h"

namespace jaedan::gui::testing {
namespace {

struct ShownConflict {
  ShownConflict() {
    Annotation theirs = document.session.annotation();
    theirs.garments.pop_back();
    document.theirs.emplace(document.session.photo(), theirs);
  }
  void operator()(const Ui& ui) { conflict_panel(ui, document); }

  Document document = mixed_document();
};

Rect middle(const NullWindow& window) {
  const Rect left = left_side(window), right = right_side(window);
  return {left.right(), left.y, right.x - left.right(), left.height};
}

TEST(ConflictPanel, BothVersionsAndTheirButtonsAreInSightInEveryLook) {
  draw_in_all_looks(
      middle, false, [] { return content_of(std::make_shared<ShownConflict>()); },
      [](const NullWindow& window) {
        for (const char* item : {"conflict.mine", "conflict.theirs", "conflict.both"}) {
          ASSERT_TRUE(window.shows(item)) << item;
          EXPECT_TRUE(window.items().find(item)->in_sight) << item;
        }
        EXPECT_LT(window.items().find("conflict.mine")->rect.right(), window.items().find("conflict.theirs")->rect.x);
      });
}

TEST(ConflictPanel, EachButtonAsksForItsVersion) {
  const std::pair<const char*, ActionId> kButtons[] = {{"conflict.mine", "keep_mine"_action},
                                                       {"conflict.theirs", "keep_theirs"_action},
                                                       {"conflict.both", "keep_both"_action}};
  for (const auto& [button, action] : kButtons) {
    NullWindow window;
    const auto shown = std::make_shared<ShownConflict>();
    window.draw_panel(middle(window), content_of(shown));
    window.press(button);
    window.draw_panel(middle(window), content_of(shown));
    EXPECT_TRUE(window.asked_for(action)) << button;
  }
}

}  // namespace
}  // namespace jaedan::gui::testing
