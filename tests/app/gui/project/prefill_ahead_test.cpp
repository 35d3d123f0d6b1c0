#include "app/gui/project/prefill_ahead.h"

#include <gtest/gtest.h>

#include "labeling/io/image_encoder.h"
#include "tests/app/workflow/predict/left_half.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::gui {
namespace {

using Opened = Result<std::unique_ptr<inference::Prefiller>>;

class PrefillingAhead : public ::testing::Test {
 protected:
  void SetUp() override {
    const Image grey = Image::of_size(32, 32);
    auto project = workflow::Project::create(folder_ / "p.jaedan");
    ASSERT_OK(project);
    std::vector<Photo> photos;
    for (const std::string name : {"a", "b", "c"}) {
      const std::string file = folder_ / (name + ".png");
      if (name != "b") ASSERT_OK(labeling::write_image(file, grey.view()));
      photos.push_back({{}, name, file, 32, 32});
    }
    const auto ids = project->store().add_photos(photos);
    ASSERT_OK(ids);
    ids_ = *ids;
  }
  /// As many frames as it takes.
  void follow(PrefillAhead& ahead, bool may_begin = true) {
    for (int frame = 0; frame < 10; ++frame) {
      ahead.follow(ids_, may_begin);
      thread_.jobs().wait_idle();
      thread_.drain();
    }
  }

  const testing::TemporaryFolder folder_;
  std::vector<PhotoId> ids_, found_;
  int opened_ = 0;
  bool is_missing_ = false;
  std::shared_ptr<workflow::SharedModel> model_ = std::make_shared<workflow::SharedModel>(
      [this](const workflow::UsableModel&, const workflow::ModelUse&) -> Opened {
        ++opened_;
        if (is_missing_) return Error{ErrorCode::kUnavailable, "test.no_torch", "no LibTorch"};
        return std::unique_ptr<inference::Prefiller>(std::make_unique<workflow::LeftHalf>());
      });
  ProjectThread thread_{std::make_shared<ProjectConnection>(folder_ / "p.jaedan"), {}, {}};
  PrefillAhead ahead_{thread_, model_, [this](PhotoId id, const Prediction&) { found_.push_back(id); }};
};

TEST_F(PrefillingAhead, AsksAboutEveryPhotoOnceTheMostUrgentFirst) {
  ahead_.turn(true);
  ahead_.follow(ids_, false);
  EXPECT_FALSE(ahead_.idle());
  ASSERT_TRUE(ahead_.progress());
  EXPECT_EQ(ahead_.progress()->done, 0);
  EXPECT_EQ(ahead_.progress()->total, 3);
  follow(ahead_);
  EXPECT_EQ(found_, (std::vector<PhotoId>{ids_[0], ids_[2]})) << "one cannot be read";
  EXPECT_EQ(opened_, 1);
  EXPECT_TRUE(ahead_.idle());
  EXPECT_FALSE(ahead_.progress());
  follow(ahead_);
  EXPECT_EQ(found_.size(), 2U);
}

TEST_F(PrefillingAhead, WaitsWhileAnybodyWaitsForSomething) {
  ahead_.turn(true);
  follow(ahead_, false);
  EXPECT_TRUE(found_.empty());
  follow(ahead_);
  EXPECT_EQ(found_.size(), 2U);
}

TEST_F(PrefillingAhead, DoesNothingWhenItIsTurnedOff) {
  follow(ahead_);
  ahead_.turn(true);
  ahead_.turn(false);
  follow(ahead_);
  EXPECT_TRUE(found_.empty());
  EXPECT_TRUE(ahead_.idle());
  EXPECT_FALSE(ahead_.progress());
}

TEST_F(PrefillingAhead, WithoutAModelItAsksNoMore) {
  is_missing_ = true;
  ahead_.turn(true);
  follow(ahead_);
  EXPECT_EQ(opened_, 1);
  EXPECT_TRUE(ahead_.idle());
  is_missing_ = false;
  ahead_.turn(false);
  ahead_.turn(true);
  follow(ahead_);
  EXPECT_EQ(found_.size(), 2U);
}

TEST_F(PrefillingAhead, AProjectThatCannotBeOpenedKeepsNobodyWaiting) {
  std::function<void(const Error&)> failed;
  ProjectThread nowhere(std::make_shared<ProjectConnection>(folder_ / "gone.jaedan"),
                        [&](const Error& error) { failed(error); }, {});
  PrefillAhead ahead(nowhere, model_, {});
  failed = [&](const Error&) { ahead.gave_up(); };
  ahead.turn(true);
  ahead.follow(ids_, true);
  nowhere.jobs().wait_idle();
  nowhere.drain();
  EXPECT_TRUE(ahead.idle());
}

TEST_F(PrefillingAhead, WalkingOnTakesNothingAwayOfWhatWasDone) {
  ahead_.turn(true);
  ahead_.follow({ids_[0], ids_[1]}, true);
  thread_.jobs().wait_idle();
  thread_.drain();
  ASSERT_TRUE(ahead_.progress());
  EXPECT_EQ(ahead_.progress()->done, 1);
  EXPECT_EQ(ahead_.progress()->total, 2);
  ahead_.follow({ids_[1], ids_[2]}, false);
  EXPECT_EQ(ahead_.progress()->done, 1);
  EXPECT_EQ(ahead_.progress()->total, 3);
}

}  // namespace
}  // namespace jaedan::gui
