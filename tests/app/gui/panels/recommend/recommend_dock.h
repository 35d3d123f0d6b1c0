#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "app/gui/panels/recommend/recommend_panel.h"
#include "tests/app/gui/panels/made_documents.h"
#include "tests/app/gui/panels/null_window.h"
#include "tests/app/gui/panels/recommend/found_items.h"
#include "tests/app/gui/studio/made_project.h"

namespace jaedan::gui::testing {

/// An answer with something of everything.
inline workflow::Recommendations much_found() {
  workflow::Recommendations all;
  for (int i = 0; i < 9; ++i) all.similar.push_back(found_item(i + 1, true));
  for (int i = 0; i < 4; ++i) {
    workflow::RecommendedOutfit outfit;
    outfit.match = found_item(20 + i, true);
    for (int k = 0; k < 5; ++k) outfit.goes_with.push_back(found_item(30 + k, false));
    all.outfits.push_back(outfit);
  }
  workflow::RecommendedTableOutfit set;
  set.table = "looks of a whole and rather long summer";
  set.outfit = "12";
  set.items = {{{"셔츠", "top"}, Part::kTop, {{"category", "shirt"}, {"colour", "white"}}},
               {{"1234", ""}, std::nullopt, {}}};
  set.reason = {"test.reason", "it has a shirt"};
  all.table_outfits = {set, set};
  return all;
}

/// The dock beside a photo with a garment of a model and one of a person's own.
class RecommendPanel : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { project_ = std::make_unique<MadeProject>(1); }
  static void TearDownTestSuite() { project_.reset(); }

  NullWindow::Content content() {
    return [this](const Ui& ui) {
      recommend_panel(ui, taxonomy(), {document_, selection_, filter_}, thumbnails_, state_);
    };
  }
  void draw(NullWindow& window) { window.draw_panel(right_side(window), content()); }
  void press(const std::string& item, NullWindow& window) {
    draw(window);
    window.press(item);
    draw(window);
  }
  /// What stands there is asked, and this is the answer.
  const workflow::RecommendQuery& answer(NullWindow& window, std::optional<workflow::Recommendations> found = {}) {
    draw(window);
    const AskRecommend* asked = window.asked<AskRecommend>();
    EXPECT_TRUE(asked);
    if (asked) state_.asked = state_.answered = asked->query;
    state_.has_asked = true;
    state_.found = std::move(found);
    window.forget_requests();
    draw(window);
    EXPECT_EQ(window.request_count(), 0u) << "nothing else was to be asked";
    return state_.asked;
  }
  /// The bottom is selected, and much is like it.
  void find_much(NullWindow& window) {
    selection_.select_only(kOfModel);
    answer(window, much_found());
  }
  void change(const std::string& attribute, const std::string& value, NullWindow& window) {
    press("recommend.change", window);
    press("change." + attribute, window);
    press("recommend.change_to", window);
    press("value." + value, window);
  }

  static inline std::unique_ptr<MadeProject> project_;
  ProjectThread reader_{std::make_shared<ProjectConnection>(project_->path()), {}, {}};
  Thumbnails thumbnails_{reader_};
  Document document_ = mixed_document();
  Selection selection_;
  labeling::PhotoFilter filter_;
  RecommendState state_;
};

}  // namespace jaedan::gui::testing
