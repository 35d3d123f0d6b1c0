#include "app/gui/panels/photos_panel.h"

#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include <memory>
#include <optional>

#include "tests/app/gui/panels/made_documents.h"
#include "tests/app/gui/panels/null_window.h"
#include "tests/app/gui/studio/made_project.h"

namespace jaedan::gui::testing {
namespace {

/// The list of a project on disk, read to its end.
struct ShownPhotos {
  explicit ShownPhotos(const std::string& path)
      : reader(std::make_shared<ProjectConnection>(path), [this](const Error& error) { failed = error; }, {}) {
    photos.refresh();
    read();
  }
  void read() {
    for (int i = 0; i < 4; ++i) {
      reader.jobs().wait_idle();
      reader.drain();
    }
  }
  void operator()(const Ui& ui) {
    photos_panel(ui, taxonomy(), photos, thumbnails, current, state, ticks);
    thumbnails.pump();
  }

  std::optional<Error> failed;
  ProjectThread reader;
  PhotoList photos{reader};
  Thumbnails thumbnails{reader};
  PhotoId current;
  PhotosPanelState state;
  PhotoTicks ticks;
};

class PhotosPanel : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { project_ = std::make_unique<MadeProject>(5); }
  static void TearDownTestSuite() { project_.reset(); }
  void SetUp() override { shown_ = std::make_shared<ShownPhotos>(project_->path()); }
  void press(const std::string& item, NullWindow& window) {
    window.draw_panel(left_side(window), content_of(shown_));
    window.press(item);
    window.draw_panel(left_side(window), content_of(shown_));
  }

