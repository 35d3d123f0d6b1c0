#include "app/gui/panels/recommend/map_panel.h"

#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include <memory>

#include "tests/app/gui/panels/made_documents.h"
#include "tests/app/gui/panels/null_window.h"
#include "tests/app/gui/panels/recommend/made_map.h"
#include "tests/app/gui/studio/made_project.h"

namespace jaedan::gui::testing {
namespace {

class MapPanel : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { project_ = std::make_unique<MadeProject>(1); }
  static void TearDownTestSuite() { project_.reset(); }

  void show(GarmentMap map) { feed_.map = std::make_shared<GarmentMap>(std::move(map)); }
  NullWindow::Content content() {
    return [this](const Ui& ui) { map_panel(ui, taxonomy(), feed_, thumbnails_, state_); };
  }
  void draw(NullWindow& window) { window.draw_panel(whole(window), content()); }
  void press(const std::string& item, NullWindow& window) {
    draw(window);
    window.press(item);
    draw(window);
  }
  /// Corners of a rectangle around a garment's picture.
  static std::vector<Point> around(const NullWindow& window, const std::string& item) {
    const Rect at = window.items().find(item)->rect;
    return {{at.x, at.y}, {at.right(), at.y}, {at.right(), at.bottom()}, {at.x, at.bottom()}};
  }

