#include <gtest/gtest.h>

#include "tests/app/cli/cli.h"
#include "tests/support/matchers.h"

namespace jaedan::testing {
namespace {

TEST(CliClusters, OfAnEmptyProjectSaysSo) {
  const TemporaryFolder folder;
  const std::string project = folder / "a.jaedan";
  ASSERT_EQ(jaedan({"init", project}).exit_code, 0);
  const ProgramResult made = jaedan({"clusters", project, "--make", "--json"});
  ASSERT_EQ(made.exit_code, 0) << made.err;
  const auto document = json_of(made);
  EXPECT_TRUE(document["parts"].empty());
  EXPECT_FALSE(document["partial"].empty());
  EXPECT_NE(jaedan({"clusters", project, "--part", "top", "--number", "1"}).exit_code, 0);
  EXPECT_EQ(jaedan({"clusters", project, "--number", "1"}).exit_code, 2) << "of which part";
}

TEST(CliClusters, AreMadeListedAndLookedInto) {
  const TemporaryFolder folder;
  const std::string project = folder / "a.jaedan";
  ASSERT_EQ(jaedan({"synth", folder / "drawn", "--count", "6", "--seed", "42"}).exit_code, 0);
  ASSERT_EQ(jaedan({"init", project, "--images", folder / "drawn"}).exit_code, 0);
  ASSERT_EQ(jaedan({"prefill", project}).exit_code, 0);
  ASSERT_EQ(jaedan({"approve", project, "--accept-proposals"}).exit_code, 0);
  const auto made = json_of(jaedan({"clusters", project, "--make", "--k", "2", "--json"}));
  ASSERT_FALSE(made["parts"].empty());
  const auto& part = made["parts"][0];
  EXPECT_TRUE(part["k_given"]);
  ASSERT_FALSE(part["clusters"].empty());
  const auto kept = json_of(jaedan({"clusters", project, "--json"}));
  EXPECT_EQ(kept["parts"], made["parts"]);
  const auto garments = json_of(
      jaedan({"clusters", project, "--part", part["part"].get<std::string>(), "--number", "1", "--json"}))["garments"];
  EXPECT_EQ(garments.size(), part["clusters"][0]["size"].get<std::size_t>());
  const auto found = json_of(jaedan({"recommend", project, "--image", "1", "--metric", "cluster", "--json"}));
  EXPECT_TRUE(found["query"]["cluster"].is_number()) << found["query"];
}

}  // namespace
}  // namespace jaedan::testing
