#include "tests/app/gui/panels/recommend/recommend_dock.h"

namespace jaedan::gui::testing {
namespace {

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