  static std::unique_ptr<MadeProject> project_;
  ProjectThread reader_{std::make_shared<ProjectConnection>(project_->path()), {}, {}};
  Thumbnails thumbnails_{reader_};
  MapFeed feed_;
  MapState state_;
};
std::unique_ptr<MadeProject> MapPanel::project_;

TEST_F(MapPanel, FitsInEveryLookEmptyWaitingFailedAndFull) {
  const auto in_all_looks = [&](const auto& place) { draw_in_all_looks(place, false, [&] { return content(); }); };
  in_all_looks(whole);
  feed_.waiting = true;
  in_all_looks(whole);
  feed_ = {};
  feed_.error = Error{ErrorCode::kUnavailable, "test.no_model", "no model has looked at these photos"};
  in_all_looks(whole);
  feed_ = {};
  show(made_map(30, 2));
  in_all_looks(whole);
  in_all_looks(right_side);
  state_.selected = 3;
  state_.heat = true;
  in_all_looks(whole);
  in_all_looks(right_side);
  state_.caught = {1, 2, 3};
  in_all_looks(right_side);
  show(made_map(1, 1));
  in_all_looks(whole);
}

TEST_F(MapPanel, SaysWhatIsTheMatterWhereThereIsNoMap) {
  NullWindow window;
  draw(window);
  EXPECT_TRUE(window.shows("map.empty"));
  show(GarmentMap{});
  draw(window);
  EXPECT_TRUE(window.shows("map.empty"));
  GarmentMap half = made_map(5, 1);
  half.by_labels.reset();
  show(std::move(half));
  press("map.labels", window);
  EXPECT_TRUE(window.shows("map.missing"));
  EXPECT_FALSE(window.shows("map.field"));
  press("map.looks", window);
  EXPECT_TRUE(window.shows("map.field"));
}

TEST_F(MapPanel, ALayoutOfOtherGarmentsIsNotDrawn) {
  NullWindow window;
  GarmentMap map = made_map(5, 1);
  map.garments.pop_back();
  show(std::move(map));
  draw(window);
  EXPECT_TRUE(window.shows("map.missing"));
}

TEST_F(MapPanel, AClickChoosesAGarmentWhosePhotoCanBeOpened) {
  NullWindow window;
  show(made_map(8, 1));
  press("map.garment.3", window);
  EXPECT_EQ(state_.selected, 3U);
  EXPECT_EQ(window.request_count(), 0U);
  press("map.open", window);
  ASSERT_TRUE(window.asked<OpenPhoto>());
  EXPECT_EQ(window.asked<OpenPhoto>()->id, PhotoId{4});
}

TEST_F(MapPanel, ADoubleClickOpensThePhoto) {
  NullWindow window;
  show(made_map(8, 1));
  draw(window);
  window.press("map.garment.5");
  window.press("map.garment.5");
  draw(window);
  ASSERT_TRUE(window.asked<OpenPhoto>());
  EXPECT_EQ(window.asked<OpenPhoto>()->id, PhotoId{6});
}

TEST_F(MapPanel, TheWheelZoomsWhereTheMouseIs) {
  NullWindow window;
  show(made_map(8, 1));
  draw(window);
  const Rect before = window.items().find("map.garment.5")->rect;
  const double zoom = state_.view.transform.zoom;
  window.turn_wheel("map.garment.5", 2);
  draw(window);
  EXPECT_NEAR(state_.view.transform.zoom, zoom * 1.44, 1e-6);
  const Rect after = window.items().find("map.garment.5")->rect;
  EXPECT_NEAR(after.x, before.x, 1.5) << "what is under the mouse stays there";
  EXPECT_NEAR(after.y, before.y, 1.5);
  EXPECT_FALSE(state_.fitted);
  press("map.fit", window);
  EXPECT_NEAR(state_.view.transform.zoom, zoom, 1e-6);
}

TEST_F(MapPanel, ADragMovesTheMapAndChoosesNothing) {
  NullWindow window;
  show(made_map(8, 1));
  draw(window);
  const Rect before = window.items().find("map.garment.2")->rect;
  const Point from{before.x + 20, before.y + 20};
  window.drag({from, from + Point{40, 10}, from + Point{90, 30}});
  draw(window);
  const Rect after = window.items().find("map.garment.2")->rect;
  EXPECT_NEAR(after.x - before.x, 90, 1.5);
  EXPECT_NEAR(after.y - before.y, 30, 1.5);
  EXPECT_FALSE(state_.selected);
}

TEST_F(MapPanel, ALassoAsksForThePhotosOfWhatItCaught) {
  NullWindow window;
  show(made_map(8, 2));
  press("map.lasso", window);
  const Point origin = state_.view.transform.origin;
  window.drag(around(window, "map.garment.5"));
  draw(window);
  EXPECT_EQ(state_.caught, std::vector<std::uint32_t>{5});
  EXPECT_EQ(state_.view.transform.origin, origin) << "the map is not moved meanwhile";
  press("map.show", window);
  ASSERT_TRUE(window.asked<ShowPhotos>());
  EXPECT_EQ(window.asked<ShowPhotos>()->filter.only, std::vector<PhotoId>{PhotoId{3}});
  press("map.clear", window);
  EXPECT_TRUE(state_.caught.empty());
  EXPECT_TRUE(state_.is_caught.empty());
}

TEST_F(MapPanel, ShiftIsALassoToo) {
  NullWindow window;
  show(made_map(8, 2));
  draw(window);
  window.hold(GLFW_KEY_LEFT_SHIFT, true);
  window.drag(around(window, "map.garment.1"));
  window.hold(GLFW_KEY_LEFT_SHIFT, false);
  draw(window);
  EXPECT_EQ(state_.caught, std::vector<std::uint32_t>{1});
}

TEST_F(MapPanel, OfTooManyPhotosTheFirstAreListed) {
  NullWindow window;
  show(made_map(6000, 1));
  draw(window);
  window.hold(GLFW_KEY_LEFT_SHIFT, true);
  window.drag(around(window, "map.field"));
  window.hold(GLFW_KEY_LEFT_SHIFT, false);
  draw(window);
  EXPECT_EQ(state_.caught.size(), 6000U);
  press("map.show", window);
  ASSERT_TRUE(window.asked<ShowPhotos>());
  EXPECT_EQ(window.asked<ShowPhotos>()->filter.only.size(), kMostCaught);
  EXPECT_EQ(window.asked<ShowPhotos>()->filter.only.back(), PhotoId{5000});
}

TEST_F(MapPanel, APressOnTheLegendLightsUpWhatItNames) {
  NullWindow window;
  state_.coloured_by = "category";
  show(made_map(8, 1));
  press("map.legend.1", window);
  EXPECT_EQ(state_.lit, 1U);
  press("map.legend.1", window);
  EXPECT_FALSE(state_.lit);
}

TEST_F(MapPanel, PointsAreColouredByWhatIsChosen) {
  NullWindow window({Language::kEnglish});
  show(made_map(8, 1));
  press("map.coloured", window);
  window.press("map.coloured.colour");
  draw(window);
  EXPECT_EQ(state_.coloured_by, "colour");
  EXPECT_EQ(state_.legend.rows[0].words, "black");
}

TEST_F(MapPanel, AnotherMapForgetsWhatWasChosenInTheOldOne) {
  NullWindow window;
  show(made_map(8, 1));
  draw(window);
  state_.selected = 7;
  state_.caught = {6, 7};
  state_.lit = 1;
  show(made_map(3, 1));
  draw(window);
  EXPECT_FALSE(state_.selected);
  EXPECT_TRUE(state_.caught.empty());
  EXPECT_FALSE(state_.lit);
  EXPECT_EQ(state_.legend.row_of.size(), 3U);
}

TEST_F(MapPanel, AMapThatIsFurtherOfTheSameGarmentsKeepsWhatWasChosen) {
  NullWindow window;
  GarmentMap half = made_map(8, 1);
  half.by_labels.reset();
  show(std::move(half));
  press("map.garment.3", window);
  const double zoom = state_.view.transform.zoom;
  show(made_map(8, 1));
  draw(window);
  EXPECT_EQ(state_.selected, 3U);
  EXPECT_EQ(state_.view.transform.zoom, zoom);
}

TEST_F(MapPanel, APressOnAClusterCatchesItsGarments) {
  NullWindow window;
  show(made_map(8, 1));
  press("map.cluster.1", window);
  EXPECT_EQ(state_.caught, (std::vector<std::uint32_t>{2, 5}));
  EXPECT_EQ(state_.caught_cluster, 1U);
  EXPECT_TRUE(state_.lasso.empty());
  press("map.show", window);
  ASSERT_TRUE(window.asked<ShowPhotos>());
  EXPECT_EQ(window.asked<ShowPhotos>()->filter.only, (std::vector<PhotoId>{PhotoId{3}, PhotoId{6}}));
  press("map.cluster.1", window);
  EXPECT_TRUE(state_.caught.empty()) << "a second press lets them go";
}

TEST_F(MapPanel, AClusterThatIsPointedAtStandsOut) {
  NullWindow window;
  show(made_map(8, 1));
  draw(window);
  window.turn_wheel("map.cluster.0", 0);
  draw(window);
  EXPECT_EQ(state_.pointed_cluster, 0U);
}

TEST_F(MapPanel, OffersAnotherMapWherePhotosHaveChangedAndDrawsNoneByItself) {
  NullWindow window;
  show(made_map(8, 1));
  draw(window);
  EXPECT_FALSE(window.shows("map.anew"));
  feed_.changed_photos = 3;
  press("map.anew", window);
  ASSERT_TRUE(window.asked<AskMap>());
  EXPECT_TRUE(window.asked<AskMap>()->anew);
  feed_.waiting = true;
  draw(window);
  EXPECT_FALSE(window.shows("map.anew")) << "one at a time";
  EXPECT_TRUE(window.shows("map.field")) << "the one before stays meanwhile";
}

TEST_F(MapPanel, AMapThatFailedOrWasStoppedCanBeAskedForAgain) {
  NullWindow window;
  feed_.error = Error{ErrorCode::kUnavailable, "test.no_model", "no model has looked at these photos"};
  press("map.anew", window);
  ASSERT_TRUE(window.asked<AskMap>());
  EXPECT_TRUE(window.asked<AskMap>()->anew);
  feed_ = {};
  feed_.stopped = true;
  draw(window);
  EXPECT_TRUE(window.shows("map.anew"));
}

TEST(MapFeed, IsAskedForOnceAndThenLookedAfterNowAndThen) {
  MapFeed feed;
  EXPECT_TRUE(feed.is_due(0));
  feed.waiting = true;
  EXPECT_FALSE(feed.is_due(0));
  feed = {};
  feed.error = Error{ErrorCode::kInternal, "test.failed", "it failed"};
  EXPECT_FALSE(feed.is_due(9)) << "a person tries again";
  feed = {};
  feed.map = std::make_shared<GarmentMap>();
  feed.look_again_at_s = 3;
  EXPECT_FALSE(feed.is_due(2));
  EXPECT_TRUE(feed.is_due(3));
}

TEST_F(MapPanel, TheOtherPlaneKeepsWhatWasCaught) {
  NullWindow window;
  show(made_map(8, 1));
  press("map.lasso", window);
  window.drag(around(window, "map.garment.4"));
  draw(window);
  press("map.labels", window);
  EXPECT_EQ(state_.caught, std::vector<std::uint32_t>{4});
  EXPECT_TRUE(state_.lasso.empty()) << "its outline was drawn elsewhere";
  EXPECT_TRUE(state_.fitted);
}

TEST_F(MapPanel, DrawsAHundredThousandGarmentsWithoutAWindowsOffsets) {
  NullWindow window;
  state_.heat = true;
  state_.coloured_by = "colour";  // dots with an edge
  show(made_map(100000, 1));
  draw(window);
  EXPECT_GT(window.drawn(), 10000);
  EXPECT_FALSE(window.shows("map.garment.0")) << "no room for pictures";
}

}  // namespace
}  // namespace jaedan::gui::testing
