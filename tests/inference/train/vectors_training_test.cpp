#include <gtest/gtest.h>

#include <cmath>

#include "inference/models/safetensors.h"
#include "inference/net/vectors/torch_embedder.h"
#include "inference/train/data/garment_crops.h"
#include "inference/train/learn/ranking_loss.h"
#include "inference/train/run/train_segmenter.h"
#include "tests/inference/train/drawn_run.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::inference {
namespace {

torch::Tensor rows(std::vector<float> values, std::int64_t width) { return torch::tensor(values).view({-1, width}); }

TEST(RankingLoss, IsLowerWhereWhatBelongsTogetherLiesTogether) {
  const torch::Tensor vectors = rows({1, 0, 0.98F, 0.199F, 0, 1, 0.199F, 0.98F}, 2);
  const double together = ranking_loss(vectors, {torch::tensor({0, 0, 1, 1})}).item<double>();
  const double apart = ranking_loss(vectors, {torch::tensor({0, 1, 0, 1})}).item<double>();
  EXPECT_LT(together, 0.1);
  EXPECT_GT(apart, 1);
}

TEST(RankingLoss, WhatIsUnknownOrAloneIsAskedOfNobody) {
  const torch::Tensor vectors = rows({1, 0, 0, 1, -1, 0}, 2);
  EXPECT_EQ(ranking_loss(vectors, {torch::tensor({-1, -1, -1})}).item<double>(), 0);
  EXPECT_EQ(ranking_loss(vectors, {torch::tensor({0, 1, 2})}).item<double>(), 0);
}

TEST(SeenAgain, IsTheSameForTheSameSeedAndAnotherViewForAnother) {
  const torch::Tensor garments = torch::rand({2, 3, 32, 32}) * 2 - 1;
  const torch::Tensor once = seen_again(garments, 5);
  ASSERT_EQ(once.sizes(), garments.sizes());
  EXPECT_TRUE(once.equal(seen_again(garments, 5)));
  EXPECT_FALSE(once.equal(seen_again(garments, 6)));
  EXPECT_LE(once.abs().max().item<double>(), 1);
}

TEST(GarmentCrops, EachGarmentBecomesAnItemWithItsOwnLabels) {
  TrainingItem photo;
  photo.name = "a.jpg";
  photo.split = Split::kVal;
  photo.photo = Image::of_size(80, 80);
  photo.labels = Mask::of_size(80, 80);
  fill(photo.labels, {{{{10, 5}, {40, 5}, {40, 35}, {10, 35}}}}, mask_value(Part::kTop));
  fill(photo.labels, {{{{10, 40}, {40, 40}, {40, 70}, {10, 70}}}}, mask_value(Part::kBottom));
  fill(photo.labels, {{{{60, 60}, {65, 60}, {65, 65}, {60, 65}}}}, mask_value(Part::kDress));
  const auto place = [](Part part) { return static_cast<std::size_t>(mask_value(part)) - 1; };
  add_label(photo.known[place(Part::kTop)], "colour", "red");
  std::vector<TrainingSource> sources = {{"ccp", 1, {photo, TrainingItem()}}};
  cut_garments_out(sources);
  ASSERT_EQ(sources[0].items.size(), 2U) << "the dress is too small, the second photo shows nothing";
  for (const TrainingItem& item : sources[0].items) {
    EXPECT_EQ(item.split, Split::kVal);
    EXPECT_EQ(item.photo.width, item.photo.height);
    EXPECT_TRUE(item.is_crop);
  }
  EXPECT_EQ(sources[0].items[0].known[place(Part::kTop)].at("colour"), std::vector<std::string>{"red"});
}

/// A segmenter learnt from a few drawn photos, and vectors learnt from what it or the truth cuts out.
class VectorsTraining : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new testing::TemporaryFolder;
    write_drawn_photos(*folder_ / "data", 13);
    ASSERT_OK(train_segmenter(options_for(*folder_ / "data", *folder_ / "regions", {small_phase(1)})));
  }
  static void TearDownTestSuite() { delete folder_; }

  static TrainingOptions vectors(const std::string& output, Architecture architecture) {
    TrainingPhase phase = small_phase(2);
    phase.width = phase.height = 64;
    TrainingOptions options = options_for(*folder_ / "data", output, {phase});
    options.recipe.architecture = architecture;
    options.recipe.learns = Goal::kVectors;
    options.recipe.heads = std::vector<HeadSpec>{category_head()};
    options.recipe.rank_by = {"category"};
    options.proposer = *folder_ / "regions";
    return options;
  }

  static testing::TemporaryFolder* folder_;
};

