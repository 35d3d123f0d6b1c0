#include "app/gui/panels/recommend/recommend_panel.h"

#include <gtest/gtest.h>

#include <memory>

#include "tests/app/gui/panels/made_documents.h"
#include "tests/app/gui/panels/null_window.h"
#include "tests/app/gui/studio/made_project.h"

namespace jaedan::gui::testing {
namespace {

workflow::RecommendedItem found_item(std::int64_t photo, bool with_reason) {
  workflow::RecommendedItem made;
  made.photo.id = PhotoId{photo};
  made.photo.name = "a rather long name of a photo that was found " + std::to_string(photo);
  made.photo.width = 200;
  made.photo.height = 300;
  made.part = Part::kBottom;
  made.score = 0.87;
  made.box = {20, 30, 100, 150};
  if (with_reason)
    made.why = recommender::Reason{
        0.87, {{"colour", "black", "black"}}, {{"fit", "slim", "loose"}, {"of one's own", "a", "b"}}};
  return made;
}

workflow::Recommendations much_found() {
  workflow::Recommendations all;
  for (int i = 0; i < 9; ++i) all.similar.push_back(found_item(i + 1, true));
  for (int i = 0; i < 4; ++i) {
    workflow::RecommendedOutfit outfit;
    outfit.match = found_item(20 + i, true);
    for (int k = 0; k < 5; ++k) outfit.goes_with.push_back(found_item(30 + k, false));
    all.outfits.push_back(outfit);
  }
  return all;
}

class RecommendPanel : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { project_ = std::make_unique<MadeProject>(1); }
  static void TearDownTestSuite() { project_.reset(); }

  NullWindow::Content content() {
    return [this](const Ui& ui) { recommend_panel(ui, taxonomy(), document_, thumbnails_, selection_, state_); };
  }
  void press(const std::string& item, NullWindow& window) {
    window.draw_panel(right_side(window), content());
    window.press(item);
    window.draw_panel(right_side(window), content());
  }
  /// Nothing new is asked.
  void as_asked() {
    state_.asked.photo = document_.id();
    state_.asked.k = 9;
  }

  static std::unique_ptr<MadeProject> project_;
  ProjectThread reader_{std::make_shared<ProjectConnection>(project_->path()), {}, {}};
  Thumbnails thumbnails_{reader_};
  Document document_ = mixed_document();
  Selection selection_;
  RecommendState state_;
};
std::unique_ptr<MadeProject> RecommendPanel::project_;

TEST_F(RecommendPanel, FitsInEveryLookWithoutAnythingWaitingFailedOrFull) {
  const auto in_all_looks = [&] { draw_in_all_looks(right_side, true, [&] { return content(); }); };
  in_all_looks();
  state_.waiting = true;
  in_all_looks();
  state_ = {};
  state_.error = Error{ErrorCode::kUnavailable, "test.no_model", "no model has looked at these photos"};
  in_all_looks();
  state_ = {};
  state_.found = workflow::Recommendations{};
  in_all_looks();
  state_.found = much_found();
  in_all_looks();
  state_.found->partial = {{"recommend.no_vector_yet", "{0|approved garment} without a vector yet", {12}}};
  for (const char* value : {"mini", "maxi"}) {
    state_.asked.changes.push_back({"length", value});
    state_.found->steps.push_back({{"length", value}, {found_item(3, true), found_item(4, true)}});
  }
  in_all_looks();
  state_.found->similar.clear();
  state_.found->outfits.clear();
  in_all_looks();
  document_ = new_document();
  in_all_looks();
}

TEST_F(RecommendPanel, AsksForTheSelectedGarmentUntilThatIsWhatWasAsked) {
  NullWindow window;
  selection_.select_only(kOfModel);
  window.draw_panel(right_side(window), content());
  const AskRecommend* asked = window.asked<AskRecommend>();
  ASSERT_TRUE(asked);
  EXPECT_EQ(asked->query.photo, document_.id());
  EXPECT_EQ(asked->query.part, Part::kBottom);
  state_.asked = asked->query;
  window.forget_requests();
  window.draw_panel(right_side(window), content());
  EXPECT_EQ(window.request_count(), 0u);
}

TEST_F(RecommendPanel, AChangeWithAValueMakesRoomForTheNext) {
  NullWindow window;
  as_asked();
  state_.asked.changes = {{"length", ""}};
  window.draw_panel(right_side(window), content());
  EXPECT_TRUE(window.shows("recommend.change"));
  EXPECT_FALSE(window.shows("recommend.change.1"));
  state_.asked.changes = {{"length", "mini"}};
  window.draw_panel(right_side(window), content());
  EXPECT_TRUE(window.shows("recommend.change.1"));
}

TEST_F(RecommendPanel, EachStepOfAChangeHasItsRow) {
  NullWindow window;
  as_asked();
  state_.asked.changes = {{"length", "mini"}, {"length", "maxi"}};
  state_.found = workflow::Recommendations{};
  state_.found->similar = {found_item(4, true)};
  state_.found->steps = {{{"length", "mini"}, {found_item(3, true)}}, {{"length", "maxi"}, {found_item(4, true)}}};
  window.draw_panel(right_side(window), content());
  EXPECT_TRUE(window.shows("step.0.0"));
  EXPECT_TRUE(window.shows("similar.0"));
}

TEST_F(RecommendPanel, WhatWasFoundOpensItsPhoto) {
  NullWindow window;
  as_asked();
  state_.found = much_found();
  press("similar.1", window);
  ASSERT_TRUE(window.asked<OpenPhoto>());
  EXPECT_EQ(window.asked<OpenPhoto>()->id, PhotoId{2});
}

TEST_F(RecommendPanel, AfterAnErrorThePhotosCanBeShownToTheModel) {
  NullWindow window;
  as_asked();
  state_.error = Error{ErrorCode::kUnavailable, "test.no_model", "no model has looked at these photos"};
  press("recommend.prefill", window);
  EXPECT_TRUE(window.asked_for("prefill_project"_action));
}

TEST_F(RecommendPanel, SaysWhichGarmentTheAnswersAreFor) {
  NullWindow window;
  as_asked();
  state_.found = much_found();
  window.draw_panel(right_side(window), content());
  EXPECT_TRUE(window.shows("recommend.of"));
}

}  // namespace
}  // namespace jaedan::gui::testing