  static std::unique_ptr<MadeProject> project_;
  std::shared_ptr<ShownPhotos> shown_;
};
std::unique_ptr<MadeProject> PhotosPanel::project_;

TEST_F(PhotosPanel, FitsInEveryLook) {
  shown_->ticks.photos = {project_->photo(1)};
  draw_in_all_looks(
      left_side, true, [&] { return content_of(shown_); },
      [](const NullWindow& window) {
        for (const char* item : {"filter.text", "filter.state", "filter.part", "order", "order.reverse", "photo.0",
                                 "photo.3", "tick.1", "ticked.label", "ticked.none"}) {
          EXPECT_TRUE(window.shows(item)) << item;
        }
      });
}

TEST_F(PhotosPanel, FitsWhereThereIsNoPhotoOrNoProject) {
  const MadeProject empty(0);
  const auto none = std::make_shared<ShownPhotos>(empty.path());
  EXPECT_TRUE(none->photos.complete());
  draw_in_all_looks(
      left_side, true, [&] { return content_of(none); },
      [](const NullWindow& window) { EXPECT_FALSE(window.shows("photo.0")); });
  const auto missing = std::make_shared<ShownPhotos>(empty.path() + ".missing");
  EXPECT_TRUE(missing->failed);
  draw_in_all_looks(left_side, true, [&] { return content_of(missing); });
}

TEST_F(PhotosPanel, SaysThatItShowsWhatAChartLedToAndShowsAllAgain) {
  NullWindow window;
  window.draw_panel(left_side(window), content_of(shown_));
  EXPECT_FALSE(window.shows("filter.only"));
  labeling::PhotoFilter filter;
  filter.only = {project_->photo(1), project_->photo(2)};
  shown_->photos.set_filter(filter);
  press("filter.only", window);
  ASSERT_TRUE(window.asked<ApplyFilter>());
  EXPECT_TRUE(window.asked<ApplyFilter>()->filter.only.empty());
}

TEST(OnlyThese, SaysOfHowManyTheyAreTheFirst) {
  const Strings english(Language::kEnglish), korean(Language::kKorean);
  EXPECT_EQ(only_these_words(1, {}, english), "1 photo behind a chart  ×");
  EXPECT_EQ(only_these_words(2, {2, false}, english), "2 photos behind a chart  ×");
  EXPECT_EQ(only_these_words(1000, {1873, false}, english), "First 1,000 of 1,873 photos  ×");
  EXPECT_EQ(only_these_words(1000, {3000, true}, english), "First 1,000 of more than 3,000 photos  ×");
  EXPECT_EQ(only_these_words(1000, {3000, true}, korean), "사진 3,000장 이상 중 처음 1,000장  ×");
}

TEST_F(PhotosPanel, EscLeavesTheSearchBoxAsItIs) {
  NullWindow window;
  press("filter.text", window);
  window.type("_003");
  window.draw_panel(left_side(window), content_of(shown_));
  ASSERT_TRUE(window.asked<ApplyFilter>());
  EXPECT_EQ(window.asked<ApplyFilter>()->filter.text, "_003");
  shown_->ticks.photos = {project_->photo(3)};
  window.key(GLFW_KEY_ESCAPE);
  window.draw_panel(left_side(window), content_of(shown_));
  EXPECT_EQ(shown_->state.filter_typed, "_003");
  EXPECT_EQ(window.asked<ApplyFilter>()->filter.text, "_003") << "nothing else was asked for";
  EXPECT_EQ(shown_->ticks.photos.size(), 1U);
  window.type("x");
  window.draw_panel(left_side(window), content_of(shown_));
  EXPECT_EQ(shown_->state.filter_typed, "_003") << "the box is left";
}

TEST_F(PhotosPanel, APhotoThatIsNotSavedIsMarked) {
  NullWindow window;
  shown_->state.unsaved = {project_->photo(2)};
  window.draw_panel(left_side(window), content_of(shown_));
  EXPECT_TRUE(window.shows("photo.2.unsaved"));
  EXPECT_FALSE(window.shows("photo.1.unsaved"));
}

TEST_F(PhotosPanel, PicturesAreReadWithoutAWindowAndShownAsEmptyBoxes) {
  NullWindow window;
  window.draw_panel(left_side(window), content_of(shown_));
  shown_->read();
  window.draw_panel(left_side(window), content_of(shown_));
  EXPECT_FALSE(shown_->thumbnails.failed(project_->photo(0)));
  EXPECT_TRUE(window.shows("photo.0"));
}

TEST_F(PhotosPanel, APhotoOpensWhenItIsPressed) {
  NullWindow window;
  press("photo.3", window);
  ASSERT_TRUE(window.asked<OpenPhoto>());
  EXPECT_EQ(window.asked<OpenPhoto>()->id, project_->photo(3));
}

TEST_F(PhotosPanel, CtrlAndShiftTickInsteadOfOpening) {
  NullWindow window;
  window.hold(GLFW_KEY_LEFT_CONTROL, true);
  press("photo.1", window);
  window.hold(GLFW_KEY_LEFT_CONTROL, false);
  window.hold(GLFW_KEY_LEFT_SHIFT, true);
  press("photo.3", window);
  EXPECT_EQ(shown_->ticks.photos, (std::set<PhotoId>{project_->photo(1), project_->photo(2), project_->photo(3)}));
  EXPECT_FALSE(window.asked<OpenPhoto>());
}

TEST_F(PhotosPanel, TheBoxTicksAndTheBarLabelsOrUnticks) {
  NullWindow window;
  shown_->ticks.photos = {project_->photo(0)};
  press("tick.2", window);
  EXPECT_TRUE(shown_->ticks.contains(project_->photo(2)));
  EXPECT_FALSE(window.asked<OpenPhoto>());
  press("ticked.label", window);
  EXPECT_TRUE(window.asked_for("label_ticked"_action));
  press("ticked.none", window);
  EXPECT_TRUE(shown_->ticks.photos.empty());
}

TEST_F(PhotosPanel, AllAreTickedThenNone) {
  shown_->ticks.toggle_all(shown_->photos);
  EXPECT_EQ(shown_->ticks.photos.size(), 5u);
  shown_->ticks.toggle_all(shown_->photos);
  EXPECT_TRUE(shown_->ticks.photos.empty());
}

TEST_F(PhotosPanel, FiltersByStateAndByWhatIsTyped) {
  NullWindow window;
  press("filter.state", window);
  press("filter.state.approved", window);
  ASSERT_TRUE(window.asked<ApplyFilter>());
  EXPECT_EQ(window.asked<ApplyFilter>()->filter.state, WorkflowState::kApproved);
  press("filter.text", window);
  window.type("photo_00");
  window.draw_panel(left_side(window), content_of(shown_));
  EXPECT_EQ(window.asked<ApplyFilter>()->filter.text, "photo_00");
  EXPECT_EQ(shown_->state.filter_typed, "photo_00");
}

TEST_F(PhotosPanel, TheOrderIsChosenAboveTheListAndTurned) {
  NullWindow window;
  press("order", window);
  for (const char* item : {"order.added", "order.name", "order.score", "order.time"}) {
    EXPECT_TRUE(window.shows(item)) << item;
  }
  press("order.score", window);
  ASSERT_TRUE(window.asked<ChangeSettings>());
  EXPECT_EQ(window.asked<ChangeSettings>()->settings.photo_order, (labeling::PhotoOrder{labeling::PhotoKey::kScore}));
  shown_->photos.set_order({labeling::PhotoKey::kScore});
  shown_->read();
  press("order.reverse", window);
  EXPECT_EQ(window.asked<ChangeSettings>()->settings.photo_order,
            (labeling::PhotoOrder{labeling::PhotoKey::kScore, true}));
}

TEST_F(PhotosPanel, TheListIsReadInItsOrderAndFindsItsPhotosThere) {
  PhotoList& photos = shown_->photos;
  photos.set_order({labeling::PhotoKey::kName, true});
  shown_->read();
  ASSERT_TRUE(photos.complete());
  ASSERT_EQ(photos.size(), 5);
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(photos.id_at(i), project_->photo(4 - i));
    EXPECT_EQ(photos.index_of(project_->photo(i)), 4 - i);
    ASSERT_TRUE(photos.row(i));
    EXPECT_EQ(photos.row(i)->photo.id, project_->photo(4 - i));
  }
  EXPECT_FALSE(photos.index_of(PhotoId{99}));
  EXPECT_EQ(photos.unfinished_from(1, +1), 2) << "the next in the list";
  photos.refresh();
  shown_->read();
  EXPECT_EQ(photos.id_at(0), project_->photo(4)) << "read again, the order stays";
}

