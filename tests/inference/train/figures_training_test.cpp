#include <gtest/gtest.h>

#include <opencv2/imgcodecs.hpp>

#include "inference/models/safetensors.h"
#include "inference/net/torch_prefiller.h"
#include "inference/train/run/train_segmenter.h"
#include "tests/inference/train/drawn_run.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::inference {
namespace {

bool is_figures(const std::string& name) { return name.rfind("figure.", 0) == 0; }

/// A segmenter that can be told the parts, then its figure network, learnt from a few drawn photos.
class FiguresTraining : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new testing::TemporaryFolder;
    write_drawn_photos(*folder_ / "data", 13);
    write_drawn_labels(*folder_ / "data", 13);
    TrainingOptions regions = options_for(*folder_ / "data", *folder_ / "regions", {small_phase(2)});
    regions.recipe.architecture = Architecture::kWithFigure;
    regions.recipe.heads = heads();
    ASSERT_OK(train_segmenter(regions));
    ASSERT_OK(train_segmenter(figures(*folder_ / "figures")));
  }
  static void TearDownTestSuite() { delete folder_; }

  static std::vector<HeadSpec> heads() {
    HeadSpec detail{"detail", {{"frill", {}}, {"pocket", {}}, {"zip", {}}}, true};
    detail.graph = true;
    return {category_head(), {"gender", {{"women", {}}, {"men", {}}}, false, HeadScope::kPhoto}, detail};
  }
  static TrainingOptions figures(const std::string& output) {
    TrainingOptions options = options_for(*folder_ / "data", output, {small_phase(3)});
    options.recipe.architecture = Architecture::kWithFigure;
    options.recipe.learns = Goal::kFigures;
    options.recipe.heads = heads();
    options.start_from = *folder_ / "regions/model.safetensors";
    return options;
  }
  static std::unique_ptr<Prefiller> open(int most_readings) {
    PrefillerOptions options;
    options.model_folder = *folder_ / "figures";
    options.most_readings = most_readings;
    auto model = make_torch_prefiller(options);
    EXPECT_OK(model);
    return std::move(model).value();
  }

  static testing::TemporaryFolder* folder_;
};

testing::TemporaryFolder* FiguresTraining::folder_ = nullptr;

Image grey(int width, int height) {
  Image image = Image::of_size(width, height);
  std::fill(image.rgb.begin(), image.rgb.end(), std::uint8_t{120});
  return image;
}

TEST_F(FiguresTraining, TheFigureNetworkLearnsAndNothingElseMoves) {
  ASSERT_OK_AND_ASSIGN(const TensorFile before, read_safetensors(*folder_ / "regions/model.safetensors"));
  ASSERT_OK_AND_ASSIGN(const TensorFile after, read_safetensors(*folder_ / "figures/model.safetensors"));
  ASSERT_EQ(before.tensors.size(), after.tensors.size());
  bool moved = false;
  for (const auto& [name, tensor] : after.tensors) {
    const bool same = before.tensors.at(name).values == tensor.values;
    moved = moved || (is_figures(name) && !same);
    EXPECT_TRUE(is_figures(name) || same) << name;
  }
  EXPECT_TRUE(moved);
  ASSERT_OK_AND_ASSIGN(const ModelCard card, read_model_card(*folder_ / "figures"));
  EXPECT_EQ(card.input_width, 64);  // the segmenter's
  EXPECT_EQ(card.input_height, 96);
  EXPECT_EQ(card.figure_width, 64);
  EXPECT_EQ(card.figure_height, 96);
  EXPECT_EQ(card.metrics.count("miou"), 0U);  // not measured yet
  EXPECT_EQ(card.heads, heads());
}

