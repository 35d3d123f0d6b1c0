#include <gtest/gtest.h>

#include "tests/app/cli/cli.h"
#include "tests/support/matchers.h"

namespace jaedan::testing {
namespace {

/// Four drawn photos that are approved.
class CliRecommend : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(jaedan({"synth", folder_ / "drawn", "--count", "4", "--seed", "42"}).exit_code, 0);
    ASSERT_EQ(jaedan({"init", project_, "--images", folder_ / "drawn"}).exit_code, 0);
    ASSERT_EQ(jaedan({"prefill", project_}).exit_code, 0);
    ASSERT_EQ(jaedan({"approve", project_, "--accept-proposals"}).exit_code, 0);
  }
  ProgramResult recommend(std::vector<std::string> options) {
    std::vector<std::string> arguments = {"recommend", project_, "--image", "2", "--part", "top", "--json"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return jaedan(arguments);
  }
  const TemporaryFolder folder_;
  const std::string project_ = folder_ / "a.jaedan";
};

TEST_F(CliRecommend, FiltersAndChangesTakeWhatTheReasonsName) {
  const auto all = json_of(recommend({}));
  ASSERT_FALSE(all["similar"].empty());
  EXPECT_TRUE(all["steps"].empty());
  EXPECT_TRUE(all["partial"].empty()) << all["partial"];
  const auto& why = all["similar"][0]["why"];
  const auto& label = why["same"].empty() ? why["other"] : why["same"];
  ASSERT_FALSE(label.empty());
  const std::string value = label[0]["attribute"].get<std::string>() + "=" + label[0]["of_item"].get<std::string>();
  const auto filtered = json_of(recommend({"--filter", value}));
  EXPECT_EQ(filtered["similar"][0]["photo_id"], all["similar"][0]["photo_id"]);
  const auto changed = json_of(recommend({"--change", value, "--change", value}));
  ASSERT_EQ(changed["steps"].size(), 2u);
  EXPECT_EQ(changed["steps"][0]["change"]["attribute"], label[0]["attribute"]);
  EXPECT_EQ(changed["steps"][1]["similar"].size(), changed["similar"].size());
}

TEST_F(CliRecommend, WhatIsNotLikedIsNotFoundAgain) {
  const auto all = json_of(recommend({"--metric", "fused"}));
  ASSERT_FALSE(all["similar"].empty());
  const auto first = all["similar"][0]["photo_id"];
  const auto without = json_of(recommend({"--metric", "fused", "--unlike", first.dump()}));
  for (const auto& item : without["similar"]) EXPECT_NE(item["photo_id"], first);
  const auto with = json_of(recommend({"--like", first.dump() + ":top"}));
  EXPECT_TRUE(with["similar"][0]["why"]["like_liked"].is_number());
}

TEST_F(CliRecommend, AWardrobeWithoutSuchGarmentsSaysSo) {
  const auto none = json_of(recommend({"--wardrobe", "text=nowhere"}));
  EXPECT_TRUE(none["similar"].empty());
  ASSERT_EQ(none["partial"].size(), 1u);
  EXPECT_EQ(none["partial"][0]["key"], "recommend.all_filtered");
}

TEST_F(CliRecommend, PhotosAreComparedByTheColoursOfTheirPixels) {
  const ProgramResult result = recommend({"--metric", "colour"});
  ASSERT_EQ(result.exit_code, 0) << result.err;
  const auto found = json_of(result);
  ASSERT_FALSE(found["similar"].empty());
  double last = 1;
  for (const auto& item : found["similar"]) {
    EXPECT_LE(item["score"].get<double>(), last);
    last = item["score"];
  }
}

}  // namespace
}  // namespace jaedan::testing
