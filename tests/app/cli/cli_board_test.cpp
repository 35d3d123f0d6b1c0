#include <gtest/gtest.h>

#include <filesystem>

#include "tests/app/cli/cli.h"
#include "tests/support/matchers.h"

namespace jaedan::testing {
namespace {

/// A project of three drawn photos with the labels that they were drawn from.
class CliBoard : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(jaedan({"synth", folder_ / "drawn", "--count", "3", "--seed", "42"}).exit_code, 0);
    ASSERT_EQ(jaedan({"init", project_, "--images", folder_ / "drawn"}).exit_code, 0);
    ASSERT_EQ(jaedan({"import", project_, folder_ / "drawn"}).exit_code, 0);
  }
  ProgramResult board(const std::vector<std::string>& options) {
    std::vector<std::string> arguments = {"board", project_};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return jaedan(arguments);
  }

  const TemporaryFolder folder_;
  const std::string project_ = folder_ / "a.jaedan";
};

TEST_F(CliBoard, PinsKeepsArrangesAndSaves) {
  ASSERT_EQ(board({"--add", "1", "--add", "2"}).exit_code, 0);
  auto kept = json_of(board({"--json"}));
  ASSERT_EQ(kept["garments"].size(), 2u);
  EXPECT_TRUE(kept["garments"][0]["there"]);
  EXPECT_FALSE(kept["garments"][0]["labels"].empty());
  const ProgramResult again = board({"--add", "1", "--arrange", "--png", folder_ / "b.png"});
  ASSERT_EQ(again.exit_code, 0) << again.err;
  EXPECT_NE(again.out.find("2 garments on the board"), std::string::npos) << again.out;
  EXPECT_TRUE(std::filesystem::exists(folder_ / "b.png"));
  EXPECT_TRUE(std::filesystem::exists(folder_ / "b.json"));
  kept = json_of(board({"--clear", "--json"}));
  EXPECT_TRUE(kept["garments"].empty());
}

TEST_F(CliBoard, WhatIsNotThereIsSaid) {
  EXPECT_EQ(board({"--add", "nobody"}).exit_code, 3);
  EXPECT_EQ(board({"--png", folder_ / "b.jpg"}).exit_code, 2);
  EXPECT_TRUE(json_of(board({"--json"}))["garments"].empty());
}

}  // namespace
}  // namespace jaedan::testing
