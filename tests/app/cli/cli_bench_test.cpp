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

}  // namespace
}  // namespace jaedan::testing
