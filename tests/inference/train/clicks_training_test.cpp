#include <gtest/gtest.h>

#include <algorithm>

#include "inference/net/torch_interactive.h"
#include "inference/net/torch_prefiller.h"
#include "inference/train/run/train_segmenter.h"
#include "tests/inference/train/drawn_run.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::inference {
namespace {

/// A network that answers clicks, learnt from a few drawn photos.
class ClicksTraining : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new testing::TemporaryFolder;
    write_drawn_photos(*folder_ / "data", 13);
    ASSERT_OK(train_segmenter(options_for(*folder_ / "data", *folder_ / "regions", {small_phase(1)})));
    ASSERT_OK(train_segmenter(clicks(*folder_ / "clicks")));
  }
  static void TearDownTestSuite() { delete folder_; }

  static TrainingOptions clicks(const std::string& output) {
    TrainingOptions options = options_for(*folder_ / "data", output, {small_phase(3)});
    options.recipe.architecture.reset();
    options.recipe.learns = Goal::kClicks;
    options.recipe.kernels = TensorType::kI8;
    return options;
  }
  static std::unique_ptr<InteractiveSegmenter> open() {
    auto segmenter = make_torch_interactive({*folder_ / "clicks", 1, Device::kCpu, {}});
    EXPECT_OK(segmenter);
    return std::move(segmenter).value();
  }

  static testing::TemporaryFolder* folder_;
};

testing::TemporaryFolder* ClicksTraining::folder_ = nullptr;

TEST_F(ClicksTraining, TheModelSaysWhatItIsFor) {
  ASSERT_OK_AND_ASSIGN(const ModelCard card, read_model_card(*folder_ / "clicks"));
  EXPECT_EQ(card.role, ModelRole::kClicks);
  ASSERT_OK_AND_ASSIGN(const TensorFile weights, read_model_weights(*folder_ / "clicks", card));
  const auto is_small = [](const auto& item) { return item.second.stored_as == TensorType::kI8; };
  EXPECT_TRUE(std::any_of(weights.tensors.begin(), weights.tensors.end(), is_small)) << "the recipe asks for it";
  PrefillerOptions options;
  options.model_folder = *folder_ / "clicks";
  const auto prefiller = make_torch_prefiller(options);
  EXPECT_ERROR(prefiller, ErrorCode::kUnsupported);
  EXPECT_NE(prefiller.error().text().find("answers clicks"), std::string::npos);
}

TEST_F(ClicksTraining, ASegmenterDoesNotAnswerClicks) {
  const auto segmenter = make_torch_interactive({*folder_ / "regions", 1, Device::kCpu, {}});
  EXPECT_ERROR(segmenter, ErrorCode::kUnsupported);
  EXPECT_NE(segmenter.error().text().find("does not answer clicks"), std::string::npos);
}

// From a segmenter: the layers that they share, and its proposals to correct.
TEST_F(ClicksTraining, AStoppedRunGoesOnTheSame) {
  const auto clicks = [](const std::string& output) {
    TrainingOptions options = ClicksTraining::clicks(output);
    options.start_from = *folder_ / "regions/model.safetensors";
    return options;
  };
  ASSERT_OK_AND_ASSIGN(const auto whole, train_segmenter(clicks(*folder_ / "whole")));
  std::atomic<bool> cancel{false};
  TrainingOptions broken = clicks(*folder_ / "broken");
  broken.cancel = &cancel;
  broken.progress = [&](const TrainingProgress& progress) { cancel = progress.epoch == 1 && progress.step == 2; };
  EXPECT_ERROR(train_segmenter(broken), ErrorCode::kCancelled);
  TrainingOptions resumed = clicks(*folder_ / "broken");
  resumed.resume = true;
  ASSERT_OK_AND_ASSIGN(const auto rest, train_segmenter(resumed));
  EXPECT_EQ(rest.epoch_losses, whole.epoch_losses);  // simulated people included
  resumed.start_from.clear();
  EXPECT_ERROR(train_segmenter(resumed), ErrorCode::kConflict);
}

TEST_F(ClicksTraining, AClickIsObeyedAndTheSameQuestionHasTheSameAnswer) {
  const auto segmenter = open();
  for (const auto& [width, height] : {std::pair{64, 96}, {1, 1}, {300, 20}, {1500, 2000}}) {
    Image photo = Image::of_size(width, height);
    std::fill(photo.rgb.begin(), photo.rgb.end(), std::uint8_t{120});
    ASSERT_OK_AND_ASSIGN(const auto encoded, segmenter->encode(photo.view()));
    const Point middle{encoded->width() / 2.0, encoded->height() / 2.0};
    ASSERT_OK_AND_ASSIGN(const Mask mask, segmenter->answer(*encoded, {{{middle, true}}, {}}, {}));
    ASSERT_EQ(mask.width, encoded->width());
    EXPECT_NE(mask.at(encoded->width() / 2, encoded->height() / 2), 0);
    ASSERT_OK_AND_ASSIGN(const Mask again, segmenter->answer(*encoded, {{{middle, true}}, {}}, {}));
    EXPECT_EQ(mask.pixels, again.pixels);
    ASSERT_OK_AND_ASSIGN(const Mask removed,
                         segmenter->answer(*encoded, {{{middle, true}, {middle, false}}, {}}, mask));
    EXPECT_EQ(removed.at(encoded->width() / 2, encoded->height() / 2), 0);
    EXPECT_ERROR(segmenter->answer(*encoded, {}, {}), ErrorCode::kInvalidArgument);
    EXPECT_ERROR(segmenter->answer(*encoded, {{{middle, true}}, {}}, Mask::of_size(3, 3)), ErrorCode::kInvalidArgument);
    const Rect box{0, 0, double(encoded->width()), double(encoded->height())};
    EXPECT_OK(segmenter->answer(*encoded, {{}, box}, {}));
  }
  EXPECT_ERROR(segmenter->encode(ImageView{}), ErrorCode::kInvalidArgument);
}

}  // namespace
}  // namespace jaedan::inference
