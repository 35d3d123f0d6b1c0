#include "app/gui/panels/recommend/search_panel.h"

#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include <memory>

#include "tests/app/gui/panels/made_documents.h"
#include "tests/app/gui/panels/null_window.h"
#include "tests/app/gui/panels/recommend/found_items.h"
#include "tests/app/gui/studio/made_project.h"

namespace jaedan::gui::testing {
namespace {

class SearchPanel : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { project_ = std::make_unique<MadeProject>(1); }
  static void TearDownTestSuite() { project_.reset(); }

  NullWindow::Content content() {
    return [this](const Ui& ui) { search_panel(ui, taxonomy(), shown_, thumbnails_, state_); };
  }
  void draw(NullWindow& window) { window.draw_panel(whole(window), content()); }
  void press(const std::string& item, NullWindow& window) {
    draw(window);
    window.press(item);
    draw(window);
  }
  /// "white shirt", of which two photos have one.
  void show_found() {
    workflow::SearchAnswers& found = state_.found.emplace();
    state_.asked = {"white shirt"};
    found.text = "white shirt";
    found.understood = {{{"colour", "white"}, false, {0, 5}}, {{"category", "shirt"}, true, {6, 5}}};
    for (int photo = 1; photo <= 2; ++photo) {
      found.garments.push_back({found_item(photo, false), 0, {"test.has", "has white"}});
      found.photos.push_back(PhotoId{photo});
    }
    found.may_be_more = true;
  }

  static std::unique_ptr<MadeProject> project_;
  ProjectThread reader_{std::make_shared<ProjectConnection>(project_->path()), {}, {}};
  Thumbnails thumbnails_{reader_};
  PhotoId shown_{7};
  SearchState state_;
};
std::unique_ptr<MadeProject> SearchPanel::project_;

TEST_F(SearchPanel, FitsInEveryLookEmptyWaitingFailedAndFull) {
  const auto in_all_looks = [&] {
    draw_in_all_looks(whole, true, [&] { return content(); });
    draw_in_all_looks(right_side, true, [&] { return content(); });
  };
  in_all_looks();
  state_.waiting = true;
  in_all_looks();
  state_.waiting = false;
  state_.error = Error{ErrorCode::kNotFound, "test.none", "there is no such photo"};
  in_all_looks();
  state_.error.reset();
  show_found();
  state_.found->notes = {{"test.note", "'qwxz' was not understood"}};
  workflow::Recommendations like;
  like.similar = {found_item(3, true)};
  state_.found->like = {like};
  in_all_looks();
}

TEST_F(SearchPanel, EnterAsksForWhatIsTyped) {
  NullWindow window;
  press("search.words", window);
  window.type("white shirt");
  draw(window);
  window.key(GLFW_KEY_ENTER);
  draw(window);
  const AskSearch* asked = window.asked<AskSearch>();
  ASSERT_TRUE(asked);
  EXPECT_EQ(asked->query.words, "white shirt");
  EXPECT_FALSE(asked->query.is_by_photo());
}

TEST_F(SearchPanel, NothingTypedIsNoQuestion) {
  NullWindow window;
  press("search.go", window);
  EXPECT_FALSE(window.asked<AskSearch>());
  EXPECT_TRUE(window.shows("search.examples"));
}

TEST_F(SearchPanel, ThePhotoOnScreenIsAskedAbout) {
  NullWindow window;
  press("search.like_shown", window);
  const AskSearch* asked = window.asked<AskSearch>();
  ASSERT_TRUE(asked);
  EXPECT_EQ(asked->query.like, PhotoId{7});
  window.forget_requests();
  shown_ = PhotoId();
  press("search.like_shown", window);
  EXPECT_FALSE(window.asked<AskSearch>()) << "there is none";
}

TEST_F(SearchPanel, AChipTakesItsWordsOutAndAsksAgain) {
  show_found();
  NullWindow window;
  press("search.chip.0", window);
  const AskSearch* asked = window.asked<AskSearch>();
  ASSERT_TRUE(asked);
  EXPECT_EQ(asked->query.words, "shirt");
  EXPECT_EQ(state_.typed, "shirt");
}

TEST_F(SearchPanel, WhatWasFoundIsOpenedListedAndFollowedByMore) {
  show_found();
  NullWindow window;
  press("search.found.1", window);
  ASSERT_TRUE(window.asked<OpenPhoto>());
  EXPECT_EQ(window.asked<OpenPhoto>()->id, PhotoId{2});
  press("search.show", window);
  ASSERT_TRUE(window.asked<ShowPhotos>());
  EXPECT_EQ(window.asked<ShowPhotos>()->filter.only, (std::vector<PhotoId>{PhotoId{1}, PhotoId{2}}));
  press("search.more", window);
  ASSERT_TRUE(window.asked<AskSearch>());
  EXPECT_GT(window.asked<AskSearch>()->query.k, state_.asked.k);
}

TEST_F(SearchPanel, AWholePhotoCannotBePinned) {
  show_found();
  state_.found->garments[0].item.garment = GarmentId();
  NullWindow window;
  draw(window);
  EXPECT_FALSE(window.shows("search.found.0.pin"));
  EXPECT_TRUE(window.shows("search.found.1.pin"));
}

}  // namespace
}  // namespace jaedan::gui::testing
