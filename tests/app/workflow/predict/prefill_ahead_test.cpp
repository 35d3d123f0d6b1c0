// Pre-filling before a person looks: what it leaves alone, and that the model is opened once.

#include <gtest/gtest.h>

#include "app/workflow/predict/prefill_photos.h"
#include "labeling/io/image_encoder.h"
#include "tests/app/workflow/predict/left_half.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::workflow {
namespace {

class PrefillAhead : public ::testing::Test {
 protected:
  void SetUp() override {
    Image red = Image::of_size(32, 32);
    for (std::size_t i = 0; i < red.rgb.size(); i += 3) red.rgb[i] = 200;
    const std::string file = folder_ / "a.png";
    ASSERT_OK(labeling::write_image(file, red.view()));
    auto project = Project::create(folder_ / "p.jaedan");
    ASSERT_OK(project);
    project_.emplace(std::move(*project));
    const auto ids = project_->store().add_photos({{{}, "a", file, 32, 32}, {{}, "b", folder_ / "b.png", 32, 32}});
    ASSERT_OK(ids);
    photo_ = (*ids)[0], missing_ = (*ids)[1];
  }
  std::optional<Prediction> stored() { return project_->store().prediction(photo_).value(); }
  AheadAnswer ask(PhotoId id) { return prefill_ahead(*project_, id, model_); }
  /// A garment that a person drew.
  void draw() {
    Annotation annotation = project_->store().annotation(photo_).value();
    Garment garment;
    garment.id = next_garment_id(annotation);
    garment.region.rings = {{{1, 1}, {9, 1}, {9, 9}}};
    garment.region_provenance = Provenance::human("minji");
    annotation.garments.push_back(garment);
    annotation.state = WorkflowState::kDrawn;
    ASSERT_OK(project_->store().save(annotation, {"minji", "draw"}));
  }

  const testing::TemporaryFolder folder_;
  std::optional<Project> project_;
  PhotoId photo_, missing_;
  int opened_ = 0;
  std::function<void()> while_it_opens_;
  SharedModel model_{[this](const UsableModel&, const ModelUse&) -> Result<std::unique_ptr<inference::Prefiller>> {
    ++opened_;
    if (while_it_opens_) while_it_opens_();
    return std::unique_ptr<inference::Prefiller>(std::make_unique<LeftHalf>());
  }};
};

TEST_F(PrefillAhead, StoresWhatTheModelSaysAndChangesNoAnnotation) {
  const AheadAnswer answer = ask(photo_);
  ASSERT_OK(answer.model);
  ASSERT_OK(answer.of_photo);
  ASSERT_TRUE(answer.of_photo->has_value());
  ASSERT_TRUE(stored());
  EXPECT_EQ(stored()->model_id, "left-half");
  EXPECT_EQ(project_->store().annotation(photo_)->revision, 0);
}

TEST_F(PrefillAhead, NoPhotoIsAskedAboutTwice) {
  ASSERT_OK(project_->store().save_prediction(photo_, {"another-model", {{1.0, {}}}}));
  const AheadAnswer answer = ask(photo_);
  ASSERT_OK(answer.of_photo);
  EXPECT_FALSE(answer.of_photo->has_value());
  EXPECT_EQ(stored()->model_id, "another-model");
  EXPECT_EQ(opened_, 0) << "there was nothing to ask";
}

TEST_F(PrefillAhead, WorkOfPeopleIsLeftAlone) {
  draw();
  EXPECT_FALSE(ask(photo_).of_photo->has_value());
  EXPECT_FALSE(stored());
  EXPECT_EQ(opened_, 0);
}

TEST_F(PrefillAhead, WorkThatIsDoneMeanwhileCounts) {
  while_it_opens_ = [this] { draw(); };
  const AheadAnswer answer = ask(photo_);
  ASSERT_OK(answer.of_photo);
  EXPECT_FALSE(answer.of_photo->has_value());
  EXPECT_FALSE(stored());
}

TEST_F(PrefillAhead, TheModelIsOpenedOnceForAll) {
  ASSERT_OK(ask(photo_).of_photo);
  ASSERT_OK(prefill_photo(*project_, photo_, model_));
  ASSERT_OK(prefill_photo(*project_, photo_, model_));
  EXPECT_EQ(opened_, 1);
}

TEST_F(PrefillAhead, APhotoThatCannotBeReadIsNoFaultOfTheModel) {
  const AheadAnswer answer = ask(missing_);
  EXPECT_OK(answer.model);
  EXPECT_ERROR(answer.of_photo, ErrorCode::kNotFound);
}

TEST_F(PrefillAhead, AModelThatCannotBeOpenedIsSaid) {
  SharedModel none([](const UsableModel&, const ModelUse&) -> Result<std::unique_ptr<inference::Prefiller>> {
    return Error{ErrorCode::kUnavailable, "test.no_torch", "no LibTorch"};
  });
  EXPECT_ERROR(prefill_ahead(*project_, photo_, none).model, ErrorCode::kUnavailable);
  EXPECT_FALSE(stored());
}

}  // namespace
}  // namespace jaedan::workflow
