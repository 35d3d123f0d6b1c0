#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "tests/app/cli/cli.h"

namespace jaedan::testing {
namespace {

namespace fs = std::filesystem;

TEST(CliBench, TheNetworkIsMeasuredAgainstTheMachineAndPython) {
  const TemporaryFolder folder;
  fs::create_directories(folder / "photos");
  fs::copy(demo_photos() + "/synth_5000_000003.jpg", folder / "photos");
  const ProgramResult result = jaedan({"bench", "infer", "--photos", folder / "photos", "--threads", "1", "--json"});
  ASSERT_EQ(result.exit_code, 0) << result.err;
  const auto document = json_of(result);
  EXPECT_GT(document["median_ms"]["predict"], 0);
  const auto network = document["network"];
  EXPECT_GT(network["convolution_gflop"], 0.1);
  ASSERT_EQ(network["speeds"].size(), 1u);
  const auto speed = network["speeds"][0];
  EXPECT_EQ(speed["threads"], 1);
  EXPECT_GT(speed["matmul_gflops"], 0.5);
  EXPECT_GT(speed["convolution_peak_share"], 0);
  EXPECT_LT(speed["convolution_peak_share"], 1.2);  // both are measured, so a little over 1 is thinkable
  // Either Python ran the same network, or it is said why not.
  if (network.contains("python_torch")) {
    EXPECT_GT(speed["python_ms"], 0);
    EXPECT_GT(speed["python_ratio"], 0);
    EXPECT_FALSE(network.contains("python_missing"));
  } else {
    const std::string why = network["python_missing"];
    const bool names_culprit =
        why.find("python3") != std::string::npos || why.find("torch_forward.py") != std::string::npos;
    EXPECT_TRUE(names_culprit) << why;
  }
}

TEST(CliBench, ATeamIsMadeUpOnceAndMeasuredAgain) {
  const TemporaryFolder folder;
  const std::string team = folder / "team.jaedan";
  const auto measure = [&](const std::string& photos) {
    return jaedan({"bench", "people", team, "--photos", photos, "--people", "30", "--verify", "--json"});
  };
  const ProgramResult made = measure("200");
  ASSERT_EQ(made.exit_code, 0) << made.err;
  const auto first = json_of(made);
  EXPECT_EQ(first["photos"], 200);
  EXPECT_EQ(first["answers"], 10) << "one of twenty photos";
  EXPECT_EQ(first["panels"], 10);
  EXPECT_FALSE(first["was_there"]);
  const auto has = [](const auto& document, const std::string& what) {
    const auto& figures = document["figures"];
    return std::any_of(figures.begin(), figures.end(), [&](const auto& one) { return one["what"] == what; });
  };
  for (const char* what : {"making it up", "quality rows", "claim", "verify, the counts among it"}) {
    EXPECT_TRUE(has(first, what)) << what;
  }
  const ProgramResult again = measure("200");
  ASSERT_EQ(again.exit_code, 0) << again.err;
  const auto second = json_of(again);
  EXPECT_TRUE(second["was_there"]);
  EXPECT_FALSE(has(second, "making it up"));
  EXPECT_TRUE(has(second, "quality rows"));
  EXPECT_GE(second["answers"], 10);

  const ProgramResult other = measure("300");
  EXPECT_NE(other.exit_code, 0);
  EXPECT_NE(other.err.find("has 200 photos and 30 people"), std::string::npos) << other.err;
  ASSERT_EQ(jaedan({"init", folder / "own.jaedan"}).exit_code, 0);
  const ProgramResult own = jaedan({"bench", "people", folder / "own.jaedan", "--photos", "200"});
  EXPECT_NE(own.exit_code, 0);
  EXPECT_NE(own.err.find("not made up to measure with"), std::string::npos) << own.err;
}

TEST(CliBench, APersonsSecondsAreCountedWithAndWithoutProposals) {
  const TemporaryFolder folder;
  ASSERT_EQ(jaedan({"synth", folder / "drawn", "--count", "8", "--seed", "5"}).exit_code, 0);
  const std::vector<std::string> words = {
      "bench", "operator", "snapshot=" + (folder / "drawn"), "--split", "all", "--photos", "2", "--threads", "1"};
  const auto with = [&](const std::vector<std::string>& more) {
    std::vector<std::string> all = words;
    all.insert(all.end(), more.begin(), more.end());
    return jaedan(all);
  };
  const std::string model = built_in_segmenter()["id"];
  const ProgramResult result = with({"--before", model, "--json"});
  ASSERT_EQ(result.exit_code, 0) << result.err;
  const auto document = json_of(result);
  EXPECT_EQ(document["photos"], 2);
  EXPECT_GT(document["labels"], 0);
  EXPECT_EQ(document["seconds_of"]["K"], 0.28);
  ASSERT_EQ(document["rows"].size(), 4U) << result.out;
  for (const auto& row : document["rows"]) {
    const double mean = row["seconds_a_photo"]["mean"], looking = row["split"]["looking"];
    EXPECT_GT(looking, 0) << row;
    EXPECT_NEAR(mean, looking + double(row["split"]["masks"]) + double(row["split"]["labels"]), 1e-6) << row;
    int garments = 0;
    for (const auto& [way, count] : row["garments"].items()) garments += count.get<int>();
    EXPECT_EQ(garments, document["garments"]) << row;
    EXPECT_LE(row["seconds_a_photo"]["interval_95"][0], mean) << row;
    EXPECT_GE(row["seconds_a_photo"]["interval_95"][1], mean) << row;
  }
  const auto &proposed = document["rows"][0], &by_hand = document["rows"][1], &clicked = document["rows"][2];
  EXPECT_EQ(proposed["model"], model);
  EXPECT_EQ(by_hand["garments"]["drawn"], document["garments"]);
  EXPECT_EQ(by_hand["ratio_to_by_hand"], 1.0);
  EXPECT_LE(clicked["ratio_to_by_hand"], 1.0) << "who may click may also draw";
  // The same model once more takes the same person as long.
  EXPECT_EQ(document["rows"][3]["seconds_a_photo"], proposed["seconds_a_photo"]);

  const ProgramResult said = with({});
  EXPECT_EQ(said.exit_code, 0) << said.err;
  EXPECT_NE(said.out.find("Card, Moran and Newell"), std::string::npos) << said.out;
  EXPECT_NE(said.out.find("of the time by hand"), std::string::npos) << said.out;
  EXPECT_EQ(with({"--before", "segmenter-none"}).exit_code, 3);
  EXPECT_EQ(with({"--jitter", "2"}).exit_code, 2);
  EXPECT_NE(jaedan({"bench", "operator", "ccp=/nowhere", "--json"}).exit_code, 0);
}

}  // namespace
}  // namespace jaedan::testing
