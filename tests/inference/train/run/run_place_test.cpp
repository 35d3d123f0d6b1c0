#include "inference/train/run/run_place.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "inference/train/run/training_log.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::inference {
namespace {

std::vector<TrainingSource> one_photo() {
  TrainingItem item;
  item.name = "a";
  item.photo.width = item.photo.height = 1;
  item.photo.rgb = {1, 2, 3};
  item.labels = {1, 1, {1}};
  return {{"drawn", 1.0, {item}}};
}

TEST(RunPlace, NumbersSurviveBitByBit) {
  const RunIdentity identity = identity_of({}, one_photo());
  TensorFile file;
  write_place(file, {3, 17, 1017, 0.1 + 0.2, 1e-300, 1.0 / 3, 2}, identity);
  ASSERT_OK_AND_ASSIGN(const RunPlace place, read_place(file, identity, "x"));
  EXPECT_EQ(place.epoch, 3);
  EXPECT_EQ(place.step, 17);
  EXPECT_EQ(place.step_of_run, 1017);
  EXPECT_EQ(place.loss_sum, 0.1 + 0.2);
  EXPECT_EQ(place.epoch_seconds, 1e-300);
  EXPECT_EQ(place.best_miou, 1.0 / 3);
  EXPECT_EQ(place.best_epoch, 2);
  file.metadata.erase("loss_sum");
  EXPECT_ERROR(read_place(file, identity, "x"), ErrorCode::kCorrupt);
  EXPECT_ERROR(read_place({}, identity, "x"), ErrorCode::kCorrupt);
}

TEST(RunPlace, ACheckpointOfBeforeARecipeHadAFieldIsGoneOnFrom) {
  TrainingRecipe recipe;
  recipe.phases.resize(1);
  const RunIdentity identity = identity_of(recipe, one_photo());
  TensorFile file;
  write_place(file, {}, identity);
  std::string& words = file.metadata["recipe"];
  const std::string added = "\"start_share\":0.0,";
  ASSERT_NE(words.find(added), std::string::npos) << words;
  words.erase(words.find(added), added.size());
  EXPECT_OK(read_place(file, identity, "x"));
  recipe.start_share = 0.5;
  EXPECT_ERROR(read_place(file, identity_of(recipe, one_photo()), "x"), ErrorCode::kConflict);
}

TEST(RunPlace, AnotherStartIsAnotherRun) {
  RunIdentity identity = identity_of({}, one_photo());
  identity.start = "weights";
  TensorFile file;
  write_place(file, {}, identity);
  EXPECT_OK(read_place(file, identity, "x"));
  identity.start = "other weights";
  EXPECT_ERROR(read_place(file, identity, "x"), ErrorCode::kConflict);
  identity.start = "weights";
  identity.proposer = "a segmenter";
  const auto corrects_others = read_place(file, identity, "x");
  EXPECT_ERROR(corrects_others, ErrorCode::kConflict);
  ASSERT_FALSE(corrects_others.ok());
  EXPECT_NE(corrects_others.error().text().find("--proposals"), std::string::npos);
}

TEST(RunPlace, AnyChangeOfTheDataIsNoticed) {
  const std::string before = identity_of({}, one_photo()).data;
  EXPECT_EQ(before, identity_of({}, one_photo()).data);
  const auto changed = [&](auto change) {
    auto sources = one_photo();
    change(sources);
    return identity_of({}, sources).data != before;
  };
  EXPECT_TRUE(changed([](auto& s) { s[0].share = 0.5; }));
  EXPECT_TRUE(changed([](auto& s) { s[0].items[0].name = "b"; }));
  EXPECT_TRUE(changed([](auto& s) { s[0].items[0].split = Split::kVal; }));
  EXPECT_TRUE(changed([](auto& s) { s[0].items[0].photo.rgb[2] = 4; }));
  EXPECT_TRUE(changed([](auto& s) { s[0].items[0].labels.pixels[0] = 2; }));
  EXPECT_TRUE(changed([](auto& s) { add_label(s[0].items[0].known[1], "category", "shirt"); }));
  EXPECT_TRUE(changed([](auto& s) { s[0].items[0].present[1] = 1; }));
  EXPECT_TRUE(changed([](auto& s) { add_label(s[0].items[0].of_photo, "style", "punk"); }));
  EXPECT_TRUE(changed([](auto& s) { s[0].items[0].body = {1, 1, {2}}; }));
  EXPECT_TRUE(changed([](auto& s) { s[0].items[0].key_points = KeyPoints{}; }));
  EXPECT_TRUE(changed([](auto& s) { s[0].items.push_back(s[0].items[0]); }));
}

TEST(RunPlace, TheRecipeCountsButNotTheMachine) {
  TrainingRecipe recipe;
  recipe.phases.resize(1);
  const std::string before = identity_of(recipe, {}).recipe;
  recipe.threads = 7, recipe.device = Device::kCpu;
  EXPECT_EQ(identity_of(recipe, {}).recipe, before);
  recipe.phases[0].rate = 0.5;
  EXPECT_NE(identity_of(recipe, {}).recipe, before);
}

TEST(TrainingLog, ForgetsLinesAfterTheCheckpoint) {
  const testing::TemporaryFolder folder;
  const std::string path = folder / "training.csv";
  const auto text = [&] {
    std::ifstream in(path);
    return std::string(std::istreambuf_iterator<char>(in), {});
  };
  TrainingLog log(path);
  ASSERT_OK(log.open(0));
  ASSERT_OK(log.add({1, 2.5, 0.25, 10}));
  ASSERT_OK(log.add({2, 1.5, -1, 11.25}));
  EXPECT_EQ(text(), "epoch,loss,val_miou,seconds\n1,2.500000000,0.250000,10.0\n2,1.500000000,-1.000000,11.2\n");

  TrainingLog later(path);
  ASSERT_OK(later.open(1));
  EXPECT_EQ(text(), "epoch,loss,val_miou,seconds\n1,2.500000000,0.250000,10.0\n");
  ASSERT_OK(later.add({2, 1, 0.5, 9}));
  EXPECT_EQ(text(), "epoch,loss,val_miou,seconds\n1,2.500000000,0.250000,10.0\n2,1.000000000,0.500000,9.0\n");

  TrainingLog fresh(path);
  ASSERT_OK(fresh.open(0));
  EXPECT_EQ(text(), "epoch,loss,val_miou,seconds\n");
  TrainingLog nowhere(path + "/training.csv");  // below a file
  EXPECT_ERROR(nowhere.open(0), ErrorCode::kIo);
}

}  // namespace
}  // namespace jaedan::inference