testing::TemporaryFolder* VectorsTraining::folder_ = nullptr;

TEST_F(VectorsTraining, EveryKindIsLearntAndOpensAsAnEmbedder) {
  for (const Architecture kind : {Architecture::kVectors, Architecture::kResNetVectors, Architecture::kAutoencoder}) {
    const std::string name(id_of(kind));
    SCOPED_TRACE(name);
    ASSERT_OK_AND_ASSIGN(const TrainingReport report, train_segmenter(vectors(*folder_ / name, kind)));
    EXPECT_EQ(report.epochs, 2);
    ASSERT_TRUE(report.precision_at_10);
    EXPECT_GE(*report.precision_at_10, 0);
    EXPECT_LE(*report.precision_at_10, 1);
    EmbedderOptions options;
    options.model_folder = *folder_ / name;
    ASSERT_OK_AND_ASSIGN(const auto embedder, make_torch_embedder(options));
    EXPECT_EQ(embedder->card().role, ModelRole::kVectors);
    Image photo = Image::of_size(60, 90);
    for (std::size_t i = 0; i < photo.rgb.size(); ++i) photo.rgb[i] = static_cast<std::uint8_t>(i * 7);
    const Region whole = {{{{5, 5}, {50, 5}, {50, 80}, {5, 80}}}};
    ASSERT_OK_AND_ASSIGN(const auto found, embedder->embed(photo.view(), {whole, whole}));
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0], found[1]);
    double length = 0;
    for (const float x : found[0]) length += double(x) * x;
    EXPECT_NEAR(length, 1, 1e-3);
    EXPECT_ERROR(embedder->embed(photo.view(), {Region{}}), ErrorCode::kInvalidArgument);
    EXPECT_ERROR(embedder->embed_alone({Image()}), ErrorCode::kInvalidArgument);
  }
}

TEST_F(VectorsTraining, AStoppedRunGoesOnTheSame) {
  const auto run = [](const char* name) { return vectors(*folder_ / name, Architecture::kVectors); };
  ASSERT_OK_AND_ASSIGN(const auto whole, train_segmenter(run("whole")));
  std::atomic<bool> cancel{false};
  TrainingOptions broken = run("broken");
  broken.cancel = &cancel;
  broken.progress = [&](const TrainingProgress& progress) { cancel = progress.epoch == 2; };
  EXPECT_ERROR(train_segmenter(broken), ErrorCode::kCancelled);
  TrainingOptions resumed = run("broken");
  resumed.resume = true;
  ASSERT_OK_AND_ASSIGN(const auto rest, train_segmenter(resumed));
  ASSERT_EQ(rest.epoch_losses.size(), 1U);
  EXPECT_EQ(rest.epoch_losses[0], whole.epoch_losses[1]);
}

TEST_F(VectorsTraining, NeedsWhoCutsTheGarmentsOut) {
  TrainingOptions options = vectors(*folder_ / "none", Architecture::kVectors);
  options.proposer.clear();
  EXPECT_ERROR(train_segmenter(options), ErrorCode::kInvalidArgument);
}

TEST_F(VectorsTraining, ASegmenterIsNoEmbedder) {
  EmbedderOptions options;
  options.model_folder = *folder_ / "regions";
  EXPECT_ERROR(make_torch_embedder(options), ErrorCode::kUnsupported);
}

}  // namespace
}  // namespace jaedan::inference
