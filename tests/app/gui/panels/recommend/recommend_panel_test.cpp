#include "app/gui/panels/recommend/recommend_panel.h"

#include <gtest/gtest.h>

#include <memory>

#include "tests/app/gui/panels/made_documents.h"
#include "tests/app/gui/panels/null_window.h"
#include "tests/app/gui/panels/recommend/found_items.h"
#include "tests/app/gui/studio/made_project.h"

namespace jaedan::gui::testing {
namespace {

using recommender::LabelValue;

workflow::Recommendations much_found() {
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

  static std::unique_ptr<MadeProject> project_;
  ProjectThread reader_{std::make_shared<ProjectConnection>(project_->path()), {}, {}};
  Thumbnails thumbnails_{reader_};
  Document document_ = mixed_document();
  Selection selection_;
  labeling::PhotoFilter filter_;
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
  state_.choice = {"cluster", {"category", "colour", "style"}, true};
  state_.answered.metric = "cluster";
  state_.found->query.cluster = 3;
  state_.found->cluster = Message{"test.name", "black, skirt, and a good many more labels than fit"};
  for (workflow::RecommendedItem& item : state_.found->similar) item.cluster = 12;
  state_.found->partial = {{"recommend.no_vector_yet", "{0|approved garment} without a vector yet", {12}}};
  in_all_looks();
  selection_.select_only(kOfModel);
  state_.wishes = {document_.id(), kOfModel, {}, "colour", {}};
  for (int i = 0; i < 12; ++i) state_.wishes.picks.push_back({found_item(i + 1, true), i % 2 == 0});
  for (const char* value : {"mini", "maxi"}) {
    state_.wishes.changes.push_back({"length", value});
    state_.found->steps.push_back({{"length", value}, {found_item(3, true), found_item(4, true)}});
  }
  in_all_looks();
  EXPECT_EQ(state_.wishes.changes.size(), 2u) << "they were of the garment that is selected";
  state_.found->similar.clear();
  state_.found->outfits.clear();
  in_all_looks();
  state_.error = Error{ErrorCode::kNotFound, "test.none", "no garment has that"};
  state_.found.reset();
  in_all_looks();
  document_ = new_document();
  in_all_looks();
}

TEST_F(RecommendPanel, AsksForTheSelectedGarmentUntilThatIsWhatWasAsked) {
  NullWindow window;
  selection_.select_only(kOfModel);
  const workflow::RecommendQuery& asked = answer(window);
  EXPECT_EQ(asked.photo, document_.id());
  EXPECT_EQ(asked.garment, kOfModel);
  EXPECT_EQ(asked.part, Part::kBottom);
  EXPECT_FALSE(asked.wardrobe);
  selection_.select_only(kOwn);
  EXPECT_EQ(answer(window).garment, kOwn);
  state_.photo_changed(true);
  EXPECT_EQ(answer(window).garment, kOwn) << "the photo was read again: what was found may be out of date";
}

TEST_F(RecommendPanel, WhereNoneIsSelectedTheLargestIsMeantAndNamed) {
  NullWindow window;
  Annotation annotation = document_.session.annotation();
  annotation.garments[3].region.rings = {{{0, 0}, {190, 0}, {190, 290}, {0, 290}}};
  document_ = Document({EditSession(document_.session.photo(), annotation), Image{}, std::nullopt}, {});
  EXPECT_EQ(answer(window, much_found()).garment, kLocked);
  EXPECT_TRUE(window.shows("recommend.of"));
}

TEST_F(RecommendPanel, WhatItIsComparedByIsChosen) {
  NullWindow window;
  find_much(window);
  press("recommend.metric", window);
  press("metric.pearson", window);
  EXPECT_EQ(answer(window, much_found()).metric, "pearson");
}

TEST_F(RecommendPanel, ChangesComeOneAfterTheOtherAndAreTakenBack) {
  NullWindow window;
  find_much(window);
  change("colour", "black", window);
  EXPECT_EQ(answer(window, much_found()).changes, (std::vector<LabelValue>{{"colour", "black"}}));
  change("colour", "white", window);
  EXPECT_EQ(answer(window, much_found()).changes, (std::vector<LabelValue>{{"colour", "black"}, {"colour", "white"}}));
  EXPECT_TRUE(window.shows("recommend.changed.1"));
  press("recommend.undo", window);
  EXPECT_EQ(answer(window, much_found()).changes, (std::vector<LabelValue>{{"colour", "black"}}));
  change("colour", "red", window);
  answer(window, much_found());
  press("recommend.undo_all", window);
  EXPECT_TRUE(answer(window, much_found()).changes.empty());
  EXPECT_FALSE(window.shows("recommend.undo"));
}

TEST_F(RecommendPanel, AnAttributeWithoutAValueIsNoChangeYet) {
  NullWindow window;
  find_much(window);
  press("recommend.change", window);
  press("change.colour", window);
  EXPECT_TRUE(window.shows("recommend.change_to"));
  EXPECT_EQ(window.request_count(), 0u);
}

TEST_F(RecommendPanel, EachStepOfAChangeHasItsRowUnderTheLast) {
  NullWindow window;
  selection_.select_only(kOfModel);
  state_.wishes = {document_.id(), kOfModel, {{"length", "mini"}, {"length", "maxi"}}, {}, {}};
  workflow::Recommendations found;
  found.similar = {found_item(4, true)};
  found.steps = {{{"length", "mini"}, {}}, {{"length", "maxi"}, {found_item(4, true)}}};
  for (int i = 0; i < 9; ++i) found.steps[0].similar.push_back(found_item(10 + i, true));
  answer(window, found);
  EXPECT_TRUE(window.shows("step.0.2"));
  EXPECT_FALSE(window.shows("step.0.3")) << "one row";
  ASSERT_TRUE(window.shows("similar.0"));
  EXPECT_GT(window.items().find("similar.0")->rect.y, window.items().find("step.0.0")->rect.bottom());
}

TEST_F(RecommendPanel, FiltersReadTheGarmentAndSayWhyTheyCannot) {
  NullWindow window;
  find_much(window);
  press("same.category", window);
  EXPECT_EQ(window.request_count(), 0u) << "nothing is said of it";
  press("same.colour", window);
  EXPECT_EQ(answer(window, much_found()).filter.values, (std::vector<LabelValue>{{"colour", "blue"}}));
  selection_.select_only(kOwn);
  EXPECT_EQ(answer(window, much_found()).filter.values, (std::vector<LabelValue>{{"colour", "black"}}));
  selection_.select_only(kHidden);
  EXPECT_TRUE(answer(window, much_found()).filter.values.empty()) << "that one has none";
  selection_.select_only(kOwn);
  EXPECT_FALSE(answer(window, much_found()).filter.values.empty()) << "it was not switched off";
  change("colour", "white", window);
  EXPECT_TRUE(answer(window, much_found()).filter.values.empty()) << "nothing is black and white";
  press("recommend.undo", window);
  answer(window, much_found());
  press("same.colour", window);
  EXPECT_TRUE(answer(window, much_found()).filter.values.empty());
}

TEST_F(RecommendPanel, TheListIsTheWardrobeAndFollowsItsFilter) {
  NullWindow window;
  filter_.text = "summer";
  find_much(window);
  press("recommend.listed", window);
  EXPECT_EQ(answer(window, much_found()).wardrobe.value().text, "summer");
  filter_.text = "winter";
  EXPECT_EQ(answer(window, much_found()).wardrobe.value().text, "winter");
  press("recommend.listed", window);
  EXPECT_FALSE(answer(window, much_found()).wardrobe);
}

TEST_F(RecommendPanel, PicksAreAskedMarkedAndTakenBack) {
  NullWindow window;
  find_much(window);
  press("similar.1.more", window);
  const workflow::GarmentChoice second{PhotoId{2}, GarmentId{1}, Part::kBottom};
  EXPECT_EQ(answer(window, much_found()).like, (std::vector<workflow::GarmentChoice>{second}));
  EXPECT_EQ(state_.wishes.mark_of(state_.found->similar[1]), CardMark::kLiked);
  press("similar.1.less", window);
  EXPECT_TRUE(answer(window, much_found()).like.empty());
  EXPECT_EQ(state_.asked.unlike, (std::vector<workflow::GarmentChoice>{second}));
  press("similar.1.less", window);
  EXPECT_TRUE(answer(window, much_found()).unlike.empty()) << "pressed twice it is taken back";
  press("similar.0.more", window);
  answer(window, much_found());
  press("similar.2.less", window);
  answer(window, much_found());
  press("pick.0", window);
  EXPECT_TRUE(answer(window, much_found()).like.empty());
  EXPECT_EQ(state_.asked.unlike.size(), 1u);
  press("similar.0.more", window);
  answer(window, much_found());
  press("picks.none", window);
  EXPECT_TRUE(answer(window, much_found()).like.empty());
  EXPECT_TRUE(state_.asked.unlike.empty());
  EXPECT_FALSE(window.shows("picks.none"));
}

TEST_F(RecommendPanel, AnotherGarmentDropsWhatWasWishedOfTheFirstAndKeepsWhatIsChosen) {
  NullWindow window;
  find_much(window);
  press("same.colour", window);
  answer(window, much_found());
  press("similar.1.more", window);
  answer(window, much_found());
  change("colour", "white", window);
  answer(window, much_found());
  state_.photo_changed(true);
  answer(window, much_found());
  EXPECT_FALSE(state_.wishes.empty()) << "the same photo was read again";
  selection_.select_only(kOwn);
  const workflow::RecommendQuery& asked = answer(window, much_found());
  EXPECT_TRUE(asked.like.empty());
  EXPECT_TRUE(asked.changes.empty());
  EXPECT_EQ(asked.filter.values, (std::vector<LabelValue>{{"colour", "black"}}));
  press("similar.1.more", window);
  answer(window, much_found());
  state_.photo_changed(false);
  EXPECT_TRUE(state_.wishes.empty());
  EXPECT_EQ(state_.choice.same, std::vector<std::string>{"colour"});
}

TEST_F(RecommendPanel, TheOldAnswerStaysUntilTheNewOneIsThere) {
  NullWindow window;
  find_much(window);
  const int lit = window.drawn();
  EXPECT_TRUE(window.shows("similar.0.more"));
  selection_.select_only(kOwn);
  draw(window);
  EXPECT_TRUE(window.shows("similar.0"));
  EXPECT_FALSE(window.shows("similar.0.more")) << "it is not about this garment";
  EXPECT_TRUE(window.asked<AskRecommend>());
  selection_.select_only(kOfModel);
  state_.choice.metric = "labels";
  draw(window);
  EXPECT_TRUE(window.shows("similar.0.more"));
  EXPECT_GT(window.drawn(), lit) << "it is dimmed";
}

TEST_F(RecommendPanel, WhatWasFoundOpensItsPhotoOrIsPinned) {
  NullWindow window;
  find_much(window);
  press("similar.1", window);
  ASSERT_TRUE(window.asked<OpenPhoto>());
  EXPECT_EQ(window.asked<OpenPhoto>()->id, PhotoId{2});
  press("similar.2.pin", window);
  ASSERT_TRUE(window.asked<PinToBoard>());
  EXPECT_EQ(window.asked<PinToBoard>()->items.at(0).photo.id, PhotoId{3});
}

TEST_F(RecommendPanel, OutfitsOfPhotosAndOfTablesAreThere) {
  NullWindow window;
  selection_.select_only(kOfModel);
  workflow::Recommendations found = much_found();
  found.similar.resize(1);
  found.outfits.resize(1);
  answer(window, found);
  EXPECT_TRUE(window.shows("outfit.0.0"));
  EXPECT_TRUE(window.shows("outfit.0.5"));
  EXPECT_TRUE(window.shows("table.0"));
  EXPECT_TRUE(window.shows("table.1"));
}

TEST_F(RecommendPanel, ClustersAreNamedWhereTheyAreAskedFor) {
  NullWindow window;
  selection_.select_only(kOfModel);
  workflow::Recommendations found = much_found();
  found.query.cluster = 3;
  found.cluster = Message{"test.name", "black, skirt"};
  answer(window, found);
  EXPECT_FALSE(window.shows("recommend.cluster"));
  state_.choice.metric = "cluster";
  answer(window, found);
  EXPECT_TRUE(window.shows("recommend.cluster"));
}

TEST_F(RecommendPanel, SaysWhatTheAnswerLacks) {
  NullWindow window;
  selection_.select_only(kOfModel);
  workflow::Recommendations found;
  answer(window, found);
  EXPECT_TRUE(window.shows("recommend.few"));
  found.partial = {{"recommend.all_filtered", "no garment passes the filter"}};
  state_.found = found;
  draw(window);
  EXPECT_TRUE(window.shows("recommend.partial.0"));
  EXPECT_FALSE(window.shows("recommend.few"));
}

TEST_F(RecommendPanel, AnErrorHasARemedy) {
  NullWindow window;
  find_much(window);
  change("colour", "black", window);
  answer(window);
  state_.error = Error{ErrorCode::kNotFound, "test.none", "no garment has that"};
  press("recommend.remedy", window);
  EXPECT_TRUE(answer(window).changes.empty());
  press("recommend.prefill", window);
  EXPECT_TRUE(window.asked_for("prefill_project"_action));
}

}  // namespace
}  // namespace jaedan::gui::testing
