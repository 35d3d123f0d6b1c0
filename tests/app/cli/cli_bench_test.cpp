#include <gtest/gtest.h>

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

}  // namespace
}  // namespace jaedan::testing
