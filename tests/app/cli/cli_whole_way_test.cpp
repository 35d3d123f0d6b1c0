// The main job from end to end on ten drawn photos, as a data engineer would do it in a script.
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/app/cli/cli.h"

namespace jaedan::testing {
namespace {

namespace fs = std::filesystem;

class WholeWay : public ::testing::Test {
 protected:
  /// Runs a verb with --json that must succeed and gives what it printed.
  nlohmann::json run(std::vector<std::string> arguments) {
    arguments.push_back("--json");
    const ProgramResult result = jaedan(arguments);
    EXPECT_EQ(result.exit_code, 0) << arguments[0] << ": " << result.err;
    return json_of(result);
  }

  const TemporaryFolder folder_;
  const std::string project_ = folder_ / "way.jaedan";
};

TEST_F(WholeWay, ImportPrefillAcceptApproveExportSnapshotTrainEvaluatePromoteRecommend) {
  run({"synth", folder_ / "drawn", "--count", "10", "--seed", "42"});
  fs::create_directories(folder_ / "photos");
  for (const auto& entry : fs::directory_iterator(folder_ / "drawn")) {
    if (entry.path().extension() == ".jpg") fs::copy(entry.path(), folder_ / "photos");
  }

  EXPECT_EQ(run({"init", project_, "--images", folder_ / "photos"})["done"], 10);
  EXPECT_EQ(run({"prefill", project_})["done"], 10);
  EXPECT_EQ(run({"prefill", project_})["skipped"], 10) << "a second prefill has nothing to do";
  const auto approved = run({"approve", project_, "--accept-proposals"});
  EXPECT_GE(approved["done"], 6);

  const auto exported = run({"export", project_, folder_ / "labels", "--format", "kfashion"});
  EXPECT_EQ(exported["done"], approved["done"]);

  const auto snapshot = run({"snapshot", project_});
  EXPECT_EQ(snapshot["photos"], approved["done"]);
  const auto same = run({"snapshot", project_});
  EXPECT_EQ(same["hash"], snapshot["hash"]) << "the same photos give the same snapshot";

  const auto trained = run({"train", project_, "--epochs", "1", "--name", "challenger"});
  EXPECT_EQ(trained["model"], "challenger");
  EXPECT_TRUE(fs::exists(project_ + "/models/challenger/model.json"));
  const auto measured = run({"evaluate", project_, "--model", "challenger", "--split", "all"});
  EXPECT_GT(measured["photos"], 0);
  EXPECT_GE(measured["miou"], 0.0);
  EXPECT_LE(measured["miou"], 1.0);

  EXPECT_EQ(jaedan({"promote", project_, "challenger"}).exit_code, 0);
  bool champion = false;
  for (const auto& model : run({"models", project_})) {
    if (model["id"] == "challenger") champion = model["champion"];
  }
  EXPECT_TRUE(champion);
  EXPECT_EQ(jaedan({"rollback", project_}).exit_code, 0);

  std::string photo;
  for (const auto& entry : fs::directory_iterator(folder_ / "labels")) photo = entry.path().stem().string();
  const auto found = run({"recommend", project_, "--image", photo, "--k", "3"});
  EXPECT_EQ(found["query"]["photo"], photo);
  EXPECT_FALSE(found["similar"].empty());
  EXPECT_EQ(run({"verify", project_})["failed"].size(), 0u);
}

}  // namespace
}  // namespace jaedan::testing
