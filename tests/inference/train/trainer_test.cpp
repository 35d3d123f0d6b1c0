#include "inference/train/run/trainer.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmath>
#include <csignal>
#include <filesystem>
#include <fstream>

#include "inference/models/safetensors.h"
#include "inference/net/torch_prefiller.h"
#include "inference/train/data/data_folders.h"
#include "inference/train/measure/evaluate.h"
#include "inference/train/run/train_segmenter.h"
#include "labeling/domain/attribute.h"
#include "tests/inference/train/drawn_run.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::inference {
namespace {

class Trainer : public ::testing::Test {
 protected:
  void SetUp() override { write_drawn_photos(folder_ / "data", 5); }
  testing::TemporaryFolder folder_;
};

std::string text_of(const std::string& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

// training.csv without its last column, the time.
std::vector<std::string> curve_of(const std::string& folder) {
  std::ifstream in(folder + "/training.csv");
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line.substr(0, line.rfind(',')));
  return lines;
}

// As after kill -9: whatever was not written is gone, and nothing is tidied up.
template <typename Work>
void run_and_kill(Work work) {
  const pid_t child = ::fork();
  if (child == 0) {
    work([] { ::raise(SIGKILL); });
    ::_exit(0);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFSIGNALED(status));
}

TEST_F(Trainer, AKilledRunGoesOnWithTheSameBits) {
  write_drawn_photos(folder_ / "many", 11);
  auto options = options_for(folder_ / "many", folder_ / "killed", {small_phase(3)});
  options.checkpoint_steps = 2;
  // The first test of the file, because LibTorch's threads would not survive the fork.
  run_and_kill([&](const auto& die) {
    options.progress = [&](const TrainingProgress& progress) {
      if (progress.epoch == 2 && progress.step == 3) die();
    };
    (void)train_segmenter(options);
  });
  options.progress = [steps = std::vector<int>()](const TrainingProgress& progress) mutable {
    if (steps.empty()) {
      EXPECT_EQ(progress.epoch * 10 + progress.step, 23);  // the checkpoint is after step 2
    }
    steps.push_back(progress.step);
  };
  options.resume = true;
  ASSERT_OK_AND_ASSIGN(const auto rest, train_segmenter(options));
  EXPECT_EQ(rest.epoch_losses.size(), 2U);

  ASSERT_OK_AND_ASSIGN(const auto whole,
                       train_segmenter(options_for(folder_ / "many", folder_ / "whole", {small_phase(3)})));
  EXPECT_EQ(rest.epoch_losses[0], whole.epoch_losses[1]);
  EXPECT_EQ(rest.epoch_losses[1], whole.epoch_losses[2]);
  EXPECT_EQ(rest.best_miou, whole.best_miou);
  EXPECT_EQ(text_of(folder_ / "killed/model.safetensors"), text_of(folder_ / "whole/model.safetensors"));
  EXPECT_EQ(curve_of(folder_ / "killed"), curve_of(folder_ / "whole"));
  EXPECT_EQ(curve_of(folder_ / "whole").size(), 4U);  // the header and three epochs

  // Nothing is left to do, and nothing is done.
  ASSERT_OK_AND_ASSIGN(const auto again, train_segmenter(options));
  EXPECT_TRUE(again.epoch_losses.empty());
  EXPECT_EQ(curve_of(folder_ / "killed"), curve_of(folder_ / "whole"));
}

TEST_F(Trainer, AStoppedRunGoesOnAfterTheLastStep) {
  const std::string data = folder_ / "data";
  ASSERT_OK_AND_ASSIGN(const auto whole, train_segmenter(options_for(data, folder_ / "whole", {small_phase(4)})));
  ASSERT_EQ(whole.epoch_losses.size(), 4U);

  std::atomic<bool> cancel{false};
  auto broken = options_for(data, folder_ / "broken", {small_phase(4)});
  broken.cancel = &cancel;
  broken.progress = [&](const TrainingProgress& progress) { cancel = progress.epoch == 2; };
  EXPECT_ERROR(train_segmenter(broken), ErrorCode::kCancelled);
  auto resumed = options_for(data, folder_ / "broken", {small_phase(4)});
  resumed.resume = true;
  ASSERT_OK_AND_ASSIGN(const auto rest, train_segmenter(resumed));
  EXPECT_EQ(rest.epoch_losses, (std::vector<double>{whole.epoch_losses[2], whole.epoch_losses[3]}));
}

TEST_F(Trainer, ACheckpointOfAnotherTrainingIsRefused) {
  const auto begun = options_for(folder_ / "data", folder_ / "run", {small_phase(1)});
  ASSERT_OK(train_segmenter(begun));
  auto other = begun;
  other.resume = true;
  ASSERT_OK(train_segmenter(other));
  other.recipe.threads = 1;  // does not change what is learnt
  EXPECT_OK(train_segmenter(other));
  other.recipe.seed = 77;
  const auto refused = train_segmenter(other);
  EXPECT_ERROR(refused, ErrorCode::kConflict);
  EXPECT_NE(refused.error().text().find("differs in seed;"), std::string::npos) << refused.error().text();
  other = begun;
  other.resume = true;
  other.recipe.architecture = Architecture::kObjectContext;
  EXPECT_ERROR(train_segmenter(other), ErrorCode::kConflict);
  other = begun;
  other.resume = true;
  write_drawn_photos(folder_ / "data", 6);
  EXPECT_ERROR(train_segmenter(other), ErrorCode::kConflict);

  // Cut off, or some other file of tensors.
  std::filesystem::resize_file(folder_ / "run/checkpoint.safetensors", 1000);
  EXPECT_ERROR(train_segmenter(other), ErrorCode::kCorrupt);
  std::filesystem::copy_file(folder_ / "run/model.safetensors", folder_ / "run/checkpoint.safetensors",
                             std::filesystem::copy_options::overwrite_existing);
  EXPECT_ERROR(train_segmenter(other), ErrorCode::kCorrupt);
  std::filesystem::remove(folder_ / "run/checkpoint.safetensors");
  EXPECT_ERROR(train_segmenter(other), ErrorCode::kNotFound);
}

TEST_F(Trainer, TheSameSeedGivesTheSameWeights) {
  auto options = options_for(folder_ / "data", folder_ / "first", {small_phase(2)});
  ASSERT_OK(train_segmenter(options));
  options.output = folder_ / "second";
  options.resume = true;  // without a checkpoint it begins
  ASSERT_OK(train_segmenter(options));
  options.output = folder_ / "third";
  options.recipe.seed = 2;
  ASSERT_OK(train_segmenter(options));
  const std::string first = text_of(folder_ / "first/model.safetensors");
  EXPECT_EQ(first, text_of(folder_ / "second/model.safetensors"));
  EXPECT_NE(first, text_of(folder_ / "third/model.safetensors"));
}

TEST_F(Trainer, LearnsDrawnPhotosAndTheModelFolderWorks) {
  auto options = options_for(folder_ / "data", folder_ / "model", {small_phase(60)});
  ASSERT_OK_AND_ASSIGN(const auto report, train_segmenter(options));
  EXPECT_LT(report.epoch_losses.back(), 0.6 * report.epoch_losses.front());

  PrefillerOptions prefiller_options;
  prefiller_options.model_folder = folder_ / "model";
  ASSERT_OK_AND_ASSIGN(const auto prefiller, make_torch_prefiller(prefiller_options));
  EvaluationOptions evaluation;
  evaluation.folders = options.folders;
  evaluation.split = Split::kTrain;
  ASSERT_OK_AND_ASSIGN(const auto score, evaluate(*prefiller, evaluation));
  EXPECT_EQ(score.photos, 4);
  EXPECT_GT(score.segmentation.parts[1].iou, 0.6);
  EXPECT_GT(score.segmentation.parts[2].iou, 0.6);

  ASSERT_OK_AND_ASSIGN(const auto items, read_snapshot_folder(folder_ / "data", {}));
  ASSERT_OK_AND_ASSIGN(const Prediction prediction, prefiller->prefill(items[0].photo.view()));
  EXPECT_EQ(prediction.model_id, "drawn");
  ASSERT_FALSE(prediction.readings.at(0).garments.empty());
  for (const Proposal& garment : prediction.readings[0].garments) {
    double length = 0;
    for (const float value : garment.embedding) length += double(value) * value;
    EXPECT_NEAR(length, 1, 1e-4);
    EXPECT_GE(garment.score, 0);
    EXPECT_LE(garment.score, 1);
    EXPECT_NE(find_value(garment.attributes, attribute::kCategory), nullptr);
  }
  EXPECT_ERROR(prefiller->prefill({}), ErrorCode::kInvalidArgument);

  // What a person draws gets the vector that the model gives the same region itself.
  const Proposal& garment = prediction.readings.front().garments.front();
  ASSERT_OK_AND_ASSIGN(const auto vectors, prefiller->embed(items[0].photo.view(), {garment.region}));
  ASSERT_EQ(vectors.size(), 1U);
  double likeness = 0;
  for (std::size_t i = 0; i < garment.embedding.size(); ++i) likeness += double(vectors[0][i]) * garment.embedding[i];
  EXPECT_GT(likeness, 0.99);
  const Region outside{{{{-50, -50}, {-10, -50}, {-10, -10}}}};
  EXPECT_ERROR(prefiller->embed(items[0].photo.view(), {outside}), ErrorCode::kInvalidArgument);
}

TEST_F(Trainer, LearnsTheHeadsThatTheRecipeNames) {
  write_drawn_labels(folder_ / "data", 5);
  auto options = options_for(folder_ / "data", folder_ / "model", {small_phase(60)});
  options.recipe.heads = {{"fit", {{"loose", {}}, {"tight", {}}}, false},
                          {"detail", {{"frill", {}}, {"pocket", {}}, {"zip", {}}}, true}};
  ASSERT_OK_AND_ASSIGN(const auto report, train_segmenter(options));
  EXPECT_EQ(report.head_accuracy.count("fit_accuracy"), 1U);
  EXPECT_EQ(report.head_accuracy.count("category_accuracy"), 0U) << "nobody asked for it";
  ASSERT_OK_AND_ASSIGN(const ModelCard card, read_model_card(folder_ / "model"));
  EXPECT_EQ(card.heads, *options.recipe.heads);

  PrefillerOptions prefiller_options;
  prefiller_options.model_folder = folder_ / "model";
  ASSERT_OK_AND_ASSIGN(const auto prefiller, make_torch_prefiller(prefiller_options));
  EvaluationOptions evaluation;
  evaluation.folders = options.folders;
  evaluation.split = Split::kTrain;
  ASSERT_OK_AND_ASSIGN(const auto measured, evaluate(*prefiller, evaluation));
  ASSERT_EQ(measured.heads.size(), 2U);
  for (const HeadScore& head : measured.heads) {
    EXPECT_GE(head.garments(), 4) << head.head().attribute;
    EXPECT_GT(head.accuracy(), 0.8) << head.head().attribute;
  }
}

TEST_F(Trainer, SaysWhatIsWrongWithTheData) {
  auto options = options_for(folder_ / "data", folder_ / "out", {small_phase(1)});
  options.folders = {{DataKind::kSnapshot, folder_ / "nowhere", 1.0}};
  EXPECT_ERROR(train_segmenter(options), ErrorCode::kNotFound);
  options.folders.clear();
  EXPECT_ERROR(train_segmenter(options), ErrorCode::kInvalidArgument);
}

TEST_F(Trainer, KeepsAShareOfTheStart) {
  ASSERT_OK(train_segmenter(options_for(folder_ / "data", folder_ / "first", {small_phase(1)})));
  auto options = options_for(folder_ / "data", folder_ / "moved", {small_phase(1)});
  options.recipe.start_share = 0.25;
  EXPECT_ERROR(train_segmenter(options), ErrorCode::kInvalidArgument);  // there is no start
  options.start_from = folder_ / "first/model.safetensors";
  options.recipe.start_share = 0;
  ASSERT_OK(train_segmenter(options));
  options.output = folder_ / "shared";
  options.recipe.start_share = 0.25;
  ASSERT_OK(train_segmenter(options));
  ASSERT_OK_AND_ASSIGN(const TensorFile first, read_safetensors(folder_ / "first/model.safetensors"));
  ASSERT_OK_AND_ASSIGN(const TensorFile moved, read_safetensors(folder_ / "moved/model.safetensors"));
  ASSERT_OK_AND_ASSIGN(const TensorFile shared, read_safetensors(folder_ / "shared/model.safetensors"));
  for (const auto& [name, tensor] : shared.tensors) {
    for (std::size_t i = 0; i < tensor.values.size(); ++i) {
      const double expected = 0.75 * moved.tensors.at(name).values[i] + 0.25 * first.tensors.at(name).values[i];
      ASSERT_NEAR(tensor.values[i], expected, 2e-3 * std::max(1.0, std::abs(expected))) << name;
    }
  }
}

TEST_F(Trainer, GoesOnFromAnotherModelsWeights) {
  ASSERT_OK(train_segmenter(options_for(folder_ / "data", folder_ / "first", {small_phase(1)})));
  auto options = options_for(folder_ / "data", folder_ / "second", {small_phase(1)});
  options.start_from = folder_ / "first/model.safetensors";
  EXPECT_OK(train_segmenter(options));
  std::ofstream(folder_ / "first/model.safetensors") << "no weights";
  EXPECT_ERROR(train_segmenter(options), ErrorCode::kCorrupt);
}

}  // namespace
}  // namespace jaedan::inference
