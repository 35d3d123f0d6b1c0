#include "tests/app/gui/panels/recommend/recommend_dock.h"

namespace jaedan::gui::testing {
namespace {

using recommender::LabelValue;

TEST_F(RecommendPanel, ChangesComeOneAfterTheOtherAndAreTakenBack) {
  NullWindow window;
  find_much(window);
  change("colour", "black", window);
  EXPECT_EQ(answer(window, much_found()).changes, (std::vector<LabelValue>{{"colour", "black"}}));
  change("colour", "white", window);
  EXPECT_EQ(answer(window, much_found()).changes, (std::vector<LabelValue>{{"colour", "black"}, {"colour", "white"}}));
  EXPECT_TRUE(window.shows("recommend.changed"));
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
  selection_.select_only(kOfModel);
  answer(window, much_found());
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
  state_.choice.only_listed = true;
  draw(window);
  EXPECT_TRUE(window.shows("similar.0.more"));
  EXPECT_GT(window.drawn(), lit) << "it is dimmed";
}

}  // namespace
}  // namespace jaedan::gui::testing
