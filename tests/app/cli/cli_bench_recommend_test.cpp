#include <gtest/gtest.h>

#include "tests/app/cli/cli.h"

namespace jaedan::testing {
namespace {

TEST(CliBenchRecommend, TheIndexIsMeasuredBesideExactSearch) {
  const ProgramResult result =
      jaedan({"bench", "recommend", "--index", "2000", "--dimension", "8", "--queries", "10", "--json"});
  ASSERT_EQ(result.exit_code, 0) << result.err;
  const auto document = json_of(result);
  EXPECT_EQ(document["vectors"], 2000);
  EXPECT_EQ(document["seed"], 1);
  ASSERT_GE(document["engines"].size(), 2u);
  for (const auto& engine : document["engines"]) {
    ASSERT_EQ(engine["top_10"].size(), 3u) << engine;
    EXPECT_GE(engine["top_10"][0]["recall_at_10"], 0.95) << engine;
  }
  // Either faiss was measured, or it is said why not.
  EXPECT_EQ(document["engines"].size() == 2, document.contains("faiss_missing")) << document;

  const ProgramResult table = jaedan({"bench", "recommend", "--index", "2000", "--dimension", "8", "--without-faiss"});
  ASSERT_EQ(table.exit_code, 0) << table.err;
  EXPECT_NE(table.out.find("top 10 of   1 %"), std::string::npos) << table.out;
  EXPECT_EQ(table.out.find("faiss"), std::string::npos) << table.out;
}

}  // namespace
}  // namespace jaedan::testing
