#include <gtest/gtest.h>

#include <filesystem>

#include "tests/app/cli/cli.h"

namespace jaedan::testing {
namespace {

namespace fs = std::filesystem;

class CliTraining : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(jaedan({"synth", folder_ / "drawn", "--count", "30", "--seed", "5"}).exit_code, 0);
    std::ofstream(folder_ / "recipe.json")
        << R"({"phases": [{"epochs": 2, "width": 64, "height": 96, "batch": 4, "rate": 0.001}]})";
  }
  std::vector<std::string> train(const std::string& out, std::vector<std::string> more = {}) const {
    std::vector<std::string> words = {"train",
                                      "--data",
                                      "snapshot=" + (folder_ / "drawn"),
                                      "--recipe",
                                      folder_ / "recipe.json",
                                      "--name",
                                      "m",
                                      "--out",
                                      folder_ / out,
                                      "--json"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
  }
  TemporaryFolder folder_;
};

/// The id of the model in assets that answers clicks.
std::string built_in_clicker() {
  for (const auto& entry : fs::directory_iterator(source_dir() + "/assets/models")) {
    const std::string id = entry.path().filename();
    if (id.rfind("clicks-", 0) == 0) return id;
  }
  return "no model for clicks in assets";
}

#ifdef JAEDAN_WITH_GLOO
TEST_F(CliTraining, WorkersShareATraining) {
  const auto trained = jaedan(train("two", {"--workers", "2"}));
  ASSERT_EQ(trained.exit_code, 0) << trained.err;
  EXPECT_EQ(json_of(trained)["losses"].size(), 2U) << trained.out;
  EXPECT_TRUE(fs::exists(folder_ / "two/model.json"));
}
#else
TEST_F(CliTraining, WithoutTheBackEndForWorkersTheProgramSaysSo) {
  const auto refused = jaedan(train("two", {"--workers", "2"}));
  EXPECT_EQ(refused.exit_code, 3);
  EXPECT_NE(refused.err.find("--workers 1"), std::string::npos) << refused.err;
}
#endif

TEST_F(CliTraining, AnUnfinishedTrainingIsNotOverwritten) {
  fs::create_directories(folder_ / "run");
  std::ofstream(folder_ / "run/checkpoint.safetensors") << "of somebody";
  const auto refused = jaedan(train("run"));
  EXPECT_EQ(refused.exit_code, 3);
  EXPECT_NE(refused.err.find("--resume"), std::string::npos) << refused.err;
  EXPECT_EQ(bytes_of(folder_ / "run/checkpoint.safetensors"), "of somebody");
}

TEST_F(CliTraining, OnlyClicksAreLearntFromProposals) {
  const auto refused = jaedan(train("run", {"--proposals", "segmenter-none"}));
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_NE(refused.err.find("only clicks"), std::string::npos) << refused.err;
}

TEST_F(CliTraining, BenchMeasuresStepsAndLoader) {
  const auto bench = json_of(
      jaedan({"bench", "train", "--recipe", folder_ / "recipe.json", "--steps", "2", "--threads", "1", "--json"}));
  EXPECT_GT(bench["photos_per_second"], 0.0);
  EXPECT_GT(bench["loader_ms"], 0.0);
  EXPECT_GE(bench["waited_share"], 0.0);
  EXPECT_LT(bench["waited_share"], 1.0);
  // A ratio, or the reason why there is none.
  EXPECT_TRUE(bench.contains("python") || !bench["python_missing"].get<std::string>().empty()) << bench;
}

TEST_F(CliTraining, AModelForClicksIsTrainedMeasuredAndKeptApart) {
  std::ofstream(folder_ / "recipe.json")
      << R"({"learns": "clicks", "phases": [{"epochs": 1, "width": 64, "height": 64, "batch": 4, "rate": 0.001}]})";
  const auto no_proposals = jaedan(train("clicks", {"--proposals", built_in_clicker()}));
  EXPECT_EQ(no_proposals.exit_code, 2);
  EXPECT_NE(no_proposals.err.find("proposes nothing"), std::string::npos) << no_proposals.err;
  const auto trained = jaedan(train("clicks"));
  ASSERT_EQ(trained.exit_code, 0) << trained.err;
  EXPECT_GT(json_of(trained)["parts"]["noc_85"], 0.0) << trained.out;
  const std::string data = "snapshot=" + (folder_ / "drawn"), model = (folder_ / "clicks") + "/";
  const auto measured = jaedan({"bench", "clicks", data, "--model", model, "--split", "val", "--json"});
  ASSERT_EQ(measured.exit_code, 0) << measured.err;
  const auto document = json_of(measured);
  EXPECT_GT(document["click_ms"]["p95"], 0.0);
  std::vector<std::string> ways;
  for (const auto& row : document["rows"]) {
    ways.push_back(row["way"]);
    EXPECT_LE(row["noc_85"], row["noc_90"]);
    EXPECT_LE(row["noc_90"], 20.0);
    EXPECT_EQ(row["pieces"], "parts");
  }
  ASSERT_EQ(ways.size(), 4U) << measured.out;
  EXPECT_EQ(ways[0], "model");
  EXPECT_EQ(ways[1], "model, jittered");
  EXPECT_EQ(ways[2].rfind("GrabCut on ", 0), 0U);
  EXPECT_EQ(ways[3].rfind("Scissors on ", 0), 0U);
  const auto larger = jaedan({"bench", "clicks", data, "--model", model, "--enlarge", "900", "--photos", "1",
                              "--jitter", "0", "--no-compare", "--json"});
  EXPECT_EQ(json_of(larger)["rows"].size(), 1U) << larger.out;
  EXPECT_GT(json_of(larger)["megapixels"], document["megapixels"]) << larger.err;
  const auto tagged = jaedan({"tag", demo_photos(), folder_ / "out", "--model", model});
  EXPECT_EQ(tagged.exit_code, 3);
  EXPECT_NE(tagged.err.find("answers clicks"), std::string::npos) << tagged.err;
  const auto refused = jaedan({"bench", "clicks", data, "--model", "segmenter-none"});
  EXPECT_EQ(refused.exit_code, 3) << refused.out;
}

}  // namespace
}  // namespace jaedan::testing