TEST_F(FiguresTraining, WhichValuesGoTogetherIsCountedAndKeptAsItIs) {
  constexpr const char* kName = "figure.head_detail.relations";
  ASSERT_OK_AND_ASSIGN(const TensorFile start, read_safetensors(*folder_ / "regions/model.safetensors"));
  EXPECT_EQ(start.tensors.at(kName).values, (std::vector<float>{1, 0, 0, 0, 1, 0, 0, 0, 1})) << "nobody has counted";
  TrainingOptions shared = figures(*folder_ / "shared");
  shared.recipe.start_share = 0.25;
  ASSERT_OK(train_segmenter(shared));
  for (const std::string model : {"figures", "shared"}) {
    SCOPED_TRACE(model);
    ASSERT_OK_AND_ASSIGN(const TensorFile file, read_safetensors(*folder_ / (model + "/model.safetensors")));
    const std::vector<float>& relations = file.tensors.at(kName).values;
    const std::vector<double> expected = {0.8, 0, 0.2, 0, 1, 0, 0.2, 0, 0.8};
    ASSERT_EQ(relations.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_NEAR(relations[i], expected[i], 1e-3) << i;
  }
}

TEST_F(FiguresTraining, AGraphIsLearntByAFigureNetworkAlone) {
  TrainingOptions options = options_for(*folder_ / "data", *folder_ / "none", {small_phase(1)});
  options.recipe.heads = heads();
  EXPECT_ERROR(train_segmenter(options), ErrorCode::kInvalidArgument);
}

TEST_F(FiguresTraining, ABalanceChangesWhatIsLearntAndIsOfAHeadWithOneValue) {
  TrainingOptions plain = figures(*folder_ / "plain"), balanced = figures(*folder_ / "balanced");
  plain.recipe.phases = balanced.recipe.phases = {small_phase(1)};
  balanced.recipe.balance = {{"category", 1}};
  ASSERT_OK_AND_ASSIGN(const auto without, train_segmenter(plain));
  ASSERT_OK_AND_ASSIGN(const auto with, train_segmenter(balanced));
  EXPECT_NE(with.epoch_losses, without.epoch_losses);
  for (const char* attribute : {"detail", "hats"}) {
    TrainingOptions wrong = figures(*folder_ / "wrong");
    wrong.recipe.balance = {{attribute, 1}};
    SCOPED_TRACE(attribute);
    EXPECT_ERROR(train_segmenter(wrong), ErrorCode::kInvalidArgument);
  }
}

TEST_F(FiguresTraining, AStoppedRunGoesOnTheSame) {
  ASSERT_OK_AND_ASSIGN(const auto whole, train_segmenter(figures(*folder_ / "whole")));
  std::atomic<bool> cancel{false};
  TrainingOptions broken = figures(*folder_ / "broken");
  broken.cancel = &cancel;
  broken.progress = [&](const TrainingProgress& progress) { cancel = progress.epoch == 1 && progress.step == 2; };
  EXPECT_ERROR(train_segmenter(broken), ErrorCode::kCancelled);
  TrainingOptions resumed = figures(*folder_ / "broken");
  resumed.resume = true;
  ASSERT_OK_AND_ASSIGN(const auto rest, train_segmenter(resumed));
  EXPECT_EQ(rest.epoch_losses, whole.epoch_losses);  // dropout and figures included
}

TEST_F(FiguresTraining, NeedsAModelToGoOnFrom) {
  TrainingOptions options = figures(*folder_ / "none");
  options.start_from.clear();
  EXPECT_ERROR(train_segmenter(options), ErrorCode::kInvalidArgument);
  options = figures(*folder_ / "none");
  options.recipe.architecture = Architecture::kSegmenter;
  EXPECT_ERROR(train_segmenter(options), ErrorCode::kInvalidArgument);
}

TEST_F(FiguresTraining, PhotosAreReadInSeveralWays) {
  const auto three = open(3), one = open(1);
  for (const auto& [width, height] : {std::pair{64, 96}, {1, 1}, {300, 20}}) {
    const Image photo = grey(width, height);
    ASSERT_OK_AND_ASSIGN(const ScoredPrediction scored, three->prefill_with_features(photo.view()));
    const std::vector<Reading>& readings = scored.prediction.readings;
    ASSERT_GE(readings.size(), 1U);
    ASSERT_LE(readings.size(), 3U);
    ASSERT_EQ(scored.features.size(), readings.size());
    double sum = 0;
    for (std::size_t i = 0; i < readings.size(); ++i) {
      sum += readings[i].probability;
      EXPECT_EQ(scored.features[i].size(), readings[i].garments.size());
    }
    EXPECT_NEAR(sum, 1, 1e-6);
    ASSERT_OK_AND_ASSIGN(const Prediction first, one->prefill(photo.view()));
    ASSERT_EQ(first.readings.size(), 1U);
    EXPECT_DOUBLE_EQ(first.readings[0].probability, readings[0].probability);
  }
}

}  // namespace
}  // namespace jaedan::inference
