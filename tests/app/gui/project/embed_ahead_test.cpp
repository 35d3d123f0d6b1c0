#include "app/gui/project/embed_ahead.h"

#include <gtest/gtest.h>

#include "app/workflow/recommend/model_choice.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::gui {
namespace {

/// Approved photos with a garment each; the model that is wanted has proposed it, so that nothing has to be opened.
class EmbeddingAhead : public ::testing::Test {
 protected:
  void SetUp() override {
    auto project = workflow::Project::create(folder_ / "p.jaedan");
    ASSERT_OK(project);
    project_.emplace(std::move(project).value());
    const auto wanted = workflow::wanted_model(*project_);
    ASSERT_OK(wanted);
    wanted_ = *wanted;
    approve("a");
    approve("b");
  }
  void approve(const std::string& name) {
    const auto ids = project_->store().add_photos({{{}, name, "/gone/" + name, 100, 100}});
    ASSERT_OK(ids);
    Proposal top;
    top.region.rings = {{{10, 10}, {90, 10}, {90, 50}, {10, 50}}};
    top.embedding = {1, 0};
    ASSERT_OK(project_->store().save_prediction(ids->front(), Prediction{wanted_, {{1.0, {top}}}}));
    Annotation annotation;
    annotation.photo = ids->front();
    annotation.state = WorkflowState::kApproved;
    annotation.garments.resize(1);
    annotation.garments[0].id = GarmentId{1};
    annotation.garments[0].region = top.region;
    ASSERT_OK(project_->store().save(annotation, {"mina", "draw"}));
  }
  std::int64_t made() {
    const auto count = project_->store().count_embeddings(wanted_);
    EXPECT_OK(count);
    return count.ok() ? *count : -1;
  }
  /// As many frames as it takes.
  void follow(bool may_begin = true) {
    for (int frame = 0; frame < 10; ++frame) {
      ahead_.follow(may_begin);
      thread_.jobs().wait_idle();
      thread_.drain();
    }
  }

  const testing::TemporaryFolder folder_;
  std::optional<workflow::Project> project_;
  std::string wanted_;
  std::vector<std::string> complete_;
  ProjectThread thread_{std::make_shared<ProjectConnection>(folder_ / "p.jaedan"), {}, {}};
  EmbedAhead ahead_{thread_, [this](const std::string& model) { complete_.push_back(model); }};
};

TEST_F(EmbeddingAhead, DoesNothingUntilItIsTurnedOn) {
  follow();
  EXPECT_EQ(made(), 0);
  EXPECT_TRUE(ahead_.idle());
}

TEST_F(EmbeddingAhead, MakesOnePhotoAfterTheOtherAndTellsWhenAllAreThere) {
  ahead_.turn(true);
  EXPECT_FALSE(ahead_.idle());
  ahead_.follow(true);
  thread_.jobs().wait_idle();
  EXPECT_EQ(made(), 1) << "one photo, then whoever waits has a turn";
  follow();
  EXPECT_EQ(made(), 2);
  EXPECT_EQ(complete_, std::vector<std::string>{wanted_});
  EXPECT_TRUE(ahead_.idle());
}

TEST_F(EmbeddingAhead, WaitsWhileAnybodyWaitsForSomething) {
  ahead_.turn(true);
  follow(false);
  EXPECT_EQ(made(), 0);
  EXPECT_FALSE(ahead_.idle());
}

TEST_F(EmbeddingAhead, LooksAgainWhenPhotosWereApproved) {
  ahead_.turn(true);
  follow();
  approve("c");
  follow();
  EXPECT_EQ(made(), 2) << "nobody said so";
  ahead_.look_again();
  follow();
  EXPECT_EQ(made(), 3);
}

TEST_F(EmbeddingAhead, AProjectThatCannotBeOpenedKeepsNobodyWaiting) {
  std::function<void()> failed;
  ProjectThread nowhere(std::make_shared<ProjectConnection>(folder_ / "gone.jaedan"), [&](const Error&) { failed(); },
                        {});
  EmbedAhead ahead(nowhere, {});
  failed = [&] { ahead.gave_up(); };
  ahead.turn(true);
  ahead.follow(true);
  nowhere.jobs().wait_idle();
  nowhere.drain();
  EXPECT_TRUE(ahead.idle());
}

}  // namespace
}  // namespace jaedan::gui