TEST_F(PhotosPanel, GoesToTheOpenPhotoOnce) {
  NullWindow window;
  shown_->current = project_->photo(4);
  shown_->state.scroll_to_photo = true;
  window.draw_panel(left_side(window), content_of(shown_));
  EXPECT_FALSE(shown_->state.scroll_to_photo);
}

TEST_F(PhotosPanel, AWrongSearchSaysWhatIsWrongWhileItStandsThere) {
  NullWindow window;
  for (const char* wrong : {"foo=bar", "score<0.5", "status=old"}) {
    shown_->state.filter_typed = wrong;
    window.draw_panel(left_side(window), content_of(shown_));
    EXPECT_TRUE(window.shows("filter.wrong")) << wrong;
  }
  for (const char* right : {"", "photo", "score<=0.5", "색상=블랙", "colour=black"}) {
    shown_->state.filter_typed = right;
    window.draw_panel(left_side(window), content_of(shown_));
    EXPECT_FALSE(window.shows("filter.wrong")) << right;
  }
  draw_in_all_looks(
      left_side, true,
      [&] {
        auto shown = std::make_shared<ShownPhotos>(project_->path());
        shown->state.filter_typed = "foo=bar";
        return content_of(shown);
      },
      [](const NullWindow& drawn) { EXPECT_TRUE(drawn.shows("filter.wrong")); });
}

}  // namespace
}  // namespace jaedan::gui::testing
